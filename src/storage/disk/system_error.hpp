/// The system refused: a disk, a permission, a lock. Any part of storage may throw this; only `cli::run` catches it.
#pragma once

#include <cerrno>
#include <exception>
#include <string>
#include <string_view>

namespace mentor::storage {

/// What mentor was doing. The catalogs have the words.
enum class Operation {
  read,
  write,
  changed,      // a file is not what it was when the change was computed
  unfinished,   // writing failed, and so did taking it back; or nobody can tell whether it was written
  keep_access,  // a new text would be open to other people than the old one
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
  /// Whether the error says that something else is there than a file of records: a folder, a link, a device, too many
  /// bytes. Then the data is wrong. Otherwise the system refused.
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
