// The rules activity-hours, activity-repeated and second-mentor.
#include <doctest/doctest.h>

#include <algorithm>

#include "mentor/edition.hpp"
#include "sample.hpp"

using namespace sample;

namespace {

Activity lasting(std::string_view hours, std::string_view type = "project",
                 std::initializer_list<std::string_view> pairs = {"work"}) {
  return activity("new", pairs, type, "2026-11-05", hours);
}

Activity with_note(std::string_view id, std::string note) {
  Activity made = activity(id, {"work"}, "project", "2026-11-05", "1");
  made.note = std::move(note);
  return made;
}

std::string told_repeats(const std::vector<Activity>& activities) {
  Program school = program();
  for (const Activity& one : activities) {
    store(school, one);
  }
  std::string told;
  for (const Finding& finding : check_all({school, today, fold()})) {
    told += finding.rule == Rule::activity_repeated ? finding.about[0] + '=' + finding.about[1] + ' ' : "";
  }
  return told;
}

/// The sample with three more mentors of anna's form.
Program with_mentors() {
  Program school = program();
  for (const char* id : {"oleg", "petr", "roma"}) {
    store(school, mentor_pupil(id));
  }
  return school;
}

}  // namespace

TEST_CASE("an activity of more hours than the norm is a warning, of whole hours that may be minutes") {
  const Program school = program();
  CHECK(proposed(school, lasting("8"), Rule::activity_hours).empty());
  CHECK(proposed(school, lasting("90"), Rule::activity_hours) ==
        "warning --hours: activity-hours.minutes(90h, #8, project work) about new");
  CHECK(proposed(school, lasting("8.25"), Rule::activity_hours) ==
        "warning --hours: activity-hours.over(8.25h, #8, project work) about new");
  CHECK(proposed(school, activity("new", {"work"}), Rule::activity_hours).empty());
}

TEST_CASE("a type may allow more hours than the norm, or fewer") {
  Program school = program();
  school.settings.model.forms[0].activities[1].most_hours = 2;    // class-hour
  school.settings.model.forms[1].activities[1].most_hours = 300;  // course
  store(school, pair("talk", "boris", "clara", "2026-10-05", {}, "teacher-teacher"));
  CHECK(proposed(school, lasting("2", "class-hour"), Rule::activity_hours).empty());
  CHECK(proposed(school, lasting("3", "class-hour"), Rule::activity_hours) ==
        "warning --hours: activity-hours.minutes(3h, #2, class hours) about new");
  CHECK(proposed(school, lasting("300", "course", {"talk"}), Rule::activity_hours).empty());
  CHECK_FALSE(proposed(school, lasting("301", "course", {"talk"}), Rule::activity_hours).empty());
  CHECK_FALSE(proposed(school, lasting("36", "course"), Rule::activity_hours).empty());  // not in the form
  school.settings.model.norms.set(Norm::most_hours, {100, 1});
  CHECK(proposed(school, lasting("90"), Rule::activity_hours).empty());
}

TEST_CASE("an activity with the figures of another and no other note is told of, by check alone") {
  Program school = program();
  store(school, activity("aaa", {"work"}, "project", "2026-11-05", "1"));
  CHECK(proposed(school, activity("new", {"work"}, "project", "2026-11-05", "1"), Rule::activity_repeated).empty());
  store(school, activity("bbb", {"work"}, "project", "2026-11-05", "1"));
  CHECK(checked(school, Rule::activity_repeated) ==
        "warning activities/bbb.yaml:4:7 on: activity-repeated.same(aaa, activities/aaa.yaml:1, bbb) about bbb aaa");
}

TEST_CASE("another day, type, length or note makes another activity") {
  const Activity one = activity("aaa", {"work"}, "project", "2026-11-05", "1");
  CHECK(told_repeats({one, activity("bbb", {"work"}, "project", "2026-11-06", "1")}).empty());
  CHECK(told_repeats({one, activity("bbb", {"work"}, "class-hour", "2026-11-05", "1")}).empty());
  CHECK(told_repeats({one, activity("bbb", {"work"}, "project", "2026-11-05", "1.5")}).empty());
  CHECK(told_repeats({one, activity("bbb", {"work"}, "project", "2026-11-05")}).empty());
  CHECK(told_repeats({one, activity("bbb", {"work", "gone"}, "project", "2026-11-05", "1")}).empty());
  CHECK(told_repeats({with_note("aaa", "Тема"), with_note("bbb", "План")}).empty());
  CHECK(told_repeats({with_note("aaa", "Тема"), with_note("bbb", "Тема")}) == "bbb=aaa ");
  CHECK(told_repeats({with_note("aaa", "Тема"), with_note("bbb", "")}) == "bbb=aaa ");
  CHECK(told_repeats({with_note("aaa", "Тема"), with_note("bbb", "План"), with_note("ccc", "План"),
                      with_note("ddd", "")}) == "ccc=bbb ddd=aaa ");
}

TEST_CASE("the pairs of an activity may be named in any order") {
  CHECK(told_repeats({activity("aaa", {"work", "gone"}), activity("bbb", {"gone", "work"})}) == "bbb=aaa ");
}

