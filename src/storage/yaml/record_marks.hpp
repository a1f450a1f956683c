/// Where the fields of records stand within their documents. The core knows only the number of a record's layout
/// (`Stored::layout`), and asks here for the rest.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
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
  /// Where an entry of the field of entries stands: each has a line.
  Mark entry_mark(std::size_t field, const FieldDescription& description, std::size_t entry) const;
};

/// The marks of one program's records.
class RecordMarks : public FieldMarks {
 public:
  /// Keeps the marks of records that are not canonical. Gives the number of the first; the numbers of the others
  /// follow. `entries` has the marks of the entries of each, if there are any.
  std::uint32_t add(std::span<const Marks> marks, std::span<const std::vector<Mark>> entries = {});

  Mark mark(std::uint32_t layout, std::size_t field, const FieldDescription& description) const override;
  Mark entry_mark(std::uint32_t layout, std::size_t field, const FieldDescription& description,
                  std::size_t entry) const override;

 private:
  std::vector<Marks> marks_;
  std::unordered_map<std::uint32_t, std::vector<Mark>> entries_;  // of few records
};

}  // namespace mentor::storage
