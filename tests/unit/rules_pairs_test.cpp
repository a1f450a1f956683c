// The rules pair-dates, left-dates, self-pair, pair-overlap, activity-type and activity-date.
#include <doctest/doctest.h>

#include <algorithm>

#include "sample.hpp"

using namespace sample;

namespace {

/// The sample with one pair of ivan and anna that ended.
Program with_ended_pair() {
  Program school = program();
  store(school, mentee("dora"));
  store(school, pair("ended", "ivan", "dora", "2026-10-05", "2026-10-31"));
  return school;
}

}  // namespace

TEST_CASE("a pair that ends before it starts is refused, one of a single day is not") {
  Program school = program();
  CHECK(proposed(school, pair("new", "ivan", "anna", "2026-09-02", "2026-09-01"), Rule::pair_dates) ==
        "error --until: pair-dates.reversed(2026-09-01, 2026-09-02) about new");
  CHECK(proposed(school, pair("new", "ivan", "anna", "2026-09-02", "2026-09-02"), Rule::pair_dates).empty());
  store(school, pair("wrong", "ivan", "anna", "2026-09-02", "2026-09-01"));
  CHECK(checked(school, Rule::pair_dates) ==
        "error pairs/wrong.yaml:6:7 until: pair-dates.reversed(2026-09-01, 2026-09-02) about wrong");
}

TEST_CASE("a pair that starts before a member joined is a warning, on the day of joining it is none") {
  Program school = program();
  Participant dora = mentee("dora");
  dora.joined = day("2026-10-06");
  store(school, dora);
  CHECK(proposed(school, pair("new", "ivan", "dora", "2026-10-06"), Rule::pair_dates).empty());
  CHECK(proposed(school, pair("new", "ivan", "dora"), Rule::pair_dates) ==
        "warning --from: pair-dates.before-joining(2026-10-05, dora, 2026-10-06) about new dora");
  store(school, pair("early", "ivan", "dora"));
  CHECK(checked(school, Rule::pair_dates) ==
        "warning pairs/early.yaml:5:7 from: pair-dates.before-joining(2026-10-05, dora, 2026-10-06) about early dora");
}

TEST_CASE("a pair that starts before its mentor joined is a warning too") {
  Program school = program();
  Participant oleg = mentor_pupil("oleg");
  oleg.joined = day("2026-10-06");
  store(school, oleg);
  CHECK(proposed(school, pair("new", "oleg", "anna"), Rule::pair_dates) ==
        "warning --from: pair-dates.before-joining(2026-10-05, oleg, 2026-10-06) about new oleg");
}

TEST_CASE("a pair has no day after the one on which a member left") {
  Program school = program();
  Participant dora = mentee("dora");
  dora.left = day("2026-11-20");
  store(school, dora);
  CHECK(proposed(school, pair("new", "ivan", "dora", "2026-10-05", "2026-11-20"), Rule::left_dates).empty());
  CHECK(proposed(school, pair("new", "ivan", "dora", "2026-10-05", "2026-11-21"), Rule::left_dates) ==
        "error --until: left-dates.ends-later(2026-11-21, dora, 2026-11-20) about new dora");
  CHECK(proposed(school, pair("new", "ivan", "dora", "2026-11-21"), Rule::left_dates) ==
        "error --from: left-dates.begins-later(2026-11-21, dora, 2026-11-20) about new dora");
  store(school, pair("open", "ivan", "dora"));
  CHECK(checked(school, Rule::left_dates) ==
        "error pairs/open.yaml:5:7 from: left-dates.open(dora, 2026-11-20, open, 2026-11-20) about open dora");
}

TEST_CASE("of a pair that ends before it begins its dates alone are told, whoever left") {
  Program school = program();
  Participant dora = mentee("dora");
  dora.left = day("2026-08-01");
  store(school, dora);
  store(school, pair("wrong", "ivan", "dora", "2026-10-05", "2026-09-01"));
  CHECK(broken_rules(school) == "pair-dates");
}

TEST_CASE("a pair is judged by the category and the roles of its first day") {
  Program school = program();
  Participant gleb = mentor_pupil("gleb");
  gleb.category =
      Dated<Id<Category>>{{{day("2025-09-01"), id<Category>("pupil")}, {day("2026-11-01"), id<Category>("graduate")}}};
  gleb.roles = Dated<std::vector<Role>>{
      {{day("2025-09-01"), {Role::mentee}}, {day("2026-10-05"), {Role::mentee, Role::mentor}}}};
  store(school, gleb);
  CHECK(proposed(school, pair("new", "gleb", "anna"), Rule::form_mentor).empty());
  CHECK(proposed(school, pair("new", "gleb", "anna"), Rule::role_category).empty());
  CHECK(proposed(school, pair("new", "gleb", "anna", "2026-11-01"), Rule::form_mentor) ==
        "error --mentor: form-mentor.wrong-no-form(gleb, graduate, Pupil – pupil, pupil) about new gleb");
  CHECK(proposed(school, pair("new", "gleb", "anna", "2026-10-04"), Rule::role_category) ==
        "error --mentor: role-category.not-mentor-then(gleb, gleb, 2026-10-04, 2026-10-04) about new gleb");
}

