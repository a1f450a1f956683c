/// What edits come to on disk: files with their old and their new text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mentor/edits.hpp"

namespace mentor::storage {

struct FileChange {
  std::string path;
  std::optional<std::string> before;  // nothing: there must be no such file
  std::optional<std::string> after;   // nothing: the file goes
};

/// The edits as changes of files.
std::vector<FileChange> file_changes(const Edits& edits);

}  // namespace mentor::storage
