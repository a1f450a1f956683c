/// The steps that all writing commands share: take the lock, read, apply the rules, then show or write.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mentor/begun_demands.hpp"
#include "mentor/edits.hpp"
#include "mentor/program.hpp"
#include "session.hpp"
#include "storage/change/changes.hpp"
#include "storage/change/store.hpp"

namespace mentor::cli {

/// How long to wait for other writers: `--lock-timeout`, else ten seconds.
std::chrono::milliseconds lock_timeout(const Arguments& arguments);

/// Writes under the lock. With `--dry-run`, takes no lock and writes nothing.
class Writing {
 public:
  /// Takes the lock of the session's program, except with `--dry-run`.
  Writing(Session& session, const Arguments& arguments);

  bool is_dry() const { return dry_; }

  /// Loads the program for a change. Throws `Refused` when the program must first be migrated to the newest schema.
  storage::Loaded load(const storage::Scope& scope = storage::Scope::everything()) const;
  /// Loads it from files that have been read already.
  storage::Loaded load(const storage::FrozenTree& tree) const;

  /// Checks the result of the edits, then writes all of them, or shows what would be written, and tells the sentences
  /// about what was done. The ids of new records go to standard output. `known` is what was found already. Throws
  /// `Refused` with the findings when a rule forbids the edits.
  void make(storage::Loaded loaded, Edits edits, const std::vector<Message>& said = {},
            std::vector<Finding> known = {});

  /// Says from which line of a file a new record comes, so that findings about it name the line.
  void comes_from(std::string id, Place place) { origins_.insert_or_assign(std::move(id), std::move(place)); }

  /// Does not print the ids of new records. For commands that do more than make a record.
  void leave_ids_out() { prints_ids_ = false; }

  /// Says that the one sentence which `make` is given tells all of the change. At a terminal it then stands in the
  /// place of what was understood.
  void say_it_once() { says_it_once_ = true; }

  /// Writes or shows changes that no rule has to judge.
  void write(const std::vector<storage::FileChange>& changes,
             const std::optional<storage::Reversal>& reversal = std::nullopt);

  /// Writes or shows the changes that forget a person, and takes the person's texts out of the log. `command` is what
  /// the log gets for a command line.
  void forget(const std::vector<storage::FileChange>& changes, storage::Forgetting forgetting,
              const std::string& command);

  /// The id that was asked for, or else a random free id. This refuses nothing.
  template <class Record>
  std::string new_id(const Program& program, const Arguments& arguments) const;
  /// A random free id.
  template <class Record>
  Id<Record> random_id(const Program& program) const;

 private:
  static storage::Loaded require_newest_schema(storage::Loaded loaded);
  void print_new_ids(const Edits& edits) const;
  /// What the new records are the first to answer. `before` is the program without them; it may hold only a part. Reads
  /// of the rest no more than it takes to find a record that answers the same.
  BegunDemands begun_by(const Program& before, const Edits& edits) const;
  /// Says what is asked of everybody from the new records on, which have just been written.
  void tell(const BegunDemands& begun) const;
  /// Says of findings about new records from which line of a file these come.
  void place_in_rows(std::vector<Finding>& findings) const;
  /// Adds from which line each other new record that a finding names comes: nobody will ever see a record with its id.
  void name_rows(std::vector<Finding>& findings) const;

  Session& session_;
  bool dry_;
  bool strict_;
  bool prints_ids_ = true;
  bool says_it_once_ = false;
  std::map<std::string, Place> origins_;
  std::optional<storage::Store> store_;
};

/// Throws `Refused` when records of these kinds cannot be read. For commands that change all records of theirs which
/// belong together: one that cannot be read would be left behind.
void require_all_read(const Program& program, KindSet kinds);

/// The first three names; if there are more, also how many there are: `a, b, c … (12)`.
std::string shortened(const std::vector<std::string>& names);

/// Shows changes as a diff on standard output. With `--dry-run` this replaces the writing.
void show_changes(const Session& session, const std::vector<storage::FileChange>& changes);

}  // namespace mentor::cli
