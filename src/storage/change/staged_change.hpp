/// One file of a change, in three steps. The new text is written to the disk beside the file. Then the two exchange
/// places. If a later file of the change fails, they exchange places again. The last two steps write nothing, so a disk
/// that becomes full half-way cannot keep a change from being taken back. The old text is kept until the change is
/// done.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "changes.hpp"
#include "storage/disk/file_system.hpp"

namespace mentor::storage {

/// The folders of a change's files. Each is opened once, however many files it has.
class OpenedFolders {
 public:
  explicit OpenedFolders(int root) : root_(root) {}

  /// The folder of a file. It is made if it is missing. Throws `SystemError`.
  int of(const std::string& path);
  /// Waits until the names in all of the folders are on the disk.
  void sync_all() const;
  /// The permission bits for entering all of the folders: of the owner, the group and the others. Throws `SystemError`.
  mode_t reach() const;

 private:
  int root_;
  std::map<std::string, Descriptor, std::less<>> folders_;
};

/// The name of a file in its folder.
std::string name_in_folder(const std::string& path);

/// A file below the root as it is now. Nothing when there is none. Throws `SystemError`, also when the file is too
/// large.
std::optional<OpenedFile> read_current(int root, const std::string& path);

class StagedChange {
 public:
  /// Writes the new text to a file in the private folder, for this audience. No other staged file may have the name
  /// `staged_name`. The folders and the change must outlive this. Throws `SystemError`.
  StagedChange(OpenedFolders& folders, int private_files, std::string staged_name, const FileChange& change,
               const TemporaryFile::Audience& audience);
  StagedChange(const StagedChange&) = delete;
  StagedChange& operator=(const StagedChange&) = delete;
  /// Removes the file in the private folder: a new text that was not put in place, or the old text of a settled change.
  /// An old text that left its place and did not come back stays there for the recovery.
  ~StagedChange();

  /// Puts the new text in the place of the old one. If the old one is not what the change expects, throws
  /// `Operation::changed`. After any `SystemError` or `std::bad_alloc`, either nothing is changed, or `take_back` has
  /// work to do.
  void make();
  /// Puts the old text back if the new one is in its place. Throws `SystemError`.
  void take_back();
  /// Who may see the new text. Nothing when there is none.
  const std::optional<Access>& access() const { return access_; }
  /// To be called when the log has the change as done. The log holds the old text, so the staged one is not needed now.
  void settle() { settled_ = true; }

 private:
  enum class State {
    staged,
    made,
    unclear,         // nobody knows whether it was made until somebody looks
    edited_by_hand,  // the staged file is another person's text: recovery keeps it for people
  };

  void displace();
  void replace();
  void move_out();
  /// Whether the new text is in place. Throws `SystemError` when nobody can tell.
  bool is_made() const;
  bool holds(const FileAt& file, const std::optional<std::string>& text) const;
  /// Exchanges the two files: one text comes in, the other goes out. If a third text went out, exchanges them again and
  /// throws `Operation::changed`. False when the file system cannot exchange files.
  bool exchange(const std::string& comes_in, const std::string& comes_out);
  /// Exchanges the two files, whatever they hold, and notes it.
  bool swap(const std::string& comes_in);

  const FileChange& change_;
  FileAt file_;
  FileAt staged_;
  TemporaryFile::Audience audience_;
  std::optional<Access> access_;
  State state_ = State::staged;
  bool exchanged_ = false;  // the staged file is now what was in the place before
  bool settled_ = false;
};

}  // namespace mentor::storage
