/// The schemas of the records, and the keys that had other names in older ones. mentor reads a file of an older schema
/// as it is. To make schema 2, raise `newest_schema` and list in `schema.cpp` the keys that had other names before it.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "yaml.hpp"

namespace mentor::storage {

inline constexpr int newest_schema = 1;  // mentor writes this one, and also reads the older ones
inline constexpr int oldest_schema = 0;

/// A key that any document may have. It says for which schema the document was written.
inline constexpr std::string_view schema_key = "schema";

/// A key that had another name up to some schema.
struct KeyChange {
  int until;                // the last schema that had the old name
  std::string_view folder;  // of the kind; empty for program.yaml
  std::string_view old_name;
  std::string_view name;
};

std::span<const KeyChange> key_changes();

/// The name that a key of this schema has now.
std::string_view current_key(std::string_view folder, std::string_view key, int schema);

/// The schema that a document declares. Nothing when it declares none, or something that is not a schema.
std::optional<int> declared_schema(const Node& root);

}  // namespace mentor::storage
