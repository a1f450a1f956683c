/// One file of a change, in three steps: its new text is put on the disk beside it, then the two change places, and
/// should a later file of the change fail, they change back. The last two write nothing, so that a disk that fills up
/// half-way cannot keep a change from being taken back. What came out of its place is kept until the change is done.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "changes.hpp"
#include "storage/disk/file_system.hpp"

namespace mentor::storage {

/// The folders of a change's files, each opened once however many files it has.
class OpenedFolders {
 public:
  explicit OpenedFolders(int root) : root_(root) {}

  /// The file's folder, made when it is missing. Throws `SystemError`.
  int of(const std::string& path);
  /// Waits until the names in all of them are on the disk.
  void sync_all() const;
  /// The permission bits of those who can enter all of them: of the owner, the group, the others. Throws `SystemError`.
  mode_t reach() const;

 private:
  int root_;
  std::map<std::string, Descriptor, std::less<>> folders_;
};

/// The file's name in its folder.
std::string name_in_folder(const std::string& path);

/// A file below the root as it is now; nothing when there is none. Throws `SystemError`, also when it is too large.
std::optional<OpenedFile> read_current(int root, const std::string& path);

class StagedChange {
 public:
  /// Writes the new text to a file of the private folder, for that audience. `staged_name` is of this file alone.
  /// The folders and the change must outlive this. Throws `SystemError`.
  StagedChange(OpenedFolders& folders, int private_files, std::string staged_name, const FileChange& change,
               const TemporaryFile::Audience& audience);
  StagedChange(const StagedChange&) = delete;
  StagedChange& operator=(const StagedChange&) = delete;
  /// Removes what lies in the private folder: the new text, or the old one of a change that is done. What came out of
  /// its place and has not come back stays there for the recovery.
  ~StagedChange();

  /// Puts the new in the place of the old, if that is still what the change has it to be (else `Operation::changed`).
  /// Throws `SystemError` or `std::bad_alloc`; then nothing has been changed, or there is still something to take back.
  void make();
  /// Puts the old back, if the new is in its place. Throws `SystemError`.
  void take_back();
  /// Who may see the new text; nothing where there is none.
  const std::optional<Access>& access() const { return access_; }
  /// The change is in the log as done, which has the old text: the one that came out is no longer needed.
  void settle() { settled_ = true; }

 private:
  enum class State {
    staged,
    made,
    unclear,         // nobody knows whether it was made until somebody looks
    edited_by_hand,  // the staged file is a text of somebody else's: recovery keeps it for people
  };

  void displace();
  void replace();
  void move_out();
  /// Whether the new is in the place of the old. Throws `SystemError` when that cannot be told.
  bool is_made() const;
  bool holds(const FileAt& file, const std::optional<std::string>& text) const;
  /// Lets the two change places, one text coming into the place and the other out of it. When another text comes out,
  /// they change back, and this throws `Operation::changed`. False when the file system cannot exchange files.
  bool exchange(const std::string& comes_in, const std::string& comes_out);
  /// Lets the two change places, whatever they hold, and notes it.
  bool swap(const std::string& comes_in);

  const FileChange& change_;
  FileAt file_;
  FileAt staged_;
  TemporaryFile::Audience audience_;
  std::optional<Access> access_;
  State state_ = State::staged;
  bool exchanged_ = false;  // what came out of its place is the staged file now
  bool settled_ = false;
};

}  // namespace mentor::storage
