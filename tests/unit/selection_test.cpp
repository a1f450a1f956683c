#include "mentor/selection.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

namespace {

/// ivan mentors anna of 6Б (open) and dora of 7А (ended in October); boris mentors clara (planned from December).
Program school_to_select() {
  Program result = program();
  Participant dora = mentee("dora");
  dora.unit = "7А";
  dora.joined = day("2026-10-01");
  store(result, dora);
  Participant egor = mentee("egor");
  egor.unit = "6Б";
  store(result, egor);
  store(result, pair("ended", "ivan", "dora", "2026-10-05", "2026-10-31"));
  store(result, pair("planned", "boris", "clara", "2026-12-01", {}, "teacher-teacher"));
  store(result, activity("a1", {"work"}, "project", "2026-10-10"));
  store(result, activity("a2", {"work", "ended"}, "class-hour", "2026-10-20"));
  store(result, activity("a3", {"planned"}, "course", "2026-12-02"));
  return result;
}

template <class Record>
std::string selected(const Filter& filter, Date on = today) {
  const Program program = school_to_select();
  std::string text;
  for (const Record* record : select<Record>(program, filter, on)) {
    text += (text.empty() ? "" : " ") + record->id.to_string();
  }
  return text;
}

}  // namespace

TEST_CASE("without limits everything is selected, in the order of the program") {
  CHECK(selected<Participant>({}) == "anna ivan boris clara dora egor");
  CHECK(selected<Pair>({}) == "work ended planned");
  CHECK(selected<Activity>({}) == "a1 a2 a3");
}

TEST_CASE("a period selects who had joined by its end, pairs with a day in it and its activities") {
  const Filter september{.period = days("2026-09-01", "2026-09-30")};
  CHECK(selected<Participant>(september) == "anna ivan boris clara egor");
  CHECK(selected<Pair>(september) == "");
  CHECK(selected<Activity>(september) == "");
  CHECK(selected<Participant>({.period = days("2026-09-01", "2026-10-01")}) == "anna ivan boris clara dora egor");
  CHECK(selected<Pair>({.period = days("2026-10-31", "2026-10-31")}) == "work ended");
  CHECK(selected<Pair>({.period = days("2026-11-01", "2026-11-30")}) == "work");
  CHECK(selected<Activity>({.period = days("2026-10-20", "2026-12-02")}) == "a2 a3");
}

TEST_CASE("a period counts whoever had a pair or an activity in it, and nobody who left before it") {
  Program school = program();
  const auto add = [&](std::string_view name, std::string_view joined, std::string_view left) {
    Participant person = mentee(name);
    person.joined = Date::parse(joined);
    person.left = Date::parse(left);
    store(school, person);
  };
  add("late", "2026-11-20", "");   // of a pair that began before
  add("early", "2026-11-20", "");  // of an activity before the pair
  add("gone", "2025-09-01", "2026-08-31");
  add("going", "2025-09-01", "2026-09-01");
  add("later", "2026-11-20", "");
  store(school, pair("late-pair", "ivan", "late", "2026-09-15"));
  store(school, pair("early-pair", "ivan", "early", "2026-11-20"));
  store(school, activity("a1", {"early-pair"}, "project", "2026-09-20"));
  std::string names;
  for (const auto* person : select<Participant>(school, {.period = days("2026-09-01", "2026-09-30")}, today)) {
    names += person->id.to_string() + ' ';
  }
  CHECK(names == "anna ivan boris clara late early going ");
}

TEST_CASE("roles, categories and units are those of the period's end, or of today when that is earlier") {
  Program school = empty_program();
  Participant yana = participant("yana", "teacher", {Role::mentor});
  yana.category = Dated<Id<Category>>{
      {{day("2025-09-01"), id<Category>("young-specialist")}, {day("2026-11-23"), id<Category>("teacher")}}};
  yana.roles = Dated<std::vector<Role>>{{{day("2025-09-01"), {Role::mentee}}, {day("2026-11-24"), {Role::mentor}}}};
  store(school, yana);
  const auto count = [&](const Filter& filter) { return select<Participant>(school, filter, today).size(); };
  const Period year = days("2026-09-01", "2027-08-31");
  CHECK(count({.category = id<Category>("teacher"), .period = year}) == 1);
  CHECK(count({.category = id<Category>("young-specialist"), .period = days("2026-09-01", "2026-11-22")}) == 1);
  CHECK(count({.role = Role::mentee, .period = year}) == 1);
  CHECK(count({.role = Role::mentor, .period = year}) == 0);
}

