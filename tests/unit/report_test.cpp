#include "mentor/report.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

TEST_CASE("a cell is empty, an unknown figure, or a value, and these are not the same") {
  CHECK(std::holds_alternative<std::monostate>(Cell{}));
  CHECK(std::holds_alternative<Unknown>(Cell{Unknown{}}));
  CHECK(std::holds_alternative<std::int64_t>(Cell{std::int64_t{0}}));
}

TEST_CASE("a column is shown to people, at the left, unless it says otherwise") {
  const Column column{.key = "id"};
  CHECK(column.align == Align::left);
  CHECK_FALSE(column.for_machines);
  CHECK_FALSE(column.groups);
  CHECK_FALSE(column.references);
}
