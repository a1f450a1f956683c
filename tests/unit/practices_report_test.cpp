// The programs of mentoring and best practices, and the work of the pairs that name them.
#include <doctest/doctest.h>

#include <string>

#include "made_report.hpp"

using namespace sample;
using made::MadeReport;

namespace {

Practice practice(std::string_view name, std::string_view form, std::string_view published = {}) {
  return {.id = id<Practice>(name),
          .title = std::string{name},
          .form = id<Form>(form),
          .published = Date::parse(published)};
}

/// Two pairs run by the first program and meet together once; the lessons were only published.
Program with_practices() {
  Program program = empty_program();
  store(program, mentor_pupil("ivan"));
  store(program, mentee("anna"));
  store(program, mentee("oleg"));
  store(program, teacher("vera"));
  Practice first = practice("first", "pupil-pupil", "2026-06-01");
  first.from = day("2025-10-01");
  first.until = day("2026-05-31");
  first.goal = "Цель";
  first.link = "https://example.org/first";
  store(program, first);
  Practice lessons = practice("lessons", "teacher-teacher", "2026-11-20");
  lessons.authors = IdList<Participant>{id<Participant>("vera")};
  store(program, lessons);
  for (const std::string name : {"anna", "oleg"}) {
    Pair one = pair("with-" + name, "ivan", name, "2026-03-02", "2026-10-31");
    one.practices = IdList<Practice>{id<Practice>("first")};
    store(program, one);
  }
  store(program, activity("a1", {"with-anna", "with-oleg"}, "project", "2026-03-10", "1.5"));
  store(program, activity("a2", {"with-anna"}, "project", "2026-10-10", "1"));
  return program;
}

}  // namespace

TEST_CASE("a practice has the pairs that name it and their hours, a common activity once") {
  const Program program = with_practices();
  const MadeReport report{program, "practices", "2026-11-23"};
  CHECK(report.section("practices") ==
        "first,pupil-pupil,,,Цель,,2026-06-01,https://example.org/first,2,2.5|"
        "lessons,teacher-teacher,,vera,,,2026-11-20,,0,0");
  CHECK(report.fact("published") == "2");
}

TEST_CASE("the practices of a school year are those that worked, began or were published in it") {
  const Program program = with_practices();
  CHECK(MadeReport{program, "practices", "2026-11-23"}.section("practices-by-year") ==
        "pupil-pupil,2025-2026,1,1,2,1.5|pupil-pupil,2026-2027,1,0,2,1|teacher-teacher,2026-2027,1,1,0,0");
  CHECK(MadeReport{program, "practices", "2026-11-23", {.period = days("2026-09-01", "2027-08-31")}}.section(
            "practices") ==
        "first,pupil-pupil,,,Цель,,2026-06-01,https://example.org/first,2,1|"
        "lessons,teacher-teacher,,vera,,,2026-11-20,,0,0");
}

TEST_CASE("the report of a past year does not know what was published later, nor what came after it") {
  const Program program = with_practices();
  const MadeReport past{program, "practices", "2026-11-23", {.period = days("2024-09-01", "2025-08-31")}};
  CHECK(past.section("practices") == "lessons,teacher-teacher,,vera,,,,,0,0");  // which has no days
  CHECK(past.section("practices-by-year") == "");
}

TEST_CASE("practices are chosen by form, and by the person who wrote one or is in a pair of it") {
  const Program program = with_practices();
  const auto titles = [&](Filter filter) {
    return MadeReport{program, "practices", "2026-11-23", std::move(filter)}.fact("practices");
  };
  CHECK(titles({.form = id<Form>("teacher-teacher")}) == "1");
  CHECK(titles({.person = id<Participant>("vera")}) == "1");
  CHECK(titles({.person = id<Participant>("anna")}) == "1");
}
