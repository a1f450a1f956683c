/// The log of what mentor changed, in `.mentor/log`: a file a change, holding what every file was and became. It is
/// written before the change is made, so it is the recovery journal too, and it is what `undo` goes by.
///
///   000041        a change that was made
///   000042.todo   one that was decided: whoever comes next finishes it
///   000042.back   one that failed half-way: whoever comes next takes it back
///   000042.void   one that was taken back: its number is spent, so that no reader mistakes another change for it
///   000042.odd    what had the name of an entry but is none that this mentor knows: left to people
///
/// Each entry ends with a checksum of all that comes before. What does not fit it is damaged and is never passed over:
/// nobody can tell what stood there, so nobody can tell which change is the latest.
///
/// A reader who sees a change appear while it reads takes the files as they were before it, by the same entries.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "patch.hpp"
#include "storage/disk/descriptor.hpp"
#include "storage/disk/file_system.hpp"

namespace mentor::storage {

/// How many changes are kept; `mentor undo` reaches no further.
inline constexpr std::size_t most_changes = 200;

/// When a change is made and by what, as text for people.
struct Origin {
  std::string moment;   // local time: 2026-11-23 16:04:10
  std::string command;  // the command line
};

/// Which earlier change an entry takes back or brings back.
struct Reversal {
  enum class Direction { undo, redo };
  Direction direction;
  std::uint64_t of;

  bool operator==(const Reversal&) const = default;
};

enum class EntryState { done, todo, back, taken_back };

/// Whether nothing is left to do about such an entry.
constexpr bool is_settled(EntryState state) { return state == EntryState::done || state == EntryState::taken_back; }

struct JournalEntry {
  std::uint64_t number = 0;  // that of its file: an entry does not stand for another
  Origin origin;
  std::optional<Reversal> reversal;
  std::vector<std::string> records;  // `participants/7k2m9qx4tz`
  std::vector<Patch> patches;
};

/// An entry as the bytes of its file, and back; nothing when they are not those of one, or not all as they were
/// written.
std::string journal_text(const JournalEntry& entry);
std::optional<JournalEntry> parse_journal(std::string_view text);
/// The title and fields of an entry, with the checksum that makes them one.
std::string sealed(std::string text);

/// What has the name of an entry and holds none: damaged, or of another version of mentor.
struct NoEntry {};
/// What is found under the name of an entry.
using EntryContent = std::variant<Absent, JournalEntry, NoEntry>;

class Journal {
 public:
  /// The name of an entry, without reading it.
  struct Name {
    std::uint64_t number;
    EntryState state;

    auto operator<=>(const Name&) const = default;
  };

  /// The log in a program's private folder, made when it is missing.
  explicit Journal(int private_files);
  /// The log of a program, empty where there is none. Throws `SystemError` when it may not be read.
  static Journal of_program(const std::filesystem::path& root);
  /// The same for a reader, who can do without: empty, too, where nobody lets him read it.
  static Journal for_reader(const std::filesystem::path& root);

  /// What has the number of an entry and is none of this mentor's: `000042.odd`, `000042 (copy)`, a link.
  struct Stranger {
    std::uint64_t number;
    std::string name;
  };
  /// What is in the log, each by number.
  struct Contents {
    std::vector<Name> names;
    std::vector<Stranger> strangers;
  };

  /// Throws `SystemError`.
  Contents contents() const;
  /// The entries alone.
  std::vector<Name> list() const { return contents().names; }
  /// Throws `SystemError` when the file cannot be read.
  EntryContent read(Name name) const;
  /// The same, whatever state it has come to meanwhile.
  EntryContent read_in_any_state(std::uint64_t number) const;
  /// The entry of a change that was made. Throws `SystemError` when there is none.
  JournalEntry read_done(std::uint64_t number) const;

  // The rest is for whoever holds the lock.

  /// Puts an entry on the disk as the next one to do, for that audience. From here on the change will be made, whatever
  /// happens. Throws `SystemError`: then there is no such entry, unless it is `Operation::unfinished`.
  Name add(JournalEntry entry, const TemporaryFile::Audience& audience) const;
  /// Gives the entry another state.
  Name set_state(Name name, EntryState state) const;
  /// Puts aside what is no entry, and gives the name that it has now.
  std::string set_aside(Name name) const;
  /// Waits until the names of all entries are on the disk.
  void wait_for_names() const;
  /// Removes what a process that died left unfinished, and all but the latest changes. Failing at that is no matter.
  void tidy() const;

 private:
  explicit Journal(Descriptor folder) : folder_(std::move(folder)) {}

  Descriptor folder_;
};

/// How a file of the log is called for people: `.mentor/log/000042`.
std::string shown_name(Journal::Name name);
std::string shown_name(const Journal::Stranger& stranger);

}  // namespace mentor::storage
