/// Writing to a program's folder: one writer at a time, all of a change or nothing of it, on the disk before the
/// command says that it is done, and kept in the log.
#pragma once

#include <chrono>
#include <deque>
#include <filesystem>
#include <string>
#include <vector>

#include "changes.hpp"
#include "journal.hpp"
#include "staged_change.hpp"
#include "storage/disk/progress.hpp"

namespace mentor::storage {

/// What was done about a change that a command left unfinished when it was killed.
struct Recovery {
  std::string command;
  bool finished = false;                   // it is made; else it was taken back
  std::vector<std::string> changed_since;  // files that somebody has changed since: they were left as they are
  std::string set_aside;                   // a log entry that this mentor does not know, put aside under this name
  std::vector<std::string> kept;  // texts that came out of their places and that no entry knows, under these names
};

/// The right to write to a program, until it goes out of scope. The kernel takes it back when the process dies, so
/// there is no such thing as a stale lock. Readers do not ask for it.
class Store {
 public:
  /// Waits up to `timeout` for other writers, then finishes what a killed one left. Throws `SystemError` (`EWOULDBLOCK`
  /// when the time ran out).
  Store(const std::filesystem::path& root, std::chrono::milliseconds timeout);

  const std::vector<Recovery>& recovered() const { return recovered_; }

  /// Makes the changes, in their order, all of them or none, also when the process is killed at any moment: whoever
  /// comes next then finishes them. A file that must not be there yet is never overwritten (`EEXIST`), and one that is
  /// no longer what it was when the change was computed is left alone (`Operation::changed`). Throws `SystemError`,
  /// `std::bad_alloc`, and what `progress` throws.
  void apply(std::vector<FileChange> changes, const Origin& origin,
             const std::optional<Reversal>& reversal = std::nullopt, const Progress& progress = {});

 private:
  void recover();
  Recovery recover(Journal::Name name, const JournalEntry& entry);
  /// Brings one file from the side before of a patch to the side after, if it is there. `number` is of this file alone.
  void finish(OpenedFolders& folders, const Patch& patch, std::size_t number);
  /// Throws `Operation::unfinished` when that fails too.
  void take_back(std::deque<StagedChange>& staged, const OpenedFolders& folders, Journal::Name name,
                 const std::exception& stopped) const;
  /// What lies in the private folder for the change of that entry, and is neither its old nor its new text: somebody
  /// may have saved it in the moment in which a process died. It gets a name under which it stays, and these are given.
  std::vector<std::string> keep_unknown(Journal::Name name, const std::vector<Patch>& patches);
  /// Removes what else lies there: the log has it.
  void clear_staged();

  Descriptor root_;
  Descriptor private_files_;
  Descriptor lock_;
  Journal journal_;
  std::vector<Recovery> recovered_;
};

/// A file of the program as it is now; nothing when there is none. Throws `SystemError`.
std::optional<std::string> current_text(const std::filesystem::path& root, const std::string& path);

/// Whether a killed command left a change in this folder that waits to be finished. Throws `SystemError`.
bool has_unfinished_change(const std::filesystem::path& root);

/// Finishes such a change if no writer is at work and the folder can be written. Never waits, never throws.
std::vector<Recovery> recover_if_possible(const std::filesystem::path& root) noexcept;

/// Makes the folder and those above it that are missing. Throws `SystemError`.
void make_folder(const std::filesystem::path& folder);

}  // namespace mentor::storage
