#include "mentor/open_year.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

TEST_CASE("the class after one has the next grade, up to the last of the school") {
  CHECK(next_class("6А", 11) == "7А");
  CHECK(next_class("9 Б", 11) == "10 Б");
  CHECK(next_class("11А", 11) == std::nullopt);
  CHECK(next_class("9А", 9) == std::nullopt);
  CHECK(next_class("А6", 11) == std::nullopt);
  CHECK(next_class("", 11) == std::nullopt);
  CHECK(next_class("0А", 11) == std::nullopt);
  CHECK(next_class("5Б, 6Б", 11) == std::nullopt);
}

TEST_CASE("those of the school's last grade leave, whatever grade that is") {
  Program school = empty_program();
  Participant dora = mentee("dora");
  dora.unit = "9А";
  dora.joined = day("2025-09-01");
  store(school, dora);
  const Period year = days("2027-09-01", "2028-08-31");
  CHECK(open_year(school, year, today).moved.size() == 1);
  school.settings.model.norms.set(Norm::last_grade, {9, 1});
  CHECK(open_year(school, year, today).moved.empty());
  CHECK(open_year(school, year, today).left.size() == 1);
}

TEST_CASE(
    "who has a class without a next one is left alone, and so is who has finished school but works in a pair since") {
  Program school = empty_program();
  Participant nil = mentee("nil");
  nil.unit = "0А";
  nil.joined = day("2025-09-01");
  store(school, nil);
  Participant dora = mentee("dora");
  dora.unit = "11А";
  dora.joined = day("2025-09-01");
  store(school, dora);
  store(school, mentor_pupil("oleg"));
  store(school, pair("since", "oleg", "dora", "2026-10-05"));
  Participant egor = dora;
  egor.id = id<Participant>("egor");
  store(school, egor);
  store(school, pair("former", "oleg", "egor", "2025-10-05"));
  store(school, activity("late", {"former"}, "project", "2026-09-20"));
  const OpenedYear opened = open_year(school, days("2026-09-01", "2027-08-31"), today);
  REQUIRE(opened.without_grade.size() == 1);
  CHECK(opened.without_grade.front()->id == nil.id);
  REQUIRE(opened.with_planned.size() == 2);
  CHECK(opened.with_planned.front()->id == dora.id);
  CHECK(opened.with_planned.back()->id == egor.id);
  CHECK(opened.edits.empty());
}
