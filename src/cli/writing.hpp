/// The steps that every writing command shares: take the lock, read, let the rules judge, then show or write.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mentor/edits.hpp"
#include "session.hpp"
#include "storage/change/changes.hpp"
#include "storage/change/store.hpp"

namespace mentor::cli {

/// How long to wait for other writers: `--lock-timeout`, else ten seconds.
std::chrono::milliseconds lock_timeout(const Arguments& arguments);

/// Writes under the lock. With `--dry-run` no lock is taken and nothing is written.
class Writing {
 public:
  /// Takes the lock of the session's program.
  Writing(Session& session, const Arguments& arguments);

  bool is_dry() const { return dry_; }

  /// The program, to be added to or changed. Throws `Refused` when it must be lifted to the newest schema first.
  storage::Loaded load(const storage::Scope& scope = storage::Scope::everything()) const;
  /// The same from files that have been read already.
  storage::Loaded load(const storage::FrozenTree& tree) const;

  /// Checks what would be, and writes all of it or shows what would be written. The ids of new records go to standard
  /// output. Throws `Refused` with the findings when a rule forbids it.
  void make(storage::Loaded loaded, Edits edits);

  /// Writes or shows changes that need no rule's consent.
  void write(const std::vector<storage::FileChange>& changes,
             const std::optional<storage::Reversal>& reversal = std::nullopt);

  /// The id that was asked for, or a random one that is free; nothing refused here.
  template <class Record>
  std::string new_id(const Program& program, const Arguments& arguments) const;

 private:
  static storage::Loaded require_newest_schema(storage::Loaded loaded);
  void print_new_ids(const Edits& edits) const;
  /// A person wants to see that it went well; a script does not.
  void confirm(const Message& message) const;

  Session& session_;
  bool dry_;
  bool strict_;
  std::optional<storage::Store> store_;
};

/// The first three of the names, and how many they are when there are more: `a, b, c … (12)`.
std::string shortened(const std::vector<std::string>& names);

/// What stands in `--dry-run`: the changes as a diff on standard output.
void show_changes(const Session& session, const std::vector<storage::FileChange>& changes);

}  // namespace mentor::cli
