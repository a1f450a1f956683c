/// Where the fields of records stand in their files. The core asks; only storage knows the layout of a record.
#pragma once

#include <cstddef>
#include <cstdint>

#include "mentor/fields.hpp"

namespace mentor {

/// A position within a document. The line counts from the first line of the document, and both count from 1. Zeros mean
/// that there is no position.
struct Mark {
  std::uint16_t line = 0;
  std::uint16_t column = 0;

  bool is_absent() const { return line == 0; }
};

/// Tells where the fields of a program's records stand. Storage implements it: while it reads a record, it gives the
/// record a number for its layout. The core asks by this number.
class FieldMarks {
 public:
  FieldMarks() = default;
  FieldMarks(const FieldMarks&) = default;
  FieldMarks(FieldMarks&&) = default;
  FieldMarks& operator=(const FieldMarks&) = default;
  FieldMarks& operator=(FieldMarks&&) = default;
  virtual ~FieldMarks() = default;

  /// Where a field stands in a record with this layout. `field` is the index of the field in its kind's order. The mark
  /// is absent when the record does not have the field.
  virtual Mark mark(std::uint32_t layout, std::size_t field, const FieldDescription& description) const = 0;
  /// Where an entry of a field of entries stands; they count from 0 in the order of the record. That of the whole field
  /// where it is not known.
  virtual Mark entry_mark(std::uint32_t layout, std::size_t field, const FieldDescription& description,
                          std::size_t /*entry*/) const {
    return mark(layout, field, description);
  }
};

}  // namespace mentor
