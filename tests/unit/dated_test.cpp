#include "mentor/dated.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

namespace {

using Texts = std::vector<std::string>;

const Field<Participant>& unit_field() { return fields<Participant>()[field_index<Participant>("unit")]; }

/// What the field of a dated text makes of these scalars.
Refusal set(Participant& person, const Texts& scalars) {
  return unit_field().set(person, std::vector<std::string_view>{scalars.begin(), scalars.end()});
}

Participant pupil_of(const Texts& scalars) {
  Participant person = mentee("anna");
  REQUIRE(set(person, scalars).is_none());
  return person;
}

const Texts two_years{"2026-09-14", "6Б", "2027-09-01", "7Б"};

}  // namespace

TEST_CASE("a dated value on a day is that of the last part that has begun, before all of them the first") {
  const Participant person = pupil_of(two_years);
  CHECK(person.unit.on(Date::earliest()) == "6Б");
  CHECK(person.unit.on(day("2026-09-14")) == "6Б");
  CHECK(person.unit.on(day("2027-08-31")) == "6Б");
  CHECK(person.unit.on(day("2027-09-01")) == "7Б");
  CHECK(person.unit.on(Date::latest()) == "7Б");
  CHECK(pupil_of({"", "6Б"}).unit.on(day("2020-01-01")) == "6Б");
  CHECK(mentee("anna").unit.on(day("2026-09-14")) == "");
}

TEST_CASE("an empty part ends what was before") {
  const Participant person = pupil_of({"2025-09-01", "11А", "2026-09-01", ""});
  CHECK(person.unit.on(day("2026-08-31")) == "11А");
  CHECK(person.unit.on(day("2026-09-01")) == "");
}

TEST_CASE("the scalars of a dated value are those that it was set from") {
  for (const Texts& scalars : {Texts{"", "6Б"}, two_years, Texts{"2025-09-01", "11А", "2026-09-01", ""}, Texts{}}) {
    Participant person = mentee("anna");
    if (!scalars.empty()) {
      REQUIRE(set(person, scalars).is_none());
    }
    CHECK(unit_field().scalars(person) == scalars);
  }
}

TEST_CASE("a dated value is refused at the scalar that is wrong, and left alone") {
  Participant person = pupil_of(two_years);
  struct Case {
    Texts scalars;
    std::string_view expected;
    std::size_t scalar;
  };
  for (const Case& one : {
           Case{{"2027-09-01", "7Б", "2026-09-14", "6Б"}, "expected.later-day", 2},
           Case{{"2026-09-14", "6Б", "2026-09-14", "7Б"}, "expected.later-day", 2},
           Case{{"осень", "6Б"}, "expected.day-of-value", 0},
           Case{{"2026-09-14", "6Б", "", "7Б"}, "expected.day-of-value", 2},
           Case{{"", "6Б", "2027-09-01", "7Б"}, "expected.day-of-value", 0},
           Case{{"2026-09-14", "6Б", "2026-09-31", "7Б"}, "expected.day-of-value", 2},
           Case{{"2026-09-14", "6Б\n"}, "expected.line", 1},
           Case{{"", ""}, "expected.line", 1},
           Case{{"6Б"}, "expected.dated", Refusal::all},
       }) {
    CAPTURE(one.scalars);
    const Refusal refusal = set(person, one.scalars);
    CHECK(refusal.expected == one.expected);
    CHECK(refusal.scalar == one.scalar);
    CHECK(unit_field().scalars(person) == two_years);
  }
}

TEST_CASE("what holds on a day is found among scalars, and replaced alone") {
  CHECK(values_on(two_years, day("2027-01-01")) == Texts{"6Б"});
  CHECK(values_on({}, day("2027-01-01")) == Texts{});
  CHECK(with_value_on(two_years, day("2027-01-01"), {"6В"}) == Texts{"2026-09-14", "6В", "2027-09-01", "7Б"});
  CHECK(with_value_on(two_years, day("2020-01-01"), {"6В"}) == Texts{"2026-09-14", "6В", "2027-09-01", "7Б"});
  CHECK(with_value_on(two_years, day("2027-09-01"), {}) == Texts{"2026-09-14", "6Б", "2027-09-01", ""});
  CHECK(with_value_on({}, day("2027-09-01"), {"7Б"}) == Texts{"", "7Б"});
  CHECK(with_value_on({"", "6Б"}, day("2027-09-01"), {}) == Texts{});
}

TEST_CASE("of dated lists all words of a day are replaced together") {
  const Texts roles{"2025-09-10", "mentee", "2026-09-10", "mentee", "2026-09-10", "mentor"};
  CHECK(values_on(roles, day("2026-10-01")) == Texts{"mentee", "mentor"});
  CHECK(with_value_on(roles, day("2026-10-01"), {"mentor"}) == Texts{"2025-09-10", "mentee", "2026-09-10", "mentor"});
  CHECK(with_value_on(roles, day("2025-10-01"), {}) ==
        Texts{"2025-09-10", "", "2026-09-10", "mentee", "2026-09-10", "mentor"});
}

TEST_CASE("a table shows the value of a day, a page about the record all of them") {
  const Program school = program();
  const Participant person = pupil_of(two_years);
  CHECK(std::get<std::string>(unit_field().cell(person, school, day("2027-09-01"))) == "7Б");
  const auto history = std::get<History>(unit_field().cell(person, school, std::nullopt));
  REQUIRE(history.size() == 2);
  CHECK(history.front().from == day("2026-09-14"));
  CHECK(std::get<std::string>(history.back().value) == "7Б");
}
