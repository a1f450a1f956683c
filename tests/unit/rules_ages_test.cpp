// The rules mentee-age and mentor-age.
#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

namespace {

/// The sample without its pair and with these two as a pair that starts on 2026-10-05.
Program with_pair(Participant mentor, Participant mentee) {
  Program result = empty_program();
  const Pair made = pair("work", mentor.id.to_string(), mentee.id.to_string());
  store(result, std::move(mentor));
  store(result, std::move(mentee));
  store(result, made);
  return result;
}

std::string mentee_age(std::string_view born) {
  return checked(with_pair(mentor_pupil("ivan"), mentee("anna", born)), Rule::mentee_age);
}
std::string mentor_age(std::string_view born) {
  return checked(with_pair(mentor_pupil("ivan", born), mentee("anna")), Rule::mentor_age);
}

}  // namespace

TEST_CASE("a mentee pupil of sixteen is refused") {
  CHECK(mentee_age("2010-10-05") ==
        "error participants/anna.yaml:5:7 born: mentee-age.out(anna, 16y, 2026-10-05, pupil, 10-15) about anna work");
}

TEST_CASE("a mentee pupil is accepted until the day before the sixteenth birthday") {
  CHECK(mentee_age("2010-10-06").empty());
}

TEST_CASE("a mentee pupil is accepted from the tenth birthday on") {
  CHECK(mentee_age("2016-10-05").empty());
  CHECK(mentee_age("2016-10-06") ==
        "error participants/anna.yaml:5:7 born: mentee-age.too-young-pair(anna, 9y, 2026-10-05, pupil, 10-15, "
        "2026-10-06, "
        "2026-10-06) about anna work");
}

TEST_CASE("a mentor pupil is accepted from fifteen to eighteen") {
  CHECK(mentor_age("2011-10-05").empty());
  CHECK(mentor_age("2011-10-06") ==
        "error participants/ivan.yaml:5:7 born: mentor-age.too-young-pair(ivan, 14y, 2026-10-05, pupil, 15-18, "
        "2026-10-06, "
        "2026-10-06) about ivan work");
  CHECK(mentor_age("2007-10-06").empty());
  CHECK(mentor_age("2007-10-05") ==
        "error participants/ivan.yaml:5:7 born: mentor-age.out(ivan, 19y, 2026-10-05, pupil, 15-18) about ivan work");
}

TEST_CASE("a birth year whose two ages are both out is an error") {
  CHECK(mentee_age("2009") ==
        "error participants/anna.yaml:5:7 born: mentee-age.out-by-year(anna, #2009, #16, 17y, 2026-10-05, pupil, 10-15)"
        " about anna work");
  CHECK(mentor_age("2012") ==
        "error participants/ivan.yaml:5:7 born: mentor-age.out-by-year(ivan, #2012, #13, 14y, 2026-10-05, pupil, 15-18)"
        " about ivan work");
}

TEST_CASE("a birth year of whose two ages one is out is a warning") {
  CHECK(mentee_age("2010") ==
        "warning participants/anna.yaml:5:7 born: mentee-age.unsure(anna, #2010, #15, 16y, 2026-10-05, pupil, 10-15)"
        " about anna work");
  CHECK(mentee_age("2016") ==
        "warning participants/anna.yaml:5:7 born: mentee-age.unsure(anna, #2016, #9, 10y, 2026-10-05, pupil, 10-15)"
        " about anna work");
  CHECK(mentor_age("2011") ==
        "warning participants/ivan.yaml:5:7 born: mentor-age.unsure(ivan, #2011, #14, 15y, 2026-10-05, pupil, 15-18)"
        " about ivan work");
}

TEST_CASE("a birth year whose two ages both fit is enough") {
  CHECK(mentee_age("2011").empty());
  CHECK(mentor_age("2010").empty());
}

TEST_CASE("a pupil without a birth is refused in either role") {
  CHECK(mentee_age("") ==
        "error participants/anna.yaml:1:1 born: mentee-age.no-birth(anna, pupil, 10-15) about anna work");
  CHECK(mentor_age("") ==
        "error participants/ivan.yaml:1:1 born: mentor-age.no-birth(ivan, pupil, 15-18) about ivan work");
}

TEST_CASE("where the model does not bound the age no birth is needed") {
  Program teachers = program();
  store(teachers, pair("talk", "boris", "clara", "2026-10-05", {}, "teacher-teacher"));
  CHECK(broken_rules(teachers).empty());
}

TEST_CASE("a mentee who joined at fourteen becomes a mentor at fifteen, and is not too old for either") {
  Program alone = empty_program();
  Participant anna = mentee("anna", "2011-11-23");
  anna.joined = day("2025-09-14");
  anna.roles = std::vector{Role::mentee, Role::mentor};
  CHECK(proposed(alone, anna, Rule::mentor_age).empty());
  CHECK(proposed(alone, anna, Rule::mentee_age).empty());
  anna.born = Born::parse("2011-11-24");
  CHECK(proposed(alone, anna, Rule::mentor_age) ==
        "error --born: mentor-age.too-young(anna, 14y, 2026-11-23, pupil, 15-18, 2026-11-24, 2026-11-24) "
        "about anna");
  anna.joined = day("2026-11-24");  // from that day on it will do
  CHECK(proposed(alone, anna, Rule::mentor_age).empty());
}

