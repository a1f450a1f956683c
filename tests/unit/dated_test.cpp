#include "mentor/dated.hpp"

#include <doctest/doctest.h>

#include "core/field_table.hpp"
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

/// A record with a list that changes by days, as a kind might have it.
struct Guest {
  Dated<std::vector<Role>> roles;
};

const Field<Guest> guest_roles =
    field<&Guest::roles>("roles", mentor::required, {"Роли", "Roles"}, {"Роли.", "Roles."});

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

TEST_CASE("a dated list is refused at the word that is wrong, and shown day by day") {
  Guest guest;
  const std::vector<std::string_view> wrong{"2025-09-10", "mentee", "2026-09-10", "mentor", "2026-09-10", "king"};
  CHECK(guest_roles.set(guest, wrong).expected == "expected.role");
  CHECK(guest_roles.set(guest, wrong).scalar == 5);
  CHECK(guest.roles.is_empty());
  const std::vector<std::string_view> twice{"2025-09-10", "mentee", "2025-09-10", "mentee"};
  CHECK(guest_roles.set(guest, twice).scalar == 3);
  const std::vector<std::string_view> right{"2025-09-10", "mentee", "2026-09-10", "mentee",
                                            "2026-09-10", "mentor", "2027-09-01", ""};
  REQUIRE(guest_roles.set(guest, right).is_none());
  CHECK(guest_roles.shape == Shape::dated_words);
  const auto scalars = guest_roles.scalars(guest);
  CHECK(std::equal(scalars.begin(), scalars.end(), right.begin(), right.end()));
  CHECK(guest.roles.on(day("2026-10-01")) == std::vector{Role::mentee, Role::mentor});
  CHECK(guest.roles.on(day("2027-10-01")).empty());
  const auto history = std::get<History>(guest_roles.cell(guest, program(), std::nullopt));
  REQUIRE(history.size() == 3);
  CHECK(std::get<std::vector<Labelled>>(history[1].value).size() == 2);
}

TEST_CASE("ends alone are no value") {
  Participant person = mentee("anna");
  CHECK(set(person, {"2026-09-14", ""}).expected == "expected.dated");
  CHECK(person.unit.is_empty());
}

TEST_CASE("days that do not ascend make no value") {
  using Unit = Dated<std::string>;
  CHECK_THROWS_AS((Unit{std::vector<Unit::Part>{{day("2027-09-01"), "7Б"}, {day("2026-09-01"), "6Б"}}}),
                  std::logic_error);
  CHECK_THROWS_AS((Unit{std::vector<Unit::Part>{{std::nullopt, "7Б"}, {day("2026-09-01"), "6Б"}}}), std::logic_error);
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
