/// The few calls by which mentor changes a disk, each telling what refused. Everything is named relative to an open
/// folder, and no symbolic link is followed on the way.
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

/// A folder of any name, opened. Throws `SystemError`.
Descriptor open_root(const std::filesystem::path& root);

/// A folder of the parent; `shown` is what a refusal names.
Descriptor open_folder(int parent, const char* name, std::string_view shown);

/// The same, made when it is missing; the superuser hands it over to whom the parent belongs to.
Descriptor ensure_folder(int parent, const char* name, std::string_view shown);

/// Waits until a file, or the names in a folder, are on the disk.
void sync(int number, std::string_view shown);

void write_all(int file, std::string_view text, std::string_view shown);

/// The whole of a regular file; nothing when there is no such file. `EFBIG`, before anything is read, when it has more
/// than `most` bytes.
std::optional<std::string> read_file(int folder, const char* name, std::string_view shown, std::size_t most);
/// The same into `text`, whose room is used again; false when there is no such file.
bool read_file_into(std::string& text, int folder, const char* name, std::string_view shown, std::size_t most);

/// A file as it is now, with who may do what with it.
struct OpenedFile {
  std::string text;
  Access access;
};

/// The whole of a regular file with its access; nothing when there is no such file. Throws as `read_file` does.
std::optional<OpenedFile> read_opened(int folder, const char* name, std::string_view shown, std::size_t most);

/// What is in an open folder, sorted by name, without what begins with a dot.
std::vector<Entry> entries_of(int folder, std::string_view shown);

/// A file by its folder and its name in it.
struct FileAt {
  int folder;
  std::string name;
};

/// What may have the name that a file is moved to.
enum class Onto { anything, nothing };

// A network file system may do a call, lose the answer, and report that the call failed. So these look at the names
// after a failure, and fail only when the call was not done. When they cannot look, they throw `Operation::unfinished`.

/// Gives a file another name and folder, over whatever has it; with `Onto::nothing` that is refused (`EEXIST`).
void move_file(const FileAt& file, const FileAt& to, Onto onto, std::string_view shown);

/// Lets two files change places at once; false when the file system cannot. After a failure it is for the caller, who
/// knows what the files hold, to look.
bool exchange_files(const FileAt& one, const FileAt& other, std::string_view shown);

/// Removes a file of the folder. A file that is not there is no error.
void remove_file(int folder, const std::string& name, std::string_view shown);

/// Whether anything has that name. Throws `SystemError` when that cannot be told.
bool is_there(const FileAt& file, std::string_view shown);

/// A new file, written and synced, that is removed again unless it is kept or moved into place.
class TemporaryFile {
 public:
  /// Who may see the file: all that may see a new one there, those whom `access` names, or at most those.
  struct Usual {};
  struct AtMost {
    Access access;
  };
  using Audience = std::variant<Usual, Access, AtMost>;
  /// Writes what the file is to hold to a descriptor. Throws `SystemError` when it cannot.
  using Contents = std::function<void(int)>;

  /// Over whatever a process that died left under that name. Nobody gets to see it who is not of the audience.
  TemporaryFile(int folder, std::string name, std::string_view text, const Audience& audience, std::string_view shown);
  TemporaryFile(int folder, std::string name, const Contents& contents, const Audience& audience,
                std::string_view shown);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  /// Who may see it now.
  const Access& access() const { return access_; }
  void keep() { temporary_ = false; }
  void move_to(const FileAt& to, Onto onto, std::string_view shown);

 private:
  FileAt file_;
  Access access_;
  bool temporary_ = true;
};

}  // namespace mentor::storage
