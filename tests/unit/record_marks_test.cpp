#include "storage/yaml/record_marks.hpp"

#include <doctest/doctest.h>

using namespace mentor;
using namespace mentor::storage;

TEST_CASE("a canonical layout is a number and back") {
  constexpr std::uint32_t stride = 65'537;  // prime, so that every bit is met with every other
  for (std::uint32_t number = 0; number < CanonicalLayout::count; number += stride) {
    CHECK(CanonicalLayout::from_number(number).number() == number);
  }
  for (const std::uint32_t number : {std::uint32_t{1}, CanonicalLayout::count - 1}) {
    CHECK(CanonicalLayout::from_number(number).number() == number);
  }
  const CanonicalLayout layout{.begins_with_marker = true, .present = 0b101};
  CHECK(layout.mark(0, fields<Pair>()[0]).line == 2);
  CHECK(layout.mark(1, fields<Pair>()[1]).is_absent());
  CHECK(layout.mark(2, fields<Pair>()[2]).line == 3);
}

TEST_CASE("the value of entries begins in the line below their field") {
  const CanonicalLayout layout{.present = 0b11};
  const FieldDescription entries{.name = "accept", .shape = Shape::entries};
  CHECK(layout.mark(1, entries).line == 3);
  CHECK(layout.mark(1, entries).column == 3);
}

TEST_CASE("each entry has a place of its own") {
  const CanonicalLayout layout{.present = 0b11};
  const FieldDescription entries{.name = "accept", .shape = Shape::entries};
  CHECK(layout.entry_mark(1, entries, 0).line == 3);
  CHECK(layout.entry_mark(1, entries, 2).line == 5);
  CHECK(layout.entry_mark(1, entries, 2).column == 3);
  CHECK(CanonicalLayout{.present = 0b1}.entry_mark(1, entries, 2).is_absent());
  RecordMarks marks;
  Marks of_field{};
  of_field[1] = {4, 3};
  const std::array both{of_field, of_field};
  const std::array<std::vector<Mark>, 2> of_entries{std::vector<Mark>{{4, 3}, {9, 5}}, {}};
  const std::uint32_t number = marks.add(both, of_entries);
  CHECK(marks.entry_mark(number, 1, entries, 1).line == 9);
  CHECK(marks.entry_mark(number + 1, 1, entries, 1).line == 4);
  CHECK(marks.entry_mark(layout.number(), 1, entries, 1).line == 4);
}

TEST_CASE("marks that follow no layout are known by their number") {
  RecordMarks marks;
  Marks first{};
  first[1] = {4, 9};
  Marks second{};
  second[1] = {7, 2};
  const std::array both{first, second};
  const std::uint32_t number = marks.add(both);
  const auto& field = fields<Pair>()[1];
  CHECK(marks.mark(number, 1, field).line == 4);
  CHECK(marks.mark(number + 1, 1, field).column == 2);
  CHECK(marks.mark(number + 1, 0, fields<Pair>()[0]).is_absent());
  CHECK(marks.mark(CanonicalLayout{.present = 0b10}.number(), 1, field).line == 1);
}
