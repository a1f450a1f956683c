/// What `check --fix` mends. It changes how something is written and what a file is called, never what is said.
#pragma once

#include <vector>

#include "storage/change/changes.hpp"
#include "storage/change/snapshot.hpp"

namespace mentor::storage {

/// Mends byte-order marks, CRLF line ends, a missing line feed at the end, quotes unlike mentor's own, values that are
/// not canonical, a packed year out of order, and a file that is not named for its record. A copy of a record is
/// removed if it says the same as the record. A file stays as it is if it cannot be read, or if it would say something
/// else afterwards. `schema` and `model` are the program's.
std::vector<FileChange> safe_fixes(const FrozenTree& tree, int schema, const Model& model);

}  // namespace mentor::storage
