// What teachers learnt and achieved, and who of them is due for a course.
#include <doctest/doctest.h>

#include <string>

#include "made_report.hpp"
#include "mentor/edition.hpp"

using namespace sample;
using made::MadeReport;

namespace {

Program with_teacher() {
  Program program = empty_program();
  program.settings.model.trainings = model_of_edition(1).trainings;
  store(program, teacher("vera"));
  store(program, mentee("anna"));
  return program;
}

void train(Program& program, std::string_view type, std::string_view on, std::string_view hours = {},
           std::string_view until = {}) {
  Training one{.id = id<Training>(std::string{type} + '-' + std::string{on}),
               .type = id<TrainingType>(type),
               .people = IdList<Participant>{id<Participant>("vera")},
               .on = day(on),
               .hours = Duration::parse(hours)};
  one.until = Date::parse(until);
  store(program, one);
}

}  // namespace

TEST_CASE("a teacher has courses and hours of the period, the last course and when the next is due") {
  Program program = with_teacher();
  train(program, "course", "2023-11-24", "36");
  train(program, "seminar", "2026-10-10", "2");
  train(program, "contest", "2026-10-20");
  train(program, "publication", "2026-11-01");
  train(program, "publication", "2025-11-01");
  const MadeReport report{program, "trainings", "2026-11-23", {.period = days("2026-09-01", "2027-08-31")}};
  CHECK(report.section("trainings") == "vera,,,,0,2,2023-11-24,2026-11-24,,1,,1,1=total,,,,0,2,,,0,1,0,1,1");
  CHECK(report.fact("teachers") == "1");  // a pupil is none
  CHECK(report.section("due") == "");
}

TEST_CASE("a course is due on the day on which the norm of years is over") {
  Program program = with_teacher();
  train(program, "course", "2023-11-23", "16");
  CHECK(MadeReport{program, "trainings", "2026-11-22"}.fact("due") == "0");
  CHECK(MadeReport{program, "trainings", "2026-11-23"}.section("due") ==
        "vera,2023-11-23,2026-11-23,mentor add training course vera hours=… on=…");
  program.settings.model.norms.set(Norm::course_years, {4});
  CHECK(MadeReport{program, "trainings", "2026-11-23"}.fact("due") == "0");
}

TEST_CASE("a course that is too short, or of unknown length, puts nothing off, and the report says so") {
  Program program = with_teacher();
  train(program, "course", "2023-11-23", "16");
  train(program, "course", "2026-01-10", "15.5");
  train(program, "retraining", "2026-02-10");
  const MadeReport report{program, "trainings", "2026-11-23"};
  CHECK(report.fact("due") == "1");
  CHECK(report.fact("courses-without-hours") == "1");
  train(program, "retraining", "2026-03-10", "250");
  CHECK(MadeReport{program, "trainings", "2026-11-23"}.fact("due") == "0");
}

TEST_CASE("a teacher has the last category that counts on the day") {
  Program program = with_teacher();
  train(program, "highest-category", "2021-04-01", {}, "2026-03-31");
  train(program, "first-category", "2016-04-01");
  const auto level = [&](std::string_view on) {
    return MadeReport{program, "trainings", on}.section("trainings").substr(0, 33);
  };
  CHECK(level("2026-03-31") == "vera,,highest-category,2021-04-01");
  CHECK(level("2026-04-01") == "vera,,first-category,2016-04-01,0");
}

TEST_CASE("somebody in a pair whose course is due wants attention, and nobody of whom no course is known") {
  Program program = with_teacher();
  store(program, teacher("olga"));
  store(program, pair("work", "vera", "olga", "2026-10-05", {}, "teacher-teacher"));
  store(program, pair("more", "vera", "olga", "2026-10-05", {}, "teacher-teacher"));
  const auto has_line = [&](std::string_view on) {
    return MadeReport{program, "attention", on}.section("attention").find("course,vera") != std::string::npos;
  };
  CHECK_FALSE(has_line("2026-11-23"));
  train(program, "course", "2023-11-23", "36");
  CHECK_FALSE(has_line("2026-11-22"));
  CHECK(has_line("2026-11-23"));
  const std::string lines = MadeReport{program, "attention", "2026-11-24"}.section("attention");
  CHECK(lines.find("course,vera,2026-11-23,1,mentor add training course vera hours=… on=…") != std::string::npos);
  CHECK(lines.find("course,olga") == std::string::npos);
  CHECK(lines.find("course,vera") == lines.rfind("course,vera"));  // once, though in two pairs
}