TEST_CASE("notes that were not read are known apart by what was kept of them") {
  Activity one = with_note("aaa", "Тема");
  Activity other = with_note("bbb", "План");
  for (Activity* activity : {&one, &other}) {
    Kind<Activity>::keep_of_shown(*activity);
    activity->note = {};
  }
  CHECK(note_digest(one) == note_digest(with_note("ccc", "Тема")));
  CHECK(told_repeats({one, other}).empty());
  CHECK(told_repeats({one, with_note("bbb", "Тема")}) == "bbb=aaa ");
}

TEST_CASE("a second mentor on one day is a warning, before and after one another they are not") {
  const Program school = with_mentors();  // ivan mentors anna since 2026-10-05
  CHECK(proposed(school, pair("new", "oleg", "anna", "2026-11-01"), Rule::second_mentor) ==
        "warning --mentee: second-mentor.more(anna, 2026-11-01, Pupil – pupil, #1, ivan, work) about new work anna");
  CHECK(proposed(school, pair("new", "oleg", "anna", "2026-09-01", "2026-10-05"), Rule::second_mentor) ==
        "warning --mentee: second-mentor.more(anna, 2026-10-05, Pupil – pupil, #1, ivan, work) about new work anna");
  CHECK(proposed(school, pair("new", "oleg", "anna", "2026-09-01", "2026-10-04"), Rule::second_mentor).empty());
  CHECK(proposed(school, pair("new", "oleg", "dora"), Rule::second_mentor).empty());
  CHECK(
      proposed(school, pair("new", "oleg", "anna", "2026-11-01", {}, "teacher-teacher"), Rule::second_mentor).empty());
  CHECK(proposed(school, pair("new", "ivan", "anna", "2026-11-01"), Rule::second_mentor).empty());  // pair-overlap
}

TEST_CASE("a planned pair counts, and one that never was does not") {
  Program school = with_mentors();
  school.settings.model.reasons = model_of_edition(oldest_edition).reasons;
  store(school, pair("planned", "petr", "dora", "2027-09-01"));
  CHECK_FALSE(proposed(school, pair("new", "oleg", "dora"), Rule::second_mentor).empty());
  Pair mistaken = pair("mistaken", "petr", "egor");
  mistaken.reason = id<Reason>("mistake");
  store(school, mistaken);
  CHECK(proposed(school, pair("new", "oleg", "egor"), Rule::second_mentor).empty());
}

TEST_CASE("the norm says how many mentors a mentee may have") {
  Program school = with_mentors();
  school.settings.model.norms.set(Norm::mentors_per_mentee, {2, 1});
  store(school, pair("two", "oleg", "anna", "2026-10-10", "2026-10-20"));
  CHECK(checked(school, Rule::second_mentor).empty());
  CHECK(proposed(school, pair("new", "petr", "anna", "2026-10-21"), Rule::second_mentor).empty());
  CHECK_FALSE(proposed(school, pair("new", "petr", "anna", "2026-10-20"), Rule::second_mentor).empty());
  CHECK_FALSE(proposed(school, pair("new", "petr", "anna", "2026-10-01"), Rule::second_mentor).empty());
}

TEST_CASE("a stored pair is told of on its first day, when that gives the mentee too many mentors") {
  const std::vector<Pair> all{pair("a", "ivan", "anna", "2026-09-10", "2026-09-20"),
                              pair("b", "oleg", "anna", "2026-09-10"),
                              pair("c", "petr", "anna", "2026-09-15", "2026-09-15"),
                              pair("d", "roma", "anna", "2026-09-21", "2026-09-30"),
                              pair("e", "petr", "anna", "2026-09-22", "2026-09-12"),
                              pair("f", "anna", "anna", "2026-09-15"),
                              pair("g", "roma", "dora", "2026-09-15"),
                              pair("h", "ivan", "anna", "2026-09-25")};
  const auto counts = [](const Pair& one, Date day) {
    return one.mentee == id<Participant>("anna") && one.mentor != one.mentee &&
           state_on(one, day, gymnasium()) == PairState::open;
  };
  for (const int most : {1, 2}) {
    for (unsigned chosen = 0; chosen < 1U << all.size(); ++chosen) {
      Program school = with_mentors();
      school.all<Pair>() = {};
      school.settings.model.norms.set(Norm::mentors_per_mentee, {most, 1});
      std::vector<Pair> pairs;
      for (std::size_t index = 0; index < all.size(); ++index) {
        if ((chosen & (1U << index)) != 0) {
          pairs.push_back(all[index]);
          store(school, all[index]);
        }
      }
      std::string expected;
      for (const Pair& one : pairs) {
        std::vector<Id<Participant>> before;
        for (const Pair& other : pairs) {
          if (counts(other, one.from) && std::pair{other.from, other.id} < std::pair{one.from, one.id} &&
              std::find(before.begin(), before.end(), other.mentor) == before.end()) {
            before.push_back(other.mentor);
          }
        }
        const bool is_known = std::find(before.begin(), before.end(), one.mentor) != before.end();
        const bool is_told = counts(one, one.from) && !is_known && before.size() >= static_cast<std::size_t>(most);
        expected += is_told ? one.id.to_string() + ' ' : "";
      }
      std::string told;
      for (const Finding& finding : check_all({school, today, fold()})) {
        told += finding.rule == Rule::second_mentor ? finding.about[0] + ' ' : "";
      }
      CAPTURE(chosen);
      CHECK(told == expected);
    }
  }
}
