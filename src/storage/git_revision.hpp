/// Which revision of the data a report was made from, when the program is kept in git.
#pragma once

#include <filesystem>
#include <string>

namespace mentor::storage {

/// The first twelve characters of the commit that HEAD names, read from the nearest `.git` at or above `root`; empty
/// when there is none. It tells nothing of changes that are not committed.
std::string git_revision(const std::filesystem::path& root);

}  // namespace mentor::storage
