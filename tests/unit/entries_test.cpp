#include "mentor/entries.hpp"

#include <doctest/doctest.h>

#include "core/field_table.hpp"
#include "sample.hpp"

using namespace sample;

namespace {

using Texts = std::vector<std::string>;

/// A record with entries, as a kind might have it.
struct Sheet {
  Entries answers;
};

const Field<Sheet> answers =
    field<&Sheet::answers>("answers", mentor::optional, {"Ответы", "Answers"}, {"Ответы.", "Answers."});

Refusal set(Sheet& sheet, const Texts& scalars) {
  return answers.set(sheet, std::vector<std::string_view>{scalars.begin(), scalars.end()});
}

const Texts two{"comfort", "7", "useful", "Разбор темы: да"};

}  // namespace

TEST_CASE("entries are found by their word, and give back the scalars that they took") {
  Sheet sheet;
  CHECK(answers.shape == Shape::entries);
  CHECK(answers.scalars(sheet) == Texts{});
  REQUIRE(set(sheet, two).is_none());
  CHECK(answers.scalars(sheet) == two);
  CHECK(sheet.answers.find("useful") == "Разбор темы: да");
  CHECK(sheet.answers.find("other") == std::nullopt);
  answers.clear(sheet);
  CHECK(sheet.answers.is_empty());
}

TEST_CASE("entries are refused at the scalar that is wrong, and left alone") {
  struct Case {
    Texts scalars;
    std::string_view expected;
    std::size_t scalar;
  };
  Sheet sheet;
  REQUIRE(set(sheet, two).is_none());
  for (const Case& one : {
           Case{{"comfort", ""}, "expected.line", 1},
           Case{{"comfort", "7", "useful", "a\nb"}, "expected.line", 3},
           Case{{"comfort", "7", "comfort", "8"}, "expected.no-repeats", 2},
           Case{{"Уют", "7"}, "expected.id", 0},
           Case{{"", "7"}, "expected.id", 0},
           Case{{"comfort"}, "expected.entries", Refusal::all},
       }) {
    CAPTURE(one.scalars);
    const Refusal refusal = set(sheet, one.scalars);
    CHECK(refusal.expected == one.expected);
    CHECK(refusal.scalar == one.scalar);
    CHECK(answers.scalars(sheet) == two);
  }
}

TEST_CASE("entries are a cell of their own, which is empty when there are none") {
  const Program school = program();
  Sheet sheet;
  CHECK(std::holds_alternative<std::monostate>(answers.cell(sheet, {school, today})));
  REQUIRE(set(sheet, two).is_none());
  CHECK(std::get<Entries>(answers.cell(sheet, {school, today})) == sheet.answers);
}

TEST_CASE("entries of any length and bytes are given back in their order") {
  std::vector<Entries::Entry> all{{"none", ""}, {"nul", std::string("a\0b", 3)}};
  for (const std::size_t size : {1U, 127U, 128U, 16'383U, 16'384U, 100'000U}) {
    all.push_back({"of-" + std::to_string(size), std::string(size, 'x')});
  }
  const Entries entries{all};
  CHECK(entries.all() == all);
  CHECK(entries.find("of-128") == std::string(128, 'x'));
  CHECK(std::distance(entries.begin(), entries.end()) == static_cast<std::ptrdiff_t>(all.size()));
  const Entries copy = entries;
  CHECK(copy == entries);
  CHECK(Entries{}.all().empty());
}
