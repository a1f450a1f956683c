#include <doctest/doctest.h>

#include "mentor/pauses.hpp"
#include "sample.hpp"
#include "told.hpp"

using namespace sample;

namespace {

/// A pair that has worked since October, and one that was never paused.
Program paused_program(std::initializer_list<Pause> pauses) {
  Program program = empty_program();
  store(program, mentee("anna"));
  store(program, mentor_pupil("ivan"));
  store(program, pair("work", "ivan", "anna"));
  for (const Pause& one : pauses) {
    store(program, one);
  }
  return program;
}

}  // namespace

TEST_CASE("a pair is paused from the first to the last day of a pause, and without a last day for good") {
  const Program program =
      paused_program({pause("p1", {"work"}, "2026-10-10", "2026-10-12"), pause("p2", {"work"}, "2026-11-20")});
  const Pauses pauses{program};
  const Pair& work = *program.find(id<Pair>("work"));
  const auto state = [&](std::string_view on) { return to_string(state_on(work, day(on), program.model(), pauses)); };
  CHECK(state("2026-10-01") == "planned");
  CHECK(state("2026-10-09") == "open");
  CHECK(state("2026-10-10") == "paused");
  CHECK(state("2026-10-12") == "paused");
  CHECK(state("2026-10-13") == "open");
  CHECK(state("2030-01-01") == "paused");
  CHECK(pauses.on(id<Pair>("other"), day("2026-10-10")) == nullptr);
}

TEST_CASE("each day of several pauses counts once, within the period alone") {
  const Program program =
      paused_program({pause("p1", {"work"}, "2026-10-10", "2026-10-12"),
                      pause("p2", {"work"}, "2026-10-11", "2026-10-14"), pause("p3", {"work"}, "2026-10-30")});
  const Pauses pauses{program};
  const auto within = [&](std::string_view first, std::string_view last) {
    return pauses.days_within(id<Pair>("work"), days(first, last));
  };
  CHECK(within("2026-10-01", "2026-10-31") == 7);
  CHECK(within("2026-10-11", "2026-10-11") == 1);
  CHECK(within("2026-10-15", "2026-10-29") == 0);
}

TEST_CASE("of pauses that share a day each but the first tells of an earlier one, and none of itself") {
  const Program program = paused_program(
      {pause("p1", {"work"}, "2026-10-10", "2026-10-30"), pause("p2", {"work"}, "2026-10-11", "2026-10-14"),
       pause("p3", {"work"}, "2026-10-20", "2026-10-21"), pause("p4", {"work", "work"}, "2026-12-01", "2026-12-02")});
  const Pauses pauses{program};
  const auto shared = [&](std::string_view name) {
    const auto* other = pauses.shared_by(*program.all<Pause>().find(id<Pause>(name)), id<Pair>("work"));
    return other == nullptr ? std::string{} : other->record.id.to_string();
  };
  CHECK(shared("p1") == "");
  CHECK(shared("p2") == "p1");
  CHECK(shared("p3") == "p1");
  CHECK(shared("p4") == "");
}
