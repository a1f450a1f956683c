/// Changes a document in place. The new value of a field takes the bytes of the old one. Every other byte stays:
/// comments, unknown keys, the order of keys, quoting, blank lines. The new text is read back before it is trusted.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/fields.hpp"

namespace mentor::storage {

/// A field of a kind, without its functions for records.
struct FieldShape {
  std::string_view name;
  Shape shape;
};

/// The fields of a kind in canonical order.
template <class Record>
std::vector<FieldShape> shapes_of() {
  std::vector<FieldShape> shapes;
  for (const auto& field : fields<Record>()) {
    shapes.push_back({field.name, field.shape});
  }
  return shapes;
}

/// The document in which the field holds these scalars, in this order. Without scalars the document loses the field. A
/// field that was not there goes where the order of `fields` has it. In a list, days or entries with a line for each
/// part, a part that stays keeps its line and comment, and a part that goes leaves its comment. Nothing when the
/// document cannot be read, or its layout is so unusual that only a person can change it.
std::optional<std::string> with_field(std::string_view document, FieldShape field,
                                      const std::vector<std::string>& scalars, std::span<const FieldShape> fields);

/// The same of one entry of the mapping at the key `map`, which must be there and have entries; the others stay as they
/// are, whatever they hold. Nothing, too, when it is the only entry of a mapping in braces and is to go.
std::optional<std::string> with_entry(std::string_view document, std::string_view map, FieldShape entry,
                                      const std::vector<std::string>& scalars, std::span<const FieldShape> entries);

/// The document in which a key has a new name. Nothing when it has no such key, has the new key already, or cannot be
/// read.
std::optional<std::string> with_key(std::string_view document, std::string_view name, std::string_view new_name);

/// The document with each value of one line quoted as mentor quotes it. Keys that are not in `fields` stay as they are,
/// and so do their values. Nothing when the document cannot be read.
std::optional<std::string> with_canonical_quotes(std::string_view document, std::span<const FieldShape> fields);

}  // namespace mentor::storage
