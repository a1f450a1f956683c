#include "mentor/rules.hpp"

#include <doctest/doctest.h>

#include <set>

#include "sample.hpp"

using namespace sample;

TEST_CASE("the sample program breaks no rule") { CHECK(broken_rules(program()).empty()); }

TEST_CASE("every rule has a name of its own in small letters and hyphens, and is found by its number") {
  std::set<std::string_view> names;
  for (const auto& row : all_rules()) {
    CAPTURE(row.name);
    CHECK(names.insert(row.name).second);
    CHECK(row.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
    CHECK(name_of(row.rule) == row.name);
    CHECK(is_unreadable(row.rule) == row.unreadable);
  }
}

TEST_CASE("a rule that makes a record unreadable belongs to reading and asks nothing of records in memory") {
  for_each_kind([]<class Record>(Record*) {
    for (const auto& rule : rules_of<Record>()) {
      CAPTURE(name_of(rule.rule));
      CHECK_FALSE(is_unreadable(rule.rule));
      const bool asks = rule.check != nullptr;
      CHECK(asks);
    }
  });
  CHECK(is_unreadable(Rule::yaml_syntax));
  CHECK_FALSE(is_unreadable(Rule::unknown_key));
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
