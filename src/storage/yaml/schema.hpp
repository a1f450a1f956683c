/// The schemas of the records, and what older ones called otherwise: a file of an older schema is read as it is.
/// To make schema 2: raise `newest_schema`, and say in `schema.cpp` what was called otherwise before.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "yaml.hpp"

namespace mentor::storage {

inline constexpr int newest_schema = 1;  // what is written; the older ones are read
inline constexpr int oldest_schema = 0;

/// A key that any document may have: the schema that it was written for.
inline constexpr std::string_view schema_key = "schema";

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

/// The schema that a document says it has; nothing when it says none, or something else.
std::optional<int> declared_schema(const Node& root);

}  // namespace mentor::storage
