/// The world refused: a disk, a permission, a lock. Thrown anywhere in storage, caught once in `cli::run`.
#pragma once

#include <exception>
#include <string>
#include <string_view>

namespace mentor::storage {

/// What was being done. The words are found by the catalogs.
enum class Operation {
  read,
  write,
  changed,     // a file is not what it was when the change was computed
  unfinished,  // writing failed, and taking back what was written failed too
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
  const char* what() const noexcept override { return path_.c_str(); }

 private:
  Operation operation_;
  std::string path_;
  int error_;
};

}  // namespace mentor::storage