TEST_CASE("the state is that of today, or of the period's end when that is earlier") {
  CHECK(day_of_state(days("2026-09-01", "2026-10-15"), today) == day("2026-10-15"));
  CHECK(day_of_state(days("2026-09-01", "2027-08-31"), today) == today);
  CHECK(selected<Pair>({.state = PairState::open}) == "work");
  CHECK(selected<Pair>({.state = PairState::ended}) == "ended");
  CHECK(selected<Pair>({.state = PairState::planned}) == "planned");
  CHECK(selected<Pair>({.state = PairState::open, .period = days("2026-09-01", "2026-10-31")}) == "work ended");
  CHECK(selected<Pair>({.state = PairState::open}, day("2026-12-01")) == "work planned");
  const Filter ended_in_october{.state = PairState::ended, .period = days("2026-10-01", "2026-10-31")};
  CHECK(selected<Participant>(ended_in_october) == "");
  CHECK(selected<Activity>(ended_in_october) == "");
}

TEST_CASE("people are selected by what they are") {
  CHECK(selected<Participant>({.role = Role::mentor}) == "ivan boris clara");
  CHECK(selected<Participant>({.category = id<Category>("teacher")}) == "boris clara");
  CHECK(selected<Participant>({.units = {"6Б"}}) == "egor");
  CHECK(selected<Participant>({.units = {"6"}}) == "");
  CHECK(selected<Participant>({.units = {"7А", "6Б"}}) == "dora egor");
  CHECK(selected<Participant>({.person = id<Participant>("anna")}) == "anna");
}

TEST_CASE("people are selected by the pairs they are in") {
  CHECK(selected<Participant>({.form = id<Form>("pupil-pupil")}) == "anna ivan dora");
  CHECK(selected<Participant>({.state = PairState::ended}) == "ivan dora");
  CHECK(selected<Participant>({.type = id<ActivityType>("class-hour")}) == "anna ivan dora");
  CHECK(selected<Participant>({.role = Role::mentee, .form = id<Form>("teacher-teacher")}) == "clara");
  CHECK(selected<Participant>({.units = {"7А"}, .pair = id<Pair>("ended")}) == "dora");
}

TEST_CASE("pairs are selected by their members, in a role when one is given") {
  CHECK(selected<Pair>({.person = id<Participant>("ivan")}) == "work ended");
  CHECK(selected<Pair>({.role = Role::mentee, .person = id<Participant>("ivan")}) == "");
  CHECK(selected<Pair>({.units = {"7А"}}) == "ended");
  CHECK(selected<Pair>({.role = Role::mentor, .units = {"7А"}}) == "");
  CHECK(selected<Pair>({.category = id<Category>("teacher")}) == "planned");
}

TEST_CASE("category and unit must be those of one and the same member") {
  CHECK(selected<Pair>({.category = id<Category>("teacher"), .units = {"7А"}}) == "");
  CHECK(selected<Pair>({.category = id<Category>("pupil"), .units = {"7А"}}) == "ended");
}

TEST_CASE("pairs are selected by what they did in the period") {
  CHECK(selected<Pair>({.type = id<ActivityType>("class-hour")}) == "work ended");
  CHECK(selected<Pair>({.type = id<ActivityType>("project")}) == "work");
  CHECK(selected<Pair>({.type = id<ActivityType>("project"), .period = days("2026-10-11", "2026-10-31")}) == "");
}

TEST_CASE("activities are selected by their type and by any of their pairs") {
  CHECK(selected<Activity>({.type = id<ActivityType>("project")}) == "a1");
  CHECK(selected<Activity>({.form = id<Form>("pupil-pupil")}) == "a1 a2");
  CHECK(selected<Activity>({.pair = id<Pair>("ended")}) == "a2");
  CHECK(selected<Activity>({.person = id<Participant>("ivan")}) == "a1 a2");
  CHECK(selected<Activity>({.state = PairState::ended}) == "a2");
  CHECK(selected<Activity>({.role = Role::mentee, .units = {"7А"}}) == "a2");
}

TEST_CASE("a pair is idle so many days after its last activity, or after its first day if it had none") {
  const auto idle = [](int days, std::string_view on) { return selected<Pair>({.idle_days = days}, day(on)); };
  CHECK(idle(10, "2026-10-30") == "work ended");  // the last activity of both open pairs was on the 20th
  CHECK(idle(11, "2026-10-30") == "");
  CHECK(idle(0, "2026-10-20") == "work ended");
  CHECK(idle(3, "2026-12-05") == "work planned");  // what comes later than the day does not count
  CHECK(idle(3, "2026-12-04") == "work");
}

TEST_CASE("a pair ends soon if it is open and its last day comes within so many days") {
  const auto ending = [](int days, std::string_view on) { return selected<Pair>({.ending_days = days}, day(on)); };
  CHECK(ending(14, "2026-10-17") == "ended");
  CHECK(ending(14, "2026-10-16") == "");
  CHECK(ending(0, "2026-10-31") == "ended");
  CHECK(ending(14, "2026-11-01") == "");
}

TEST_CASE("whoever is in no pair that is open or to begin, and has not left, is unpaired") {
  CHECK(selected<Participant>({.is_unpaired = true}, day("2026-11-23")) == "dora egor");
  CHECK(selected<Participant>({.role = Role::mentee, .is_unpaired = true}, day("2026-11-23")) == "boris dora egor");
}
