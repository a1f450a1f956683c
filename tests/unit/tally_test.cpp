#include "core/tally.hpp"

#include <doctest/doctest.h>

#include "mentor/selection.hpp"
#include "sample.hpp"

using namespace sample;

namespace {

/// ivan has two pairs, with anna and with dora, and did one thing with both at once; boris and clara are a pair of
/// another form.
Program school_with_hours() {
  Program result = program();
  store(result, mentee("dora"));
  store(result, pair("play", "ivan", "dora", "2026-10-05", "2026-10-31"));
  store(result, pair("talk", "boris", "clara", "2026-12-01", {}, "teacher-teacher"));
  store(result, activity("a1", {"work"}, "project", "2026-10-20", "1.5"));
  store(result, activity("a2", {"work", "play"}, "class-hour", "2026-10-10", "0.25"));
  store(result, activity("a3", {"work", "talk"}, "project", "2026-12-20"));
  store(result, activity("a4", {"gone"}, "project", "2026-12-21", "2"));
  return result;
}

/// `2 1.75h 2026-10-20`: activities, hours and the last day.
std::string plain_work(const Work& work) {
  return std::to_string(work.activities) + ' ' + work.hours.to_string() + 'h' +
         (work.last ? ' ' + work.last->to_string() : "");
}

const Period october = days("2026-10-01", "2026-10-31");

std::string work_of_pair(std::string_view name, const Period& period = Period::all()) {
  const Program program = school_with_hours();
  return plain_work(*work_by_pair(program, period).find(id<Pair>(name)));
}

std::string work_of_person(const Program& program, std::string_view name, const Period& period = Period::all()) {
  return plain_work(*work_by_person(program, period).find(id<Participant>(name)));
}

std::int64_t pairs_of(const Program& program, std::string_view name, const Period& period = Period::all()) {
  return *pairs_by_person(program, period).find(id<Participant>(name));
}

Tally all_of(const Program& program) { return tally(select<Activity>(program, {}, today), program); }

}  // namespace

TEST_CASE("the last day of work is the latest, in whatever order it is added") {
  Work work;
  CHECK(plain_work(work) == "0 0h");
  work.add(activity("a", {"work"}, "project", "2026-10-20", "1.5"));
  work.add(activity("b", {"work"}, "project", "2026-10-10"));
  CHECK(plain_work(work) == "2 1.5h 2026-10-20");
  work += Work{};
  CHECK(plain_work(work) == "2 1.5h 2026-10-20");
  Work none;
  none += work;
  CHECK(plain_work(none) == "2 1.5h 2026-10-20");
}

TEST_CASE("an activity of several pairs counts in each of them") {
  CHECK(work_of_pair("work") == "3 1.75h 2026-12-20");
  CHECK(work_of_pair("play") == "1 0.25h 2026-10-10");
  CHECK(work_of_pair("talk") == "1 0h 2026-12-20");
}

TEST_CASE("an activity of two pairs of one person counts once for that person") {
  const Program program = school_with_hours();
  CHECK(work_of_person(program, "ivan") == "3 1.75h 2026-12-20");
  CHECK(work_of_person(program, "anna") == "3 1.75h 2026-12-20");
  CHECK(work_of_person(program, "dora") == "1 0.25h 2026-10-10");
  CHECK(work_of_person(program, "boris") == "1 0h 2026-12-20");
}

TEST_CASE("work of a period is that of its days alone") {
  CHECK(work_of_pair("work", october) == "2 1.75h 2026-10-20");
  CHECK(work_of_pair("talk", october) == "0 0h");
  CHECK(work_of_person(school_with_hours(), "ivan", october) == "2 1.75h 2026-10-20");
  CHECK(work_of_person(school_with_hours(), "clara", october) == "0 0h");
}

TEST_CASE("a person has the pairs that belong to the period") {
  const Program program = school_with_hours();
  CHECK(pairs_of(program, "ivan") == 2);
  CHECK(pairs_of(program, "ivan", days("2026-11-01", "2026-11-30")) == 1);
  CHECK(pairs_of(program, "boris", october) == 0);
  CHECK(pairs_of(program, "boris") == 1);
}

TEST_CASE("somebody who is both members of a pair has that pair and its work once") {
  Program program = school_with_hours();
  store(program, teacher("vera"));
  store(program, pair("alone", "vera", "vera", "2026-10-05", {}, "teacher-teacher"));
  store(program, activity("a5", {"alone"}, "course", "2026-10-11", "1"));
  store(program, activity("a6", {"alone", "talk"}, "course", "2026-10-12", "1"));
  CHECK(pairs_of(program, "vera") == 1);
  CHECK(work_of_person(program, "vera") == "2 2h 2026-10-12");
}

TEST_CASE("work is found for nobody who is not there") {
  const Program program = school_with_hours();
  CHECK(work_by_pair(program, Period::all()).find(id<Pair>("gone")) == nullptr);
  CHECK(work_by_person(program, Period::all()).find(id<Participant>("gone")) == nullptr);
}

TEST_CASE("activities add up by form, one of two forms once in each, one of no pair under none") {
  const Tally all = all_of(school_with_hours());
  CHECK(plain_work(all.all) == "4 3.75h 2026-12-21");
  CHECK(plain_work(count_of(all.by_form, id<Form>("pupil-pupil"))) == "3 1.75h 2026-12-20");
  CHECK(plain_work(count_of(all.by_form, id<Form>("teacher-teacher"))) == "1 0h 2026-12-20");
  CHECK(plain_work(count_of(all.by_form, Id<Form>{})) == "1 2h 2026-12-21");
  CHECK(plain_work(count_of(all.by_form, id<Form>("pupil-robot"))) == "0 0h");
}

TEST_CASE("a person has done in a role what was done in the pairs of that role") {
  Program program = school_with_hours();
  store(program, pair("turn", "clara", "boris", "2026-12-01", {}, "teacher-teacher"));
  store(program, activity("a5", {"turn"}, "course", "2026-12-11", "1"));
  store(program, activity("a6", {"turn", "talk"}, "course", "2026-12-12", "2"));
  const auto done = [&](Role role) {
    return plain_work(*work_by_person(program, Period::all(), role).find(id<Participant>("boris")));
  };
  CHECK(done(Role::mentor) == "2 2h 2026-12-20");
  CHECK(done(Role::mentee) == "2 3h 2026-12-12");
  CHECK(work_of_person(program, "boris") == "3 3h 2026-12-20");
  CHECK(*pairs_by_person(program, Period::all(), Role::mentor).find(id<Participant>("boris")) == 1);
  CHECK(*pairs_by_person(program, Period::all(), Role::mentee).find(id<Participant>("ivan")) == 0);
}
