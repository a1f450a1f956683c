/// What edits come to on disk: files with their old and their new text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/edits.hpp"
#include "storage/disk/access.hpp"
#include "storage/disk/tree.hpp"

namespace mentor::storage {

struct FileChange {
  std::string path;
  std::optional<std::string> before;  // nothing: there must be no such file
  std::optional<std::string> after;   // nothing: the file goes
  std::vector<std::string> records;   // those concerned: `activities/x5t7c0me2v`
  std::optional<Access> access;       // that to a file that comes back; nothing: see `made_of`
  std::vector<std::string> made_of;   // files of the change whose records a new one takes; none: it is as others there
};

struct FileChanges {
  std::vector<FileChange> changes;  // none when there is nothing to change
  std::vector<Finding> findings;    // what only a person can do; then there are no changes
};

/// The names that a program has in its folder: its settings, the record folders, those that `init` writes, and the
/// private folder.
std::vector<std::string_view> program_names();

/// Whether a path is that of a file which a program may have: its settings, a file of a record folder, those that
/// `init` writes. No other is ever written to, whatever a log says.
bool is_program_path(std::string_view path);

/// The edits as changes of files; several may lie in one file. What is there is read from `tree`. Throws `SystemError`,
/// also when a record is no longer where the edit has it (`Operation::changed`).
FileChanges file_changes(const Edits& edits, const Tree& tree);

}  // namespace mentor::storage
