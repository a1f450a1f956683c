/// Where a program's files are read from. A working tree is one such place; a git revision or a test is another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentor::storage {

enum class EntryType { file, folder, other };  // other: a symbolic link, a device, a pipe

struct Entry {
  std::string name;
  EntryType type;
};

/// Both calls may be made by several threads at once.
class Tree {
 public:
  virtual ~Tree() = default;

  /// What is in a folder, sorted by name, without what begins with a dot. Nothing when the folder is not there.
  virtual std::vector<Entry> list(std::string_view folder) const = 0;

  /// The whole of a regular file. Throws `SystemError` when it cannot be read; with `EFBIG` when it has more than
  /// `most` bytes.
  virtual std::string read(std::string_view path, std::size_t most) const = 0;
};

}  // namespace mentor::storage
