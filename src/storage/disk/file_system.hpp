/// The few calls by which mentor changes a disk. Each tells what refused. All names are relative to an open folder, and
/// no symbolic link is followed on the way.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "access.hpp"
#include "descriptor.hpp"
#include "tree.hpp"

namespace mentor::storage {

/// Opens a folder of any name. Throws `SystemError`.
Descriptor open_root(const std::filesystem::path& root);

/// Opens a folder within the parent. An error names it as `shown`.
Descriptor open_folder(int parent, const char* name, std::string_view shown);

/// Opens a folder within the parent, and makes it if it is missing. The superuser gives it to the parent's owner.
Descriptor ensure_folder(int parent, const char* name, std::string_view shown);

/// Waits until a file, or the names in a folder, are on the disk.
void sync(int number, std::string_view shown);

void write_all(int file, std::string_view text, std::string_view shown);

/// The whole of a regular file; nothing when there is no such file. If it has more than `most` bytes, throws
/// `SystemError` (`EFBIG`) before it reads anything.
std::optional<std::string> read_file(int folder, const char* name, std::string_view shown, std::size_t most);
/// Reads the same into `text`, whose memory is used again. False when there is no such file.
bool read_file_into(std::string& text, int folder, const char* name, std::string_view shown, std::size_t most);

/// The text of a file as it is now, and the access to it.
struct OpenedFile {
  std::string text;
  Access access;
};

/// The whole of a regular file, and the access to it; nothing when there is no such file. Throws as `read_file` does.
std::optional<OpenedFile> read_opened(int folder, const char* name, std::string_view shown, std::size_t most);

/// The entries of an open folder, sorted by name, without names that begin with a dot.
std::vector<Entry> entries_of(int folder, std::string_view shown);

/// A file: its folder, and its name in the folder.
struct FileAt {
  int folder;
  std::string name;
};

/// What may already have the name to which a file is moved.
enum class Onto { anything, nothing };

// A network file system may do a call, lose the answer, and report a failure. So after a failure these functions look
// at the names, and fail only if the call was not done. If they cannot look, they throw `Operation::unfinished`.

/// Moves a file to another folder and name, and replaces what is there. `Onto::nothing` refuses that (`EEXIST`).
void move_file(const FileAt& file, const FileAt& to, Onto onto, std::string_view shown);

/// Exchanges two files in one step. False when the file system cannot. After a failure the caller has to look, since
/// only the caller knows what the files hold.
bool exchange_files(const FileAt& one, const FileAt& other, std::string_view shown);

/// Removes a file of the folder. It is no error if there is no such file.
void remove_file(int folder, const std::string& name, std::string_view shown);

/// Whether anything has this name. Throws `SystemError` when nobody can tell.
bool is_there(const FileAt& file, std::string_view shown);

/// A new file, written and synced. It is removed again unless it is kept or moved.
class TemporaryFile {
 public:
  /// Who may see the file: all who may see a new file there, those whom `access` names, or at most those.
  struct Usual {};
  struct AtMost {
    Access access;
  };
  using Audience = std::variant<Usual, Access, AtMost>;
  /// Writes what the file is to hold to a descriptor. Throws `SystemError` when it cannot.
  using Contents = std::function<void(int)>;

  /// Replaces what a process that died left under this name. Nobody outside the audience ever sees the file.
  TemporaryFile(int folder, std::string name, std::string_view text, const Audience& audience, std::string_view shown);
  TemporaryFile(int folder, std::string name, const Contents& contents, const Audience& audience,
                std::string_view shown);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  /// Who may see the file now.
  const Access& access() const { return access_; }
  void keep() { temporary_ = false; }
  void move_to(const FileAt& to, Onto onto, std::string_view shown);

 private:
  FileAt file_;
  Access access_;
  bool temporary_ = true;
};

}  // namespace mentor::storage
