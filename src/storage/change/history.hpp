/// The log as a history: the changes that can be taken back or brought back, and how.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "changes.hpp"
#include "journal.hpp"
#include "snapshot.hpp"

namespace mentor::storage {

/// A change as people see it. That one was taken back or brought back is said of it, not a change of its own.
struct Change {
  std::uint64_t number = 0;
  Origin origin;
  std::vector<std::string> records;  // `participants/7k2m9qx4tz`
  bool undone = false;
  std::uint64_t turned = 0;  // the entry that took it back or brought it back last; 0: none
};

/// A file of the log that holds no entry which this mentor can read: nobody knows what it changed or took back.
struct LostEntry {
  std::uint64_t number = 0;
  std::string path;  // `.mentor/log/000042`
  int error = 0;     // the `errno` by which the system refused it; 0: it is damaged or of another version
};

/// What the log holds, each by number.
struct History {
  std::vector<Change> changes;
  std::vector<LostEntry> lost;
};

/// Throws `SystemError` when the log cannot be read. An entry that somebody else keeps to himself hides no other.
History history_of(const std::filesystem::path& root);

/// What `undo` or `redo` means without a number: the latest change that stands, or the one taken back last. A lost
/// entry where a later one might hide what is meant; nothing when there is nothing to do.
std::variant<std::monostate, const Change*, const LostEntry*> latest(const History& history,
                                                                     Reversal::Direction direction);

/// What undoing or redoing comes to.
struct Inverse {
  std::vector<FileChange> changes;
  std::vector<std::string> changed_since;  // files that are not what they would have to be; then nothing is done
};

/// Throws `SystemError`.
Inverse inverse_of(const std::filesystem::path& root, const FrozenTree& tree, const Change& change,
                   Reversal::Direction direction);

}  // namespace mentor::storage
