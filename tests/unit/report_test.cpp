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
  CHECK_FALSE(is_figure(column.kind));
  CHECK(column.audience == Audience::all);
  CHECK_FALSE(column.groups);
}

TEST_CASE("rows that are given and rows that are made are gone through alike, and more than once") {
  const auto outline = [](const Rows& rows) {
    std::string all;
    for (int time = 0; time < 2; ++time) {
      rows.for_each([&](const Row& row) {
        for (const Cell& cell : row) {
          all += std::to_string(std::get<std::int64_t>(cell)) + ' ';
        }
        all += '|';
      });
    }
    return all;
  };
  const Rows given{std::vector<Row>{{std::int64_t{0}, std::int64_t{0}}, {std::int64_t{1}, std::int64_t{10}}}};
  const Rows made{2, [](std::size_t index, Row& row) {
                    const auto number = static_cast<std::int64_t>(index);
                    row.insert(row.end(), {number, 10 * number});
                  }};
  for (const Rows& rows : {given, made}) {
    CHECK(rows.size() == 2);
    CHECK(outline(rows) == "0 0 |1 10 |0 0 |1 10 |");
    CHECK(outline(Rows{rows}.picked({1})) == "0 |10 |0 |10 |");
    CHECK(outline(Rows{rows}.picked({1, 0})) == "0 0 |10 1 |0 0 |10 1 |");
  }
  CHECK(Rows{}.is_empty());
}

TEST_CASE("of rows that are made none is kept") {
  std::size_t alive = 0;
  const Rows rows{3, [&alive](std::size_t, Row& row) {
                    ++alive;
                    row.emplace_back(std::string{"x"});
                  }};
  CHECK(alive == 0);
  std::size_t seen = 0;
  rows.for_each([&](const Row& row) {
    CHECK(row.size() == 1);
    CHECK(alive == ++seen);
  });
}

TEST_CASE("the blocks of one sort are found in their order, over all chapters") {
  const Report report{.chapters = {{.blocks = {Section{.key = "a"}, Paragraph{}, Section{.key = "b"}}},
                                   {.blocks = {Gap{}, Section{.key = "c"}}}}};
  std::string keys;
  for (const Section* section : blocks_of<Section>(report)) {
    keys += section->key;
  }
  CHECK(keys == "abc");
  CHECK(blocks_of<Gap>(report).size() == 1);
  CHECK(blocks_of<Section>(report.chapters.back()).size() == 1);
}
