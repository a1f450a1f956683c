/// Writes to a program's folder. There is one writer at a time. A change is made as a whole or not at all, is on the
/// disk before the command says so, and is kept in the log.
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

/// What was done about a change that a killed command left unfinished.
struct Recovery {
  std::string command;
  bool finished = false;                   // true: the change is made; false: it was taken back
  std::vector<std::string> changed_since;  // files that somebody changed afterwards; they were left as they are
  std::string set_aside;                   // the new name of a log entry that this mentor does not know
  std::vector<std::string> kept;           // the new names of texts that left their places and that no entry knows
};

/// The right to write to a program. It ends when this goes out of scope. The kernel also ends it when the process dies,
/// so no lock is ever stale. Readers do not need it.
class Store {
 public:
  /// Waits up to `timeout` for other writers, then finishes what a killed one left. Throws `SystemError`; when the time
  /// ran out, this is `EWOULDBLOCK`.
  Store(const std::filesystem::path& root, std::chrono::milliseconds timeout);

  const std::vector<Recovery>& recovered() const { return recovered_; }

  /// Makes the changes that forget a person, and takes the person's texts out of the log: out of these entries and out
  /// of its own. All of it or nothing is done, as in `apply`. If it is killed once the files have changed, the next
  /// writer takes the rest of the texts out.
  void forget(const std::vector<FileChange>& changes, const Origin& origin, Forgetting forgetting,
              const Progress& progress = {});

  /// Makes the changes, in their order, all of them or none. This holds even if the process is killed at any moment:
  /// the next writer then finishes them. A file that must not be there yet is never overwritten (`EEXIST`). A file that
  /// has changed since the change was computed is left alone (`Operation::changed`). Throws `SystemError`,
  /// `std::bad_alloc`, and what `progress` throws.
  void apply(const std::vector<FileChange>& changes, const Origin& origin,
             const std::optional<Reversal>& reversal = std::nullopt, const Progress& progress = {});

 private:
  void make(const std::vector<FileChange>& changes, const Origin& origin, const std::optional<Reversal>& reversal,
            std::optional<Forgetting> forgetting, const Progress& progress);
  /// Writes to the private folder what the entries become that a change of this name empties, that of the change
  /// included. Throws `SystemError`.
  void stage_emptied(Journal::Name name, const Forgetting& forgetting) const;
  /// Takes the texts out of the log. What every entry becomes must be staged, and the files must have changed. It can
  /// be done again. From here on the change is never taken back. Throws `SystemError`.
  void empty_log(Journal::Name name, const Forgetting& forgetting);
  void recover();
  Recovery recover(Journal::Name name, const JournalEntry& entry);
  /// Brings a file from the state before a patch to the state after it, if it is in the first. No other file has
  /// `number`.
  void finish(OpenedFolders& folders, const Patch& patch, std::size_t number);
  /// Takes staged changes back. Throws `Operation::unfinished` when that fails too.
  void take_back(std::deque<StagedChange>& staged, const OpenedFolders& folders, Journal::Name name,
                 const std::exception& stopped) const;
  /// Keeps those staged texts of an entry's change that are neither an old nor a new text of it. Somebody may have
  /// saved such a text in the moment in which a process died. It gets a name that stays. Gives these names.
  std::vector<std::string> keep_unknown(Journal::Name name, const std::vector<Patch>& patches);
  /// Removes the other staged texts: those of files, which the log has, and those of entries of the log, which can be
  /// made again.
  enum class Staged { all, files, entries };
  void clear_staged(Staged which = Staged::all);

  Descriptor root_;
  Descriptor private_files_;
  Descriptor lock_;
  Journal journal_;
  std::vector<Recovery> recovered_;
};

/// The text of a program's file as it is now. Nothing when there is no such file. Throws `SystemError`.
std::optional<std::string> current_text(const std::filesystem::path& root, const std::string& path);

/// Whether a killed command left an unfinished change in this folder. Throws `SystemError`.
bool has_unfinished_change(const std::filesystem::path& root);

/// Finishes such a change if no writer is at work and we can write to the folder. It never waits and never throws.
std::vector<Recovery> recover_if_possible(const std::filesystem::path& root) noexcept;

/// Makes the folder, and the folders above it that are missing. Throws `SystemError`.
void make_folder(const std::filesystem::path& folder);

}  // namespace mentor::storage
