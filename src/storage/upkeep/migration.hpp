/// Brings files of an older schema to the newest one: `mentor migrate` rewrites their keys.
#pragma once

#include <vector>

#include "storage/change/changes.hpp"
#include "storage/change/snapshot.hpp"

namespace mentor::storage {

/// Every file of the program in the newest schema. Comments and all else in the files stay. A document that cannot be
/// read stays as it is.
std::vector<FileChange> migrate(const FrozenTree& tree, int schema);

}  // namespace mentor::storage
