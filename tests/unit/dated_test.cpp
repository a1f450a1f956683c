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
           Case{{"2026-09-14", "6Б\n"}, "expected.unit", 1},
           Case{{"", ""}, "expected.unit", 1},
           Case{{"2026-09-14", "2014-09-01"}, "expected.unit", 1},
           Case{{"", "1.9.2014"}, "expected.unit", 1},
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
  const Program school = program();
  const auto history = std::get<History>(guest_roles.cell(guest, {school, today, true}));
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
  CHECK(std::get<std::string>(unit_field().cell(person, {school, day("2027-09-01")})) == "7Б");
  const auto history = std::get<History>(unit_field().cell(person, {school, today, true}));
  REQUIRE(history.size() == 2);
  CHECK(history.front().from == day("2026-09-14"));
  CHECK(std::get<std::string>(history.back().value) == "7Б");
}

TEST_CASE("a new value holds from its day to the next, and the former one gets a day") {
  const Date former = day("2025-09-01");
  CHECK(with_value_from({"", "6Б"}, day("2026-09-01"), former, {"7Б"}) ==
        Texts{"2025-09-01", "6Б", "2026-09-01", "7Б"});
  CHECK(with_value_from(two_years, day("2027-01-12"), former, {"6В"}) ==
        Texts{"2026-09-14", "6Б", "2027-01-12", "6В", "2027-09-01", "7Б"});
  CHECK(with_value_from(two_years, day("2027-09-01"), former, {"7А"}) == Texts{"2026-09-14", "6Б", "2027-09-01", "7А"});
  CHECK(with_value_from(two_years, day("2025-01-01"), former, {"5Б"}) ==
        Texts{"2025-01-01", "5Б", "2026-09-14", "6Б", "2027-09-01", "7Б"});
  CHECK(with_value_from(two_years, day("2028-06-01"), former, {}) ==
        Texts{"2026-09-14", "6Б", "2027-09-01", "7Б", "2028-06-01", ""});
  CHECK(with_value_from({}, day("2026-09-01"), former, {"7Б"}) == Texts{"2026-09-01", "7Б"});
}

TEST_CASE("no value is written twice in turn, and one that is left alone needs no day") {
  const Date former = day("2025-09-01");
  CHECK(with_value_from(two_years, day("2027-05-01"), former, {"7Б"}) == Texts{"2026-09-14", "6Б", "2027-05-01", "7Б"});
  CHECK(with_value_from(two_years, day("2027-01-01"), former, {"6Б"}) == two_years);
  CHECK(with_value_on(two_years, day("2027-10-01"), {"6Б"}) == Texts{"", "6Б"});
  const Texts roles{"2025-09-10", "mentee", "2026-09-10", "mentee", "2026-09-10", "mentor"};
  CHECK(with_value_on(roles, day("2026-10-01"), {"mentee"}) == Texts{"", "mentee"});
}

TEST_CASE("an edit corrects what began in the present school year, and else begins a new value") {
  using Way = EditedDay::Way;
  const auto edited = [](const Texts& scalars, std::string_view on, std::string_view joined = {},
                         Begins begins = Begins::school_year) {
    const EditedDay found =
        edited_day(scalars, {day(on), school_year_of(day(on), SchoolYearStart{}), Date::parse(joined), begins});
    return std::pair{found.way, found.day};
  };
  const Texts plain{"", "6Б"};
  SUBCASE("a value that began earlier") {
    CHECK(edited(two_years, "2028-10-10") == std::pair{Way::new_value, day("2028-09-01")});
    CHECK(edited({"2025-09-01", "Иванова"}, "2026-11-23", {}, Begins::today) ==
          std::pair{Way::new_value, day("2026-11-23")});
  }
  SUBCASE("a value that began in this school year") {
    CHECK(edited({"2025-09-01", "5Б", "2026-09-01", "6Б"}, "2026-09-01").first == Way::in_place);
    CHECK(edited({"2025-09-01", "5Б", "2026-10-12", "6Б"}, "2027-05-31").first == Way::in_place);
  }
  SUBCASE("a value without a day has held since the day of joining, or for longer") {
    CHECK(edited(plain, "2026-11-23") == std::pair{Way::new_value, day("2026-09-01")});
    CHECK(edited(plain, "2026-11-23", "2026-08-31") == std::pair{Way::new_value, day("2026-09-01")});
    CHECK(edited(plain, "2026-11-23", "2026-09-01").first == Way::in_place);
    CHECK(edited(plain, "2026-11-23", "2027-01-15").first == Way::in_place);
  }
  SUBCASE("in summer a class may be meant for either school year, a name may not") {
    CHECK(edited(plain, "2026-05-31") == std::pair{Way::new_value, day("2025-09-01")});
    CHECK(edited(plain, "2026-06-01").first == Way::either_year);
    CHECK(edited(plain, "2026-08-31").first == Way::either_year);
    CHECK(edited(plain, "2026-08-31", {}, Begins::today) == std::pair{Way::new_value, day("2026-08-31")});
    CHECK(edited({}, "2026-08-31").first == Way::in_place);
  }
  SUBCASE("a later day stands already") {
    CHECK(edited(two_years, "2026-11-23") == std::pair{Way::later_day, day("2027-09-01")});
    CHECK(edited(two_years, "2026-08-31") == std::pair{Way::later_day, day("2026-09-14")});
  }
}

TEST_CASE("the former value without a day gets the day of joining if that is earlier, else the school year before") {
  const SchoolYearStart start;
  CHECK(day_of_former(day("2026-09-01"), day("2024-10-01"), start) == day("2024-10-01"));
  CHECK(day_of_former(day("2026-09-01"), day("2026-09-14"), start) == day("2025-09-01"));
  CHECK(day_of_former(day("2026-11-23"), std::nullopt, start) == day("2025-09-01"));
}
