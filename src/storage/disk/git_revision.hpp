/// Where a program is kept in git, and which revision of its data a report was made from.
#pragma once

#include <filesystem>
#include <string>

namespace mentor::storage {

/// The nearest folder or file `.git` at or above `root`; empty when there is none.
std::filesystem::path nearest_git(const std::filesystem::path& root);

/// The first file that git would read and that git did not write, such as a pipe, where git would wait for ever. Empty
/// when all of these files are plain files or missing.
std::filesystem::path irregular_file_of_git(const std::filesystem::path& root);

/// The first twelve characters of the commit that HEAD names, read from the nearest `.git` at or above `root`. Empty
/// when there is none. It says nothing about changes that are not committed.
std::string git_revision(const std::filesystem::path& root);

}  // namespace mentor::storage
