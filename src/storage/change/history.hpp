/// The log as a history: the changes that can be undone or redone, and how.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "changes.hpp"
#include "journal.hpp"
#include "snapshot.hpp"

namespace mentor::storage {

/// A change as people see it. If it was undone or redone, the change says so; that is not another change.
struct Change {
  std::uint64_t number = 0;
  Origin origin;
  std::vector<std::string> records;  // `participants/7k2m9qx4tz`
  bool undone = false;
  std::uint64_t turned = 0;  // the entry that last undid or redid it; 0: none
  bool is_emptied = false;   // its texts went when a person was forgotten, so it can be neither undone nor redone
};

/// A file of the log without an entry that this mentor can read. Nobody knows what it changed or took back.
struct LostEntry {
  std::uint64_t number = 0;
  std::string path;  // `.mentor/log/000042`
  int error = 0;     // the `errno` value if the system refused it; 0: it is damaged or of another version
};

/// What the log holds, sorted by number.
struct History {
  std::vector<Change> changes;
  std::vector<LostEntry> lost;
};

/// The history of a program. An entry that we may not read hides no other. Throws `SystemError` when the log as a whole
/// cannot be read.
History history_of(const std::filesystem::path& root);

/// The records that one of the latest changes made, that are still there and for which `is_wanted` holds, the latest
/// first. This reads the newest small entries of the log alone, and no record, so it costs the same in a program of any
/// size. An entry that cannot be read is passed over.
template <class Record>
std::vector<Record> made_lately(const std::filesystem::path& root, const std::function<bool(const Record&)>& is_wanted);

/// What `undo` or `redo` means without a number: the latest change that is made, or the one that was undone last. Gives
/// a lost entry if that entry is later and might hide what is meant. Nothing when there is nothing to do.
std::variant<std::monostate, const Change*, const LostEntry*> latest(const History& history,
                                                                     Reversal::Direction direction);

/// The records, as in `Change`, that a change made; if it made none, all that it touched. Throws `SystemError`.
std::vector<std::string> records_meant(const std::filesystem::path& root, const Change& change);

/// What undoing or redoing a change does.
struct Inverse {
  std::vector<FileChange> changes;
  std::vector<std::string> changed_since;  // files that are not as they must be; then nothing is done
};

/// The changes that undo or redo `change`. Throws `SystemError`.
Inverse inverse_of(const std::filesystem::path& root, const FrozenTree& tree, const Change& change,
                   Reversal::Direction direction);

/// Whether a text of the log, of the file at `path` or of a command line if that is empty, says something of a person.
using IsAbout = std::function<bool(std::string_view text, std::string_view path)>;

/// What forgetting a person takes out of the log.
struct LogAbout {
  Forgetting forgetting;
  std::vector<std::string> unreadable;  // files of the log that this mentor cannot read, so nobody knows what they hold
};

/// Finds the entries with texts of a person: those about these records (`participants/7k2m9qx4tz`), and those with a
/// text for which `is_about` holds. `shortened` gives what may stay of a command line. Throws `SystemError`, also when
/// we may not read an entry.
LogAbout log_about(const std::filesystem::path& root, const std::vector<std::string>& records, const IsAbout& is_about,
                   const std::function<std::string(const std::string&)>& shortened);

}  // namespace mentor::storage
