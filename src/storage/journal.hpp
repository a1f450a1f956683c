/// The log of what mentor changed, in `.mentor/log`: a file a change, holding what every file was and became. It is
/// written before the change is made, so it is the recovery journal too, and it is what `undo` goes by.
///
///   000041        a change that was made
///   000042.todo   one that was decided: whoever comes next finishes it
///   000042.back   one that failed half-way: whoever comes next takes it back
///   000042.void   one that was taken back: its number is spent, so that no reader mistakes another change for it
///   000042.odd    what had the name of an entry but is none that this mentor knows: left to people
///
/// A reader who sees a change appear while it reads takes the files as they were before it, by the same entries.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "descriptor.hpp"
#include "patch.hpp"

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
  enum class Kind { undo, redo };
  Kind kind;
  std::uint64_t of;

  bool operator==(const Reversal&) const = default;
};

enum class EntryState { done, todo, back, taken_back };

/// Whether nothing is left to do about such an entry.
constexpr bool is_settled(EntryState state) { return state == EntryState::done || state == EntryState::taken_back; }

struct JournalEntry {
  Origin origin;
  std::optional<Reversal> reversal;
  std::vector<std::string> records;  // `participants/7k2m9qx4tz`
  std::vector<Patch> patches;
};

/// An entry as the bytes of its file, and back; nothing when they are not those of one.
std::string journal_text(const JournalEntry& entry);
std::optional<JournalEntry> parse_journal(std::string_view text);

class Journal {
 public:
  /// The name of an entry, without reading it.
  struct Name {
    std::uint64_t number;
    EntryState state;

    auto operator<=>(const Name&) const = default;
  };

  /// The log in a program's private folder, made when it is missing.
  explicit Journal(int private_folder);
  /// The log of a program, empty where there is none. Throws `SystemError` when it may not be read.
  static Journal of_program(const std::filesystem::path& root);
  /// The same for whoever can do without: empty, too, when it may not be read.
  static Journal for_reader(const std::filesystem::path& root);

  /// By number. Throws `SystemError`.
  std::vector<Name> list() const;
  /// Nothing when the entry is gone or its file holds none.
  std::optional<JournalEntry> read(Name name) const;
  /// The same, whatever state it has come to meanwhile.
  std::optional<JournalEntry> read_in_any_state(std::uint64_t number) const;

  // The rest is for whoever holds the lock.

  /// Puts an entry on the disk as the next one to do, with those permissions or the usual ones. From here on the change
  /// will be made, whatever happens.
  Name add(const JournalEntry& entry, std::optional<unsigned> mode) const;
  /// Gives the entry another state.
  Name set_state(Name name, EntryState state) const;
  /// Puts aside what is no entry, and gives the name that it has now.
  std::string set_aside(Name name) const;
  /// Removes what a process that died left unfinished, and all but the latest changes. Failing at that is no matter.
  void tidy() const;

 private:
  explicit Journal(Descriptor folder) : folder_(std::move(folder)) {}

  Descriptor folder_;
};

}  // namespace mentor::storage
