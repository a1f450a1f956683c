#include "mentor/rules.hpp"

#include <doctest/doctest.h>

#include <set>

#include "sample.hpp"

using namespace sample;

TEST_CASE("the sample program breaks no rule") { CHECK(broken_rules(program()).empty()); }

TEST_CASE("the names of the rules are the public ones, in the order of the manual") {
  std::string names;
  for (const auto& row : all_rules()) {
    names += std::string{row.name} + ' ';
    CHECK(name_of(row.rule) == row.name);
  }
  CHECK(names ==
        "mentee-age mentor-age role-category form-mentor form-mentee activity-type activity-date pair-dates self-pair "
        "pair-overlap duplicate-person dangling-reference duplicate-id file-name yaml-syntax duplicate-key unknown-key "
        "field-missing field-value conflict-marker newer-schema older-schema ");
}

TEST_CASE("a rule that makes a record unreadable belongs to reading and checks nothing in memory") {
  for (const auto& row : all_rules()) {
    CHECK(is_unreadable(row.rule) == row.unreadable);
    if (row.unreadable) {
      const bool checks_records = row.participant != nullptr || row.pair != nullptr || row.activity != nullptr;
      CHECK_FALSE(checks_records);
    }
  }
  CHECK(is_unreadable(Rule::yaml_syntax));
  CHECK_FALSE(is_unreadable(Rule::unknown_key));
}

TEST_CASE("the rules of the school's page stand on it") {
  std::set<std::string_view> names;
  for (const auto& row : all_rules()) {
    if (row.ground == Ground::school) {
      names.insert(row.name);
    }
  }
  CHECK(names == std::set<std::string_view>{"mentee-age", "mentor-age", "role-category", "form-mentor", "form-mentee",
                                            "activity-type"});
}

TEST_CASE("all records are checked, not the first alone, and one broken record hides no other") {
  Program broken = program();
  store(broken, mentee("dora", "2000-01-01"));
  store(broken, mentee("egor", "2000-01-01"));
  store(broken, pair("alone", "boris", "boris", "2026-10-05", {}, "teacher-teacher"));
  store(broken, activity("late", {"work"}, "project", "2027-01-01"));
  CHECK(broken_rules(broken) == "mentee-age activity-date self-pair");
  CHECK(check_all({broken, today, fold()}).size() == 4);
}

TEST_CASE("one record is checked alone, by the same rules") {
  Program broken = program();
  store(broken, mentee("dora", "2000-01-01"));
  const auto& egor = store(broken, mentee("egor", "2000-01-01"));
  const auto findings = check_record({broken, today, fold()}, egor);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().about == Texts{"egor"});
}