TEST_CASE("nobody is their own mentor") {
  Program school = program();
  const auto alone = pair("new", "boris", "boris", "2026-10-05", {}, "teacher-teacher");
  CHECK(proposed(school, alone, Rule::self_pair) == "error --mentee: self-pair.same(boris) about new boris");
  CHECK(proposed(school, alone, Rule::pair_overlap).empty());
  store(school, alone);
  CHECK(checked(school, Rule::self_pair) == "error pairs/new.yaml:4:7 mentee: self-pair.same(boris) about new boris");
  CHECK(proposed(school, pair("two", "boris", "clara", "2026-10-05", {}, "teacher-teacher"), Rule::self_pair).empty());
}

TEST_CASE("the same two in the same form may not be paired while their pair is open") {
  Program school = program();
  CHECK(proposed(school, pair("new", "ivan", "anna", "2026-11-01"), Rule::pair_overlap) ==
        "error --from: pair-overlap.open(ivan / anna, Pupil – pupil, work, 2026-10-05) about new work ivan anna");
  store(school, pair("again", "ivan", "anna", "2026-11-01"));
  CHECK(checked(school, Rule::pair_overlap) ==
        "error pairs/again.yaml:5:7 from: pair-overlap.open(ivan / anna, Pupil – pupil, work, 2026-10-05)"
        " about again work ivan anna");
}

TEST_CASE("a pair may follow its predecessor on the next day and not on its last") {
  const Program school = with_ended_pair();
  CHECK(proposed(school, pair("new", "ivan", "dora", "2026-11-01"), Rule::pair_overlap).empty());
  CHECK(proposed(school, pair("new", "ivan", "dora", "2026-10-31"), Rule::pair_overlap) ==
        "error --from: pair-overlap.until(ivan / dora, Pupil – pupil, ended, 2026-10-05, 2026-10-31) about new ended "
        "ivan dora");
}

TEST_CASE("a pair may end on the day before its successor starts and not on its first") {
  const Program school = with_ended_pair();
  CHECK(proposed(school, pair("new", "ivan", "dora", "2026-09-01", "2026-10-04"), Rule::pair_overlap).empty());
  CHECK_FALSE(proposed(school, pair("new", "ivan", "dora", "2026-09-01", "2026-10-05"), Rule::pair_overlap).empty());
}

TEST_CASE("the same two with their roles swapped are the same two") {
  Program school = program();
  store(school, pair("talk", "boris", "clara", "2026-10-05", {}, "teacher-teacher"));
  CHECK(
      proposed(school, pair("new", "clara", "boris", "2026-11-01", {}, "teacher-teacher"), Rule::pair_overlap) ==
      "error --from: pair-overlap.open(clara / boris, Teacher – teacher, talk, 2026-10-05) about new talk clara boris");
}

TEST_CASE("the same two in another form, and other two in the same form, do not overlap") {
  const Program school = with_ended_pair();
  CHECK(proposed(school, pair("new", "ivan", "anna", "2026-11-01", {}, "teacher-teacher"), Rule::pair_overlap).empty());
  CHECK(proposed(school, pair("new", "boris", "anna", "2026-11-01"), Rule::pair_overlap).empty());
}

TEST_CASE("of two stored pairs that overlap the later one is told of, by id when they start together") {
  Program school = program();
  store(school, pair("aaa", "ivan", "anna"));
  CHECK(checked(school, Rule::pair_overlap) ==
        "error pairs/work.yaml:5:7 from: pair-overlap.open(ivan / anna, Pupil – pupil, aaa, 2026-10-05) about work aaa "
        "ivan anna");
}

TEST_CASE("of many stored pairs that overlap each is told with one other, the one before it that lasts longest") {
  Program school = program();
  store(school, pair("third", "anna", "ivan", "2026-11-10", "2026-11-20"));
  store(school, pair("first", "ivan", "anna", "2026-09-01", "2026-11-15"));
  store(school, pair("second", "ivan", "anna", "2026-09-05", "2026-11-12"));
  store(school, pair("apart", "ivan", "anna", "2026-08-01", "2026-08-31"));
  CHECK(
      checked(school, Rule::pair_overlap) ==
      "error pairs/second.yaml:5:7 from: pair-overlap.until(ivan / anna, Pupil – pupil, first, 2026-09-01, 2026-11-15)"
      " about second first ivan anna\n"
      "error pairs/third.yaml:5:7 from: pair-overlap.open(anna / ivan, Pupil – pupil, work, 2026-10-05)"
      " about third work anna ivan\n"
      "error pairs/work.yaml:5:7 from: pair-overlap.until(ivan / anna, Pupil – pupil, first, 2026-09-01, 2026-11-15)"
      " about work first ivan anna");
}

