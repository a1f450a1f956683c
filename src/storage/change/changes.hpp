/// What edits change on disk: files, each with its old and its new text.
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
  std::optional<std::string> after;   // nothing: the file is removed
  std::vector<std::string> records;   // the records concerned: `activities/x5t7c0me2v`
  std::optional<Access> access;       // the access to a file that comes back; nothing: see `made_of`
  std::vector<std::string> made_of;   // files whose records a new file takes; none: it gets the usual access
};

struct FileChanges {
  std::vector<FileChange> changes;  // empty when there is nothing to change
  std::vector<Finding> findings;    // what only a person can do; then there are no changes
};

/// The names that a program has in its folder: its settings, the folders of records, the files that `init` writes, and
/// the private folder.
std::vector<std::string_view> program_names();

/// Whether a program may have a file at this path: its settings, a file in a folder of records, or a file that `init`
/// writes. mentor writes to no other path, whatever a log says.
bool is_program_path(std::string_view path);

/// Turns edits into changes of files. One file may have several edits. `tree` gives the files as they are. Throws
/// `SystemError`; if a record is no longer where the edit expects it, this is `Operation::changed`.
FileChanges file_changes(const Edits& edits, const Tree& tree);

}  // namespace mentor::storage
