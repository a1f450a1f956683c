/// What `check --fix` mends. It changes how a file is written, never what it says.
#pragma once

#include <vector>

#include "storage/change/changes.hpp"
#include "storage/change/snapshot.hpp"

namespace mentor::storage {

/// Mends byte-order marks, CRLF line ends, a missing line feed at the end, quotes unlike mentor's own, a packed year
/// out of order, and a file that is not named for its record. It leaves a file alone that cannot be read, or that would
/// say something else afterwards. `schema` is the program's.
std::vector<FileChange> safe_fixes(const FrozenTree& tree, int schema);

}  // namespace mentor::storage
