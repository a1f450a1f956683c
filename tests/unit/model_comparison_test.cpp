#include "mentor/model_comparison.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "language/unicode.hpp"
#include "sample.hpp"

using namespace sample;

namespace {

/// Two mentors, one of whom is fourteen, in pairs that have been silent since 5 October.
Program two_pairs() {
  Program program = empty_program();
  store(program, mentor_pupil("ivan"));
  store(program, mentor_pupil("oleg", "2012-02-01"));
  store(program, mentee("anna"));
  store(program, mentee("vera"));
  store(program, pair("old", "ivan", "anna"));
  store(program, pair("young", "oleg", "vera"));
  for (const std::string name : {"old", "young"}) {
    store(program, activity("of-" + name, {name}, "project", "2026-10-30"));
  }
  return program;
}

Judgement judged(const Program& program) {
  const SortKey sort_key = language::russian_order();
  return judge({program, {}, today, sort_key, {}}, fold());
}

std::string changed(const ModelComparison& comparison) {
  std::string text;
  for (const FigureChange& change : comparison.figures) {
    if (change.before.count != change.after) {
      text += (text.empty() ? "" : ", ") + change.before.key + ' ' + std::to_string(change.before.count) + "->" +
              std::to_string(change.after);
    }
  }
  return text;
}

}  // namespace

TEST_CASE("the same model changes nothing") {
  const Program program = two_pairs();
  CHECK(compare(judged(program), judged(program)).is_empty());
}

TEST_CASE("with mentors from fourteen an error vanishes, and one more person may be a mentor") {
  Program program = two_pairs();
  const Judgement before = judged(program);
  program.settings.model.categories.front().mentor = AgeRange::parse("14-18");
  const auto comparison = compare(before, judged(program));
  REQUIRE(comparison.vanish.size() == 1);
  CHECK(comparison.vanish.front().rule == Rule::mentor_age);
  CHECK(comparison.come.empty());
  REQUIRE(comparison.rules.size() == 1);
  CHECK(comparison.rules.front().before == 1);
  CHECK(comparison.rules.front().after == 0);
  CHECK(changed(comparison) == "may-be-mentors 1->2");
}

TEST_CASE("a shorter silence makes more pairs want attention, and no finding") {
  Program program = two_pairs();
  const Judgement before = judged(program);
  program.settings.model.norms.set(Norm::silent_days, {21});
  const auto comparison = compare(before, judged(program));
  CHECK(comparison.vanish.empty());
  CHECK(comparison.come.empty());
  CHECK(changed(comparison) == "attention.sound 2->0, attention.attention 0->2, attention.why.silent 0->2");
}

TEST_CASE("a finding whose words alone differ stays, and one that is worse vanishes and comes") {
  Program program = two_pairs();
  program.settings.model.norms.set(Norm::mentees_per_mentor, {1});
  store(program, mentee("rita"));
  store(program, pair("third", "ivan", "rita"));
  store(program, mentee("zoya"));
  store(program, pair("fourth", "ivan", "zoya"));
  const Judgement before = judged(program);
  REQUIRE(std::any_of(before.findings.begin(), before.findings.end(),
                      [](const Finding& finding) { return finding.rule == Rule::mentor_load; }));
  program.settings.model.norms.set(Norm::mentees_per_mentor, {2});
  const auto milder = compare(before, judged(program));
  CHECK(milder.vanish.empty());
  CHECK(milder.come.empty());
  program.settings.model.raised.push_back({Rule::mentor_load});
  const auto raised = compare(before, judged(program));
  CHECK(raised.vanish.size() == raised.come.size());
  REQUIRE(raised.rules.size() == 2);
  CHECK(raised.rules.front().severity == Severity::error);
}
