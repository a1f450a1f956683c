/// Changing a document in place: a field's new value takes the bytes of its old one, and every other byte – comments,
/// unknown keys, the order of keys, quoting, blank lines – stays. What comes out is read back before it is believed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/fields.hpp"

namespace mentor::storage {

/// A field of a kind, without what it does to records.
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

/// The document with that field holding the scalars, in that order, or (none) without it; one that it lacks is put
/// where the order of `fields` has it. A list, days or entries of a line each keep the lines and comments of what
/// stays, and the comments of what goes. Nothing when the document is laid out so unusually that only a person can
/// change it, or cannot be read.
std::optional<std::string> with_field(std::string_view document, FieldShape field,
                                      const std::vector<std::string>& scalars, std::span<const FieldShape> fields);

/// The document with that key called otherwise; nothing when it has no such key, has the new one too, or cannot be
/// read.
std::optional<std::string> with_key(std::string_view document, std::string_view name, std::string_view new_name);

/// The document with each value that stands in one line quoted as mentor quotes it; nothing when it cannot be read.
/// Keys that `fields` does not have are left alone with their values.
std::optional<std::string> with_canonical_quotes(std::string_view document, std::span<const FieldShape> fields);

}  // namespace mentor::storage
