/// Where the fields of records stand within their documents. The core knows a record's number (`Stored::layout`), and
/// asks here for the rest.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "mentor/program.hpp"

namespace mentor::storage {

/// Where each field of a record stands, in the order of the kind's fields.
using Marks = std::array<Mark, most_fields>;

/// The marks of a record in canonical text are known by the fields that it has, so a million of them take no memory:
/// each field begins on a line of its own, in its order, after the line `---` if there is one. What takes more lines,
/// entries, stands last.
struct CanonicalLayout {
  static constexpr std::uint32_t count = 2U << most_fields;  // how many there are

  bool begins_with_marker = false;
  std::uint32_t present = 0;  // a bit for each field, the lowest for the first

  /// A layout as one number below `count`, and back.
  static CanonicalLayout from_number(std::uint32_t number) { return {(number & 1U) != 0, number >> 1U}; }
  std::uint32_t number() const { return (present << 1U) | (begins_with_marker ? 1U : 0U); }
  /// Where the field of that place in the kind's order stands; absent when the record does not have it.
  Mark mark(std::size_t field, const FieldDescription& description) const;
};

/// The marks of one program's records.
class RecordMarks : public FieldMarks {
 public:
  /// Keeps marks that follow no canonical layout. The number of the first of them; the others follow it.
  std::uint32_t add(std::span<const Marks> marks);

  Mark mark(std::uint32_t layout, std::size_t field, const FieldDescription& description) const override;

 private:
  std::vector<Marks> marks_;
};

}  // namespace mentor::storage
