/// Where the fields of records stand within their documents. The core knows only the number of a record's layout
/// (`Stored::layout`), and asks here for the rest.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "mentor/program.hpp"

namespace mentor::storage {

/// The marks of a record's fields, in the order of the kind's fields.
using Marks = std::array<Mark, most_fields>;

/// The layout of a canonical record. Each field begins on a line of its own, in the kind's order; a line `---` may come
/// before the first, and a field of entries, which takes several lines, is the last. So the places follow from the
/// fields that the record has, and no memory is needed for those of a million records.
struct CanonicalLayout {
  static constexpr std::uint32_t count = 2U << most_fields;  // how many there are

  bool begins_with_marker = false;
  std::uint32_t present = 0;  // a bit for each field, the lowest for the first

  /// The layout as a number below `count`, and back.
  static CanonicalLayout from_number(std::uint32_t number) { return {(number & 1U) != 0, number >> 1U}; }
  std::uint32_t number() const { return (present << 1U) | (begins_with_marker ? 1U : 0U); }
  /// Where a field stands. `field` is its index in the kind's order. Absent when the record does not have the field.
  Mark mark(std::size_t field, const FieldDescription& description) const;
};

/// The marks of one program's records.
class RecordMarks : public FieldMarks {
 public:
  /// Keeps the marks of records that are not canonical. Gives the number of the first; the numbers of the others
  /// follow.
  std::uint32_t add(std::span<const Marks> marks);

  Mark mark(std::uint32_t layout, std::size_t field, const FieldDescription& description) const override;

 private:
  std::vector<Marks> marks_;
};

}  // namespace mentor::storage
