/// Brings the files of an older schema to the newest: `mentor migrate` rewrites their keys.
#pragma once

#include <vector>

#include "storage/change/changes.hpp"
#include "storage/change/snapshot.hpp"

namespace mentor::storage {

/// Every file of the program in the newest schema. Comments and all else in them stay. Documents that cannot be read
/// stay as they are.
std::vector<FileChange> migrate(const FrozenTree& tree, int schema);

}  // namespace mentor::storage
