/// What `check --fix` mends: how a file is written, never what it says.
#pragma once

#include <vector>

#include "storage/change/changes.hpp"
#include "storage/change/snapshot.hpp"

namespace mentor::storage {

/// A byte-order mark, CRLF line ends, no line feed at the end; quotes that are not those that mentor writes; a packed
/// year out of order; a file that is not named for its record. A file that says something else afterwards, or cannot be
/// read, is left alone. `schema` is the program's.
std::vector<FileChange> safe_fixes(const FrozenTree& tree, int schema);

}  // namespace mentor::storage
