/// Writing to a program's folder: one writer at a time, each file whole or not at all, on the disk before the command
/// says that it is done.
#pragma once

#include <chrono>
#include <filesystem>
#include <string_view>
#include <vector>

#include "changes.hpp"
#include "descriptor.hpp"

namespace mentor::storage {

/// The right to write, until it goes out of scope. The kernel takes it back when the process dies, so there is no such
/// thing as a stale lock. Readers do not ask for it.
class Lock {
 public:
  /// Waits up to `timeout` for other writers. Throws `SystemError` (`EWOULDBLOCK` when the time ran out).
  Lock(const std::filesystem::path& root, std::chrono::milliseconds timeout);

 private:
  Descriptor file_;
};

/// Makes the changes, in their order. Each new text goes to a temporary file that is synced and renamed into place, and
/// the folder is synced. A file that must not be there yet is never overwritten (`EEXIST`). The caller holds the lock.
/// Throws `SystemError`; new files that were made by then are
/// removed again, unless all that failed was to confirm that they are on the disk (`Operation::confirm`).
void apply(const std::filesystem::path& root, const std::vector<FileChange>& changes);

/// Writes a file of any folder whole, over what was there: a report that was asked for. A device or a pipe is written
/// to as it is. Throws `SystemError`.
void write_file(const std::filesystem::path& file, std::string_view text);

/// Makes the folder and those above it that are missing. Throws `SystemError`.
void make_folder(const std::filesystem::path& folder);

}  // namespace mentor::storage