TEST_CASE("a role that begins later is judged on the day on which it begins, one that has ended is not") {
  Program alone = empty_program();
  Participant anna = mentee("anna", "2012-01-10");
  using Roles = Dated<std::vector<Role>>;
  anna.roles = Roles{{{day("2025-09-14"), {Role::mentee}}, {day("2027-01-09"), {Role::mentor}}}};
  CHECK(proposed(alone, anna, Rule::mentor_age) ==
        "error --born: mentor-age.too-young(anna, 14y, 2027-01-09, pupil, 15-18, 2027-01-10, 2027-01-10) "
        "about anna");
  anna.roles = Roles{{{day("2025-09-14"), {Role::mentee}}, {day("2027-01-10"), {Role::mentor}}}};
  CHECK(proposed(alone, anna, Rule::mentor_age).empty());
  anna.roles = Roles{{{day("2025-09-14"), {Role::mentor}}, {day("2026-11-23"), {Role::mentee}}}};
  CHECK(proposed(alone, anna, Rule::mentor_age).empty());
}

TEST_CASE("a birthday on the 29th of February is reached on the 1st of March") {
  Program alone = empty_program();
  Participant anna = participant("anna", "pupil", {Role::mentor}, "2012-02-29");
  CHECK(proposed(alone, anna, Rule::mentor_age) ==
        "error --born: mentor-age.too-young(anna, 14y, 2026-11-23, pupil, 15-18, 2027-03-01, 2027-03-01) "
        "about anna");
}

TEST_CASE("a person in no pair is too old by the day of joining, else by today") {
  Program alone = empty_program();
  Participant anna = mentee("anna", "2010-10-05");
  anna.joined = day("2026-10-04");
  store(alone, anna);
  CHECK(checked(alone, Rule::mentee_age).empty());

  anna.id = id<Participant>("later");
  anna.name = "later";
  anna.joined = day("2026-10-05");
  CHECK(proposed(alone, anna, Rule::mentee_age) ==
        "error --born: mentee-age.out(later, 16y, 2026-10-05, pupil, 10-15) about later");
  anna.joined.reset();
  CHECK(proposed(alone, anna, Rule::mentee_age) ==
        "error --born: mentee-age.out(later, 16y, 2026-11-23, pupil, 10-15) about later");
}

TEST_CASE("a person in a pair is measured on the day when it started, whatever the day of joining") {
  Participant anna = mentee("anna", "2010-10-06");
  anna.joined = day("2027-01-01");
  CHECK(checked(with_pair(mentor_pupil("ivan"), anna), Rule::mentee_age).empty());
}

TEST_CASE("being paired as a mentor does not replace the mentee's age") {
  Participant both = participant("ivan", "pupil", {Role::mentee, Role::mentor}, "2010-02-01");
  CHECK(checked(with_pair(both, mentee("anna")), Rule::mentee_age) ==
        "error participants/ivan.yaml:5:7 born: mentee-age.out(ivan, 16y, 2026-11-23, pupil, 10-15) about ivan");
  CHECK(checked(with_pair(both, mentee("anna")), Rule::mentor_age).empty());
}

TEST_CASE("a fifteen-year-old pupil may hold both roles") {
  Program alone = empty_program();
  store(alone, participant("mila", "pupil", {Role::mentee, Role::mentor}, "2011-05-05"));
  CHECK(broken_rules(alone).empty());
}

TEST_CASE("a pair about to be made is measured on its first day") {
  Program school = program();
  store(school, mentee("dora", "2010-12-01"));
  CHECK(proposed(school, pair("new", "ivan", "dora", "2026-11-30"), Rule::mentee_age).empty());
  CHECK(proposed(school, pair("new", "ivan", "dora", "2026-12-01"), Rule::mentee_age) ==
        "error participants/dora.yaml:5:7 born: mentee-age.out(dora, 16y, 2026-12-01, pupil, 10-15) about dora new");
  CHECK(proposed(school, pair("new", "dora", "anna", "2025-12-01"), Rule::mentor_age).empty());
  CHECK(proposed(school, pair("new", "dora", "anna", "2025-11-30"), Rule::mentor_age) ==
        "error participants/dora.yaml:5:7 born: mentor-age.too-young-pair(dora, 14y, 2025-11-30, pupil, 15-18, "
        "2025-12-01, "
        "2025-12-01) about dora new");
}

TEST_CASE("an age is told once for each pair that starts on another day") {
  Program school = program();
  store(school, mentee("dora", "2010-01-01"));
  store(school, pair("one", "ivan", "dora", "2026-10-05", "2026-10-31"));
  store(school, pair("two", "ivan", "dora", "2026-11-01"));
  CHECK(checked(school, Rule::mentee_age) ==
        "error participants/dora.yaml:5:7 born: mentee-age.out(dora, 16y, 2026-10-05, pupil, 10-15) about dora one\n"
        "error participants/dora.yaml:5:7 born: mentee-age.out(dora, 16y, 2026-11-01, pupil, 10-15) about dora two");
}
