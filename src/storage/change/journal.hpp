/// The log of what mentor changed, in `.mentor/log`. Each change has a file with the old and the new state of all its
/// files. The file is written before the change is made. So the log is also the journal for recovery, and `undo` uses
/// it.
///
///   000041        a change that was made
///   000042.todo   a change that was decided: the next writer finishes it
///   000042.back   a change that failed half-way: the next writer takes it back
///   000042.void   a change that was taken back: its number is not used again, or readers could mistake the two changes
///   000042.odd    a file with the name of an entry that this mentor cannot read: left to people
///
/// Each entry ends with a checksum of all before it. If the checksum does not fit, the entry is damaged. It is never
/// skipped: nobody can tell what it said, so nobody can tell which change is the latest.
///
/// Forgetting a person (`Forgetting`) takes texts out of the log. Such an entry is replaced as a whole. It keeps
/// number, time and records, and can no longer be undone.
///
/// If a change appears while somebody reads, the reader takes the files as they were before it. The same entries tell
/// how they were.
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
#include "storage/disk/limits.hpp"

namespace mentor::storage {

/// How many changes the log keeps. `mentor undo` reaches no further.
inline constexpr std::size_t most_changes = 200;

/// When and by what command a change was made, as text for people.
struct Origin {
  std::string moment;   // local time: 2026-11-23 16:04:10
  std::string command;  // the command line
};

/// Which earlier change an entry undoes or redoes.
struct Reversal {
  enum class Direction { undo, redo };
  Direction direction;
  std::uint64_t of;

  bool operator==(const Reversal&) const = default;
};

enum class EntryState { done, todo, back, taken_back };

/// Whether nothing is left to do about an entry in this state.
constexpr bool is_settled(EntryState state) { return state == EntryState::done || state == EntryState::taken_back; }

/// What becomes of an entry that has texts of a person who is forgotten.
struct Emptied {
  std::uint64_t number = 0;
  std::string command;         // what stays of the command line
  bool keeps_patches = false;  // only the command line had such a text, so the change can still be undone

  bool operator==(const Emptied&) const = default;
};

/// What a change that forgets a person takes out of the log: these entries lose their texts, and so does its own.
struct Forgetting {
  std::vector<Emptied> entries;

  bool operator==(const Forgetting&) const = default;
};

struct JournalEntry {
  std::uint64_t number = 0;  // the number of its file; an entry with another number is a copy
  Origin origin;
  std::optional<Reversal> reversal;
  std::vector<std::string> records;  // `participants/7k2m9qx4tz`
  std::vector<Patch> patches;
  std::optional<Forgetting> forgetting = {};  // what is left to do once the files have changed
  bool is_emptied = false;                    // its patches are gone
};

/// The entry without the texts that it loses.
JournalEntry emptied(JournalEntry entry, const Emptied& how);

/// Turns an entry into the bytes of its file, and back. Nothing when the bytes are not an entry, or were changed.
std::string journal_text(const JournalEntry& entry);
std::optional<JournalEntry> parse_journal(std::string_view text);
/// Adds the checksum to the title and fields of an entry. This makes them an entry.
std::string sealed(std::string text);

/// A file with the name of an entry that has none: it is damaged, or of another version of mentor.
struct NoEntry {};
/// What the file of an entry holds.
using EntryContent = std::variant<Absent, JournalEntry, NoEntry>;

class Journal {
 public:
  /// The name of an entry. It is known without reading the entry.
  struct Name {
    std::uint64_t number;
    EntryState state;

    auto operator<=>(const Name&) const = default;
  };

  /// The log in a program's private folder. It is made if it is missing.
  explicit Journal(int private_files);
  /// The log of a program; empty when there is none. Throws `SystemError` when it may not be read.
  static Journal of_program(const std::filesystem::path& root);
  /// The log for a reader, who can do without it: it is empty also when the system refuses to open it.
  static Journal for_reader(const std::filesystem::path& root);

  /// Something whose name begins like that of an entry but is not one: `000042.odd`, `000042 (copy)`, a link.
  struct Stranger {
    std::uint64_t number;
    std::string name;
  };
  /// What is in the log, sorted by number.
  struct Contents {
    std::vector<Name> names;
    std::vector<Stranger> strangers;
  };

  /// Throws `SystemError`.
  Contents contents() const;
  /// Only the entries.
  std::vector<Name> list() const { return contents().names; }
  /// Reads an entry. One of more bytes counts as none. Throws `SystemError` when the file cannot be read.
  EntryContent read(Name name, std::size_t most = most_entry_bytes) const;
  /// An entry and the access to its file. Nothing when there is no such file, or no entry in it. Throws `SystemError`.
  struct Opened {
    JournalEntry entry;
    Access access;
  };
  std::optional<Opened> open(Name name) const;
  /// Reads an entry, whatever its state is now.
  EntryContent read_in_any_state(std::uint64_t number) const;
  /// Reads the entry of a change that was made. Throws `SystemError` when there is none.
  JournalEntry read_done(std::uint64_t number) const;

  // Only the holder of the lock may call the functions below.

  /// Writes an entry to the disk as the next one to do. Only `audience` can read it. From now on the change will be
  /// made, whatever happens. Throws `SystemError`: then there is no such entry, unless it is `Operation::unfinished`.
  Name add(JournalEntry entry, const TemporaryFile::Audience& audience) const;
  /// Gives the entry another state.
  Name set_state(Name name, EntryState state) const;
  /// Puts a file in the place of the entry.
  void replace(Name name, const FileAt& with) const;
  /// Renames a file that is not an entry, so that it is out of the way. Gives its new name.
  std::string set_aside(Name name) const;
  /// Waits until the names of all entries are on the disk.
  void wait_for_names() const;
  /// Removes what a process that died left unfinished, and all but the latest changes. Failures are ignored.
  void tidy() const;

 private:
  explicit Journal(Descriptor folder) : folder_(std::move(folder)) {}

  Descriptor folder_;
};

/// The name of a file of the log for people: `.mentor/log/000042`.
std::string shown_name(Journal::Name name);
std::string shown_name(const Journal::Stranger& stranger);

}  // namespace mentor::storage