TEST_CASE("a stored pair is told of once when a pair before it overlaps it, and not at all when none does") {
  const std::vector<Pair> all{
      pair("a", "ivan", "anna", "2026-09-10", "2026-09-20"), pair("b", "ivan", "anna", "2026-09-10"),
      pair("g", "ivan", "anna", "2026-09-01", "2026-09-15"), pair("c", "anna", "ivan", "2026-09-20", "2026-09-12"),
      pair("d", "ivan", "anna", "2026-09-21", "2026-09-30"), pair("e", "anna", "ivan", "2026-09-15", "2026-09-15"),
      pair("f", "ivan", "ivan", "2026-09-15", "2026-09-15")};
  const auto overlap = [](const Pair& one, const Pair& before) {
    const auto days = Period::from(one.from, one.until.value_or(Date::latest()));
    return days && before.overlaps(*days) && std::pair{before.from, before.id} < std::pair{one.from, one.id} &&
           one.mentor != one.mentee && before.mentor != before.mentee;
  };
  for (unsigned chosen = 0; chosen < 1U << all.size(); ++chosen) {
    Program school = empty_program();
    std::vector<Pair> pairs;
    for (std::size_t index = 0; index < all.size(); ++index) {
      if ((chosen & (1U << index)) != 0) {
        pairs.push_back(all[index]);
        store(school, all[index]);
      }
    }
    const auto findings = check_all({school, today, fold()});
    const auto told = std::count_if(findings.begin(), findings.end(),
                                    [](const Finding& finding) { return finding.rule == Rule::pair_overlap; });
    const auto expected = std::count_if(pairs.begin(), pairs.end(), [&](const Pair& one) {
      return std::any_of(pairs.begin(), pairs.end(), [&](const Pair& before) { return overlap(one, before); });
    });
    CAPTURE(chosen);
    CHECK(told == expected);
  }
}

TEST_CASE("a pair that stands in two files overlaps others, but not itself") {
  Program school = program();
  store(school, pair("work", "ivan", "anna", "2026-10-20"), "pairs/copy.yaml");
  CHECK(checked(school, Rule::pair_overlap).empty());
  store(school, pair("again", "ivan", "anna", "2026-11-01"));
  CHECK(checked(school, Rule::pair_overlap) ==
        "error pairs/again.yaml:5:7 from: pair-overlap.open(ivan / anna, Pupil – pupil, work, 2026-10-05)"
        " about again work ivan anna");
}

TEST_CASE("an activity of a type that the form does not list is refused") {
  Program school = program();
  CHECK(proposed(school, activity("new", {"work"}, "course"), Rule::activity_type) ==
        "error --type: activity-type.not-in-form(courses, Pupil – pupil, project work|class hours) about new work");
  store(school, activity("wrong", {"work"}, "dancing"));
  CHECK(checked(school, Rule::activity_type) ==
        "error activities/wrong.yaml:3:7 type: activity-type.not-in-form(dancing, Pupil – pupil,"
        " project work|class hours) about wrong work");
  CHECK(proposed(school, activity("new", {"work"}, "class-hour"), Rule::activity_type).empty());
}

TEST_CASE("an activity of several pairs must fit the form of each, and is told once for each form") {
  Program school = with_ended_pair();
  store(school, pair("talk", "boris", "clara", "2026-10-05", {}, "teacher-teacher"));
  CHECK(proposed(school, activity("new", {"work", "ended", "talk"}, "course"), Rule::activity_type) ==
        "error --type: activity-type.not-in-form(courses, Pupil – pupil, project work|class hours) about new work");
  CHECK(proposed(school, activity("new", {"work", "talk"}, "project"), Rule::activity_type) ==
        "error --type: activity-type.not-in-form(project work, Teacher – teacher, consultations|courses)"
        " about new talk");
}

TEST_CASE("an activity of tomorrow is refused, one of today is not") {
  Program school = program();
  CHECK(proposed(school, activity("new", {"work"}, "project", "2026-11-23"), Rule::activity_date).empty());
  CHECK(proposed(school, activity("new", {"work"}, "project", "2026-11-24"), Rule::activity_date) ==
        "error --on: activity-date.future(2026-11-24, 2026-11-23) about new");
  store(school, activity("late", {"work"}, "project", "2026-11-24"));
  CHECK(checked(school, Rule::activity_date) ==
        "error activities/late.yaml:4:7 on: activity-date.future(2026-11-24, 2026-11-23) about late");
}

TEST_CASE("an activity lies between the first and the last day of its pair") {
  Program school = with_ended_pair();
  const auto on = [&](std::string_view date) {
    return proposed(school, activity("new", {"ended"}, "project", date), Rule::activity_date);
  };
  CHECK(
      on("2026-10-04") ==
      "error --on: activity-date.before-pair(2026-10-04, ivan / dora, 2026-10-05, ended, 2026-10-04) about new ended");
  CHECK(on("2026-10-05").empty());
  CHECK(on("2026-10-31").empty());
  CHECK(on("2026-11-01") ==
        "error --on: activity-date.after-pair(2026-11-01, ivan / dora, 2026-10-31) about new ended");
}

TEST_CASE("an activity of several pairs must lie within the dates of each") {
  Program school = with_ended_pair();
  store(school, activity("late", {"work", "ended"}));
  CHECK(checked(school, Rule::activity_date) ==
        "error activities/late.yaml:4:7 on: activity-date.after-pair(2026-11-05, ivan / dora, 2026-10-31)"
        " about late ended");
}
