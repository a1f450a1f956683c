/// Older ways of writing the records. A file of an older schema is read as it is; `mentor migrate` rewrites its keys.
/// To make schema 2: raise `newest_schema`, and say in `key_changes` what was called otherwise before.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "changes.hpp"
#include "snapshot.hpp"

namespace mentor::storage {

/// A key that was called otherwise up to a schema.
struct KeyChange {
  int until;                // the last schema that had the old name
  std::string_view folder;  // of the kind; empty: program.yaml
  std::string_view old_name;
  std::string_view name;
};

std::span<const KeyChange> key_changes();

/// What a key of that schema is called now.
std::string_view current_key(std::string_view folder, std::string_view key, int schema);

/// Every file of the program in the newest schema. Comments and all else in them stay. Documents that cannot be read
/// stay as they are.
std::vector<FileChange> migrate(const FrozenTree& tree, int schema);

}  // namespace mentor::storage
