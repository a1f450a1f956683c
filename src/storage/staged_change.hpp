/// One file of a change, in three steps: its new text is put on the disk beside it, then the two change places, and
/// should a later file of the change fail, they change back. The last two write nothing, so that a disk that fills up
/// half-way cannot keep a change from being taken back.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "changes.hpp"
#include "file_system.hpp"

namespace mentor::storage {

/// The folders of a change's files, each opened once however many files it has.
class OpenedFolders {
 public:
  explicit OpenedFolders(int root) : root_(root) {}

  /// The file's folder, made when it is missing. Throws `SystemError`.
  int of(const std::string& path);
  /// Waits until the names in all of them are on the disk.
  void sync_all() const;

 private:
  int root_;
  std::map<std::string, Descriptor, std::less<>> folders_;
};

/// The file's name in its folder.
std::string name_in_folder(const std::string& path);

/// The permissions of a file that is there.
std::optional<unsigned> mode_of(const FileAt& file);

/// A file below the root as it is now; nothing when there is none. Throws `SystemError`, also when it is too large.
std::optional<std::string> read_current(int root, const std::string& path);

class StagedChange {
 public:
  /// Writes the new text to a file of the private folder. `number` tells the files of one change apart.
  /// The folders and the change must outlive this. Throws `SystemError`.
  StagedChange(OpenedFolders& folders, int private_folder, std::size_t number, const FileChange& change);
  StagedChange(const StagedChange&) = delete;
  StagedChange& operator=(const StagedChange&) = delete;
  /// Removes what lies in the private folder: the new text or, after `make`, the old.
  ~StagedChange();

  /// Puts the new in the place of the old, if that is still what the change has it to be (else `Operation::changed`).
  /// Throws `SystemError` or `std::bad_alloc`; then nothing has been changed, or there is still something to take back.
  void make();
  /// Puts the old back, if the new is in its place. Throws `SystemError`.
  void take_back();

  /// The permissions of the file that is there now, if one is.
  std::optional<unsigned> mode() const { return mode_; }

 private:
  /// Puts the new in the place of the old. Gives whether the old now lies in the private folder.
  bool displace();
  /// Whether what was displaced is what the change has it to be.
  bool displaced_the_expected() const;

  const FileChange& change_;
  FileAt file_;
  FileAt staged_;
  std::optional<unsigned> mode_;
  bool made_ = false;
  bool exchanged_ = false;
};

/// The beginning of the names that staged files have in the private folder.
inline constexpr std::string_view staged_prefix = "new-";

}  // namespace mentor::storage
