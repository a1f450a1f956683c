/// Where a program is kept in git, and which revision of its data a report was made from.
#pragma once

#include <filesystem>
#include <string>

namespace mentor::storage {

/// The nearest folder or file `.git` at or above `root`; empty when there is none.
std::filesystem::path nearest_git(const std::filesystem::path& root);

/// The file that git would read first and that is none that git writes, such as a pipe, at which it would wait for
/// ever; empty when all of them are plain files, or are not there.
std::filesystem::path irregular_file_of_git(const std::filesystem::path& root);

/// The first twelve characters of the commit that HEAD names, read from the nearest `.git` at or above `root`; empty
/// when there is none. It tells nothing of changes that are not committed.
std::string git_revision(const std::filesystem::path& root);

}  // namespace mentor::storage
