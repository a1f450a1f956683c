/// Where a program's files are read from. A working tree is one such place; a git revision or a test is another.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "system_error.hpp"

namespace mentor::storage {

enum class EntryType { file, folder, other };  // other: a symbolic link, a device, a pipe

struct Entry {
  std::string name;
  EntryType type;
};

/// Nothing has that name.
struct Absent {};

/// What a path leads to: nothing, a text, or what the system said when it was asked for one. So a file that cannot be
/// read is never taken for one that is not there.
using FileContent = std::variant<Absent, std::string, SystemError>;

/// All calls may be made by several threads at once.
class Tree {
 public:
  virtual ~Tree() = default;

  /// What is in a folder, sorted by name, without what begins with a dot. Nothing when the folder is not there.
  virtual std::vector<Entry> list(std::string_view folder) const = 0;

  /// Reads the whole of a regular file into `text`, whose room serves for one file after another. Throws `SystemError`
  /// when it cannot be read; with `EFBIG` when it has more than `most` bytes.
  virtual void read_into(std::string& text, std::string_view path, std::size_t most) const = 0;

  /// The text of a file. Throws as `read_into` does.
  std::string read(std::string_view path, std::size_t most) const {
    std::string text;
    read_into(text, path, most);
    return text;
  }
};

}  // namespace mentor::storage
