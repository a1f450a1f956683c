/// Where mentor reads a program's files from: a working tree, a git revision or a test.
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

/// Nothing has this name.
struct Absent {};

/// What is at a path: nothing, a text, or the error that the system gave instead of a text. So a file that cannot be
/// read is never taken for a missing file.
using FileContent = std::variant<Absent, std::string, SystemError>;

/// Several threads may call any of these at once.
class Tree {
 public:
  virtual ~Tree() = default;

  /// The entries of a folder, sorted by name, without names that begin with a dot. None when there is no such folder.
  /// The program's own folder has an empty path.
  virtual std::vector<Entry> list(std::string_view folder) const = 0;

  /// Reads the whole of a regular file into `text`, whose memory is used for one file after another. Throws
  /// `SystemError` when it cannot, with `EFBIG` when the file has more than `most` bytes.
  virtual void read_into(std::string& text, std::string_view path, std::size_t most) const = 0;

  /// The text of a file. Throws as `read_into` does.
  std::string read(std::string_view path, std::size_t most) const {
    std::string text;
    read_into(text, path, most);
    return text;
  }
};

/// The entries of a folder; none when we may not look into it.
std::vector<Entry> list_if_allowed(const Tree& tree, std::string_view folder);

}  // namespace mentor::storage
