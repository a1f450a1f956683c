/// The world refused: a disk, a permission, a lock. Thrown anywhere in storage, caught once in `cli::run`.
#pragma once

#include <cerrno>
#include <exception>
#include <string>
#include <string_view>

namespace mentor::storage {

/// What was being done. The words are found by the catalogs.
enum class Operation {
  read,
  write,
  changed,     // a file is not what it was when the change was computed
  unfinished,  // writing failed, and taking back what was written failed too, or nobody can tell whether it was written
  keep_access,  // a new text would be open to others than the old one
  join_access,  // a file would be made of several that are open to different people
  write_output,
  lock,
  open_folder,
  make_folder,
};

class SystemError : public std::exception {
 public:
  /// `error` is an `errno` value.
  SystemError(Operation operation, std::string_view path, int error)
      : operation_(operation), path_(path), error_(error) {}

  Operation operation() const { return operation_; }
  const std::string& path() const { return path_; }
  int error() const { return error_; }
  /// Whether this says what is there instead of a file that could hold records: a folder, a link, a device, too many
  /// bytes. Then the data is wrong; else the system refused.
  bool is_about_the_data() const {
    return error_ == EFBIG || error_ == EISDIR || error_ == EINVAL || error_ == ELOOP || error_ == ENXIO;
  }
  const char* what() const noexcept override { return path_.c_str(); }

 private:
  Operation operation_;
  std::string path_;
  int error_;
};

}  // namespace mentor::storage
