/// Where the fields of records stand in their files. The core asks; only storage knows how records are laid out.
#pragma once

#include <cstddef>
#include <cstdint>

#include "mentor/fields.hpp"

namespace mentor {

/// A position within a document: the line counted from the document's first, and the column, from 1. Zeros: absent.
struct Mark {
  std::uint16_t line = 0;
  std::uint16_t column = 0;

  bool is_absent() const { return line == 0; }
};

/// Tells where the fields of a program's records stand. Whoever reads the records knows how they are laid out, and
/// gives each the number by which it is asked.
class FieldMarks {
 public:
  FieldMarks() = default;
  FieldMarks(const FieldMarks&) = default;
  FieldMarks(FieldMarks&&) = default;
  FieldMarks& operator=(const FieldMarks&) = default;
  FieldMarks& operator=(FieldMarks&&) = default;
  virtual ~FieldMarks() = default;

  /// Where the field of that place in its kind's order stands in a record of that layout; absent when the record does
  /// not have it.
  virtual Mark mark(std::uint32_t layout, std::size_t field, const FieldDescription& description) const = 0;
};

}  // namespace mentor
