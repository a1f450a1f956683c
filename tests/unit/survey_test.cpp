// Filled-in sheets: the rules about them, and what the reports count of them.
#include "mentor/records/survey.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "language/unicode.hpp"
#include "mentor/edition.hpp"
#include "mentor/reports.hpp"
#include "render/cells.hpp"
#include "sample.hpp"

using namespace sample;

namespace {

Program with_sheets() {
  Program program = empty_program();
  const Model edition = model_of_edition(1);
  Model& model = program.settings.model;
  model.reasons = edition.reasons;
  model.instruments = edition.instruments;
  model.scales = edition.scales;
  model.indicators = edition.indicators;
  return program;
}

Survey sheet(std::string_view name, std::string_view instrument, SurveyStage stage, std::string_view on,
             const std::vector<std::string_view>& pairs, std::vector<Entries::Entry> answers) {
  std::vector<Id<Pair>> ids;
  std::transform(pairs.begin(), pairs.end(), std::back_inserter(ids), [](auto one) { return id<Pair>(one); });
  return {.id = id<Survey>(name),
          .instrument = id<Instrument>(instrument),
          .stage = stage,
          .on = day(on),
          .pairs = IdList<Pair>{std::move(ids)},
          .answers = Entries{std::move(answers)}};
}

std::size_t found(const Program& program, Rule rule) {
  const auto findings = check_all({program, today, fold()});
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.rule == rule; }));
}

/// The cells of a report's row, as machines read them; empty when no row begins so in the column.
std::vector<std::string> row_of(const Program& program, std::string_view report, std::string_view section,
                                std::string_view column, std::string_view value) {
  const SortKey sort_key = language::russian_order();
  const auto rows = all_reports();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const ReportRow* one) { return one->name == report; });
  const Report made = make_report(**row, {program, {}, today, sort_key, {}});
  std::vector<std::string> cells;
  for (const Section* one : blocks_of<Section>(made)) {
    if (one->key != section) {
      continue;
    }
    const auto place =
        std::find_if(one->columns.begin(), one->columns.end(), [&](const Column& each) { return each.key == column; });
    REQUIRE(place != one->columns.end());
    one->rows.for_each([&](const Row& cells_of_row) {
      if (render::machine(cells_of_row[static_cast<std::size_t>(place - one->columns.begin())]) == value) {
        std::transform(cells_of_row.begin(), cells_of_row.end(), std::back_inserter(cells), render::machine);
      }
    });
  }
  return cells;
}

}  // namespace

TEST_CASE("a sheet is of one person in one role, at a stage that its instrument has") {
  Program program = with_sheets();
  store(program, mentee("anna"));
  store(program, mentee("vera"));
  store(program, mentor_pupil("ivan"));
  store(program, pair("first", "ivan", "anna"));
  store(program, pair("second", "ivan", "vera"));
  Program sound = program;
  store(sound, sheet("s", "pupil-mentor", SurveyStage::after, "2026-11-01", {"first", "second"}, {{"comfort", "8"}}));
  CHECK(found(sound, Rule::survey_subject) == 0);
  Program two = program;
  store(two, sheet("s", "pupil-mentee", SurveyStage::after, "2026-11-01", {"first", "second"}, {{"comfort", "8"}}));
  CHECK(found(two, Rule::survey_subject) == 1);
  Program form = program;
  store(form, sheet("s", "teacher-mentee", SurveyStage::after, "2026-11-01", {"first"}, {{"comfort", "8"}}));
  CHECK(found(form, Rule::survey_subject) == 1);
  Program stage = program;
  store(stage, sheet("s", "pupil-mentee", SurveyStage::middle, "2026-11-01", {"first"}, {{"comfort", "8"}}));
  CHECK(found(stage, Rule::survey_subject) == 1);
}

TEST_CASE("one person fills in a sheet of one stage for one pair once, and anonymous ones are many") {
  Program program = with_sheets();
  store(program, mentee("anna"));
  store(program, mentor_pupil("ivan"));
  store(program, pair("first", "ivan", "anna"));
  store(program, sheet("a", "pupil-mentee", SurveyStage::after, "2026-11-01", {"first"}, {{"comfort", "8"}}));
  store(program, sheet("b", "pupil-mentor", SurveyStage::after, "2026-11-01", {"first"}, {{"comfort", "8"}}));
  store(program, sheet("c", "pupil-mentee", SurveyStage::after, "2026-11-01", {}, {{"comfort", "8"}}));
  store(program, sheet("d", "pupil-mentee", SurveyStage::after, "2026-11-01", {}, {{"comfort", "8"}}));
  CHECK(found(program, Rule::survey_repeat) == 0);
  store(program, sheet("e", "pupil-mentee", SurveyStage::after, "2026-11-02", {"first"}, {{"comfort", "8"}}));
  CHECK(found(program, Rule::survey_repeat) == 1);
}

TEST_CASE("an anonymous sheet names nobody") {
  Program program = with_sheets();
  Participant anna = mentee("anna");
  anna.name = "Семёнова Анна";
  store(program, anna);
  store(program,
        sheet("a", "pupil-mentee", SurveyStage::after, "2026-11-01", {}, {{"valuable", "Мне помогла Семёнова"}}));
  CHECK(found(program, Rule::private_words) == 1);
  Program other = with_sheets();
  store(other, anna);
  store(other, sheet("a", "pupil-mentee", SurveyStage::after, "2026-11-01", {}, {{"valuable", "Помогли семёнки"}}));
  CHECK(found(other, Rule::private_words) == 0);
}

TEST_CASE("before and after are matched by person over a chain of pairs, and few are only counted") {
  // Five mentees. The first went on with another mentor in a new pair, in which the last sheet was filled in; the fifth
  // did not answer at the end.
  Program program = with_sheets();
  store(program, mentor_pupil("ivan"));
  store(program, mentor_pupil("oleg"));
  const std::vector<std::string> names{"a", "b", "c", "d", "e"};
  const std::vector<int> before{5, 6, 7, 8, 2};
  const std::vector<int> after{8, 6, 9, 10, 0};
  for (std::size_t index = 0; index < names.size(); ++index) {
    store(program, mentee(names[index]));
    Pair first = pair("p" + names[index], "ivan", names[index], "2026-09-01");
    if (index == 0) {
      first.until = day("2026-10-01");
      first.reason = id<Reason>("mentor-replaced");
    }
    store(program, first);
    store(program, sheet("b" + names[index], "pupil-mentee", SurveyStage::before, "2026-09-05", {"p" + names[index]},
                         {{"comfort", std::to_string(before[index])}}));
  }
  Pair second = pair("pz", "oleg", "a", "2026-10-02");
  second.continues = id<Pair>("pa");
  store(program, second);
  for (std::size_t index = 0; index < names.size() - 1; ++index) {
    const std::string of = index == 0 ? "pz" : "p" + names[index];
    store(program, sheet("e" + names[index], "pupil-mentee", SurveyStage::after, "2026-11-10", {of},
                         {{"comfort", std::to_string(after[index])}, {"together", index == 1 ? "6" : "9"}}));
  }
  // Of five answers the mean is (5+6+7+8+2)/5 = 5.6; of the four at the end there is no mean.
  CHECK(row_of(program, "monitoring", "scores", "question", "comfort") ==
        std::vector<std::string>{"pupil-mentee", "comfort", "5", "4", "4", "5.6", "", "", "", ""});
  program.settings.model.norms.set(Norm::small_group, {4, 0});
  // (8+6+9+10)/4 = 8.25; the change is ((8-5)+(6-6)+(9-7)+(10-8))/4 = 1.75; three of four are 8 or more.
  CHECK(row_of(program, "monitoring", "scores", "question", "comfort") ==
        std::vector<std::string>{"pupil-mentee", "comfort", "5", "4", "4", "5.6", "8.25", "1.75", "0.75", "0"});
  // Three of four are satisfied: 9, 6, 9, 9 with 7 as the norm.
  CHECK(row_of(program, "indicators", "indicators", "indicator", "p5") ==
        std::vector<std::string>{"p5", "3", "4", "0.75", "0.85", "2024", "no"});
}

TEST_CASE("of few answers no figure tells what they were, and an answer by hand counts as it is meant") {
  Program program = with_sheets();
  store(program, mentor_pupil("ivan"));
  const auto add = [&](const std::string& name, std::string_view together) {
    store(program, mentee(name));
    store(program, pair("p" + name, "ivan", name));
    store(program, sheet("s" + name, "pupil-mentee", SurveyStage::after, "2026-11-10", {"p" + name},
                         {{"together", std::string{together}}, {"continue", "да"}}));
  };
  const auto p5 = [&] { return row_of(program, "indicators", "indicators", "indicator", "p5"); };
  add("a", "9");
  CHECK(p5() == std::vector<std::string>{"p5", "", "1", "", "0.85", "2024", ""});
  for (const std::string name : {"b", "c", "d", "e"}) {
    add(name, name == "e" ? "3" : "8");
  }
  CHECK(p5() == std::vector<std::string>{"p5", "4", "5", "0.8", "0.85", "2024", "no"});
  CHECK(row_of(program, "monitoring", "yes", "question", "continue") ==
        std::vector<std::string>{"pupil-mentee", "after", "continue", "5", "1"});
  // The same sheet entered twice counts once.
  store(program, sheet("z", "pupil-mentee", SurveyStage::after, "2026-11-11", {"pa"}, {{"continue", "нет"}}));
  CHECK(row_of(program, "monitoring", "yes", "question", "continue") ==
        std::vector<std::string>{"pupil-mentee", "after", "continue", "5", "0.8"});
}

TEST_CASE("a mentor of several pairs is matched by any chain that both sheets name") {
  Program program = with_sheets();
  program.settings.model.norms.set(Norm::small_group, {1, 0});
  store(program, mentor_pupil("ivan"));
  for (const std::string name : {"a", "b"}) {
    store(program, mentee(name));
    store(program, pair("p" + name, "ivan", name));
  }
  store(program, sheet("s", "pupil-mentor", SurveyStage::before, "2026-09-10", {"pa", "pb"}, {{"comfort", "5"}}));
  store(program, sheet("t", "pupil-mentor", SurveyStage::after, "2026-11-10", {"pb"}, {{"comfort", "8"}}));
  CHECK(row_of(program, "monitoring", "scores", "question", "comfort") ==
        std::vector<std::string>{"pupil-mentor", "comfort", "1", "1", "1", "5", "8", "3", "1", "0"});
}

TEST_CASE("one person with many pairs is no group whose answers may be shown") {
  Program program = with_sheets();
  store(program, mentor_pupil("ivan"));
  for (const std::string name : {"a", "b", "c", "d", "e", "f"}) {
    store(program, mentee(name));
    store(program, pair("p" + name, "ivan", name));
    store(program, sheet("s" + name, "pupil-mentor", SurveyStage::after, "2026-11-10", {"p" + name},
                         {{"comfort", "9"}, {"continue", "yes"}}));
  }
  CHECK(row_of(program, "monitoring", "yes", "question", "continue") ==
        std::vector<std::string>{"pupil-mentor", "after", "continue", "6", ""});
  CHECK(row_of(program, "monitoring", "scores", "question", "comfort") ==
        std::vector<std::string>{"pupil-mentor", "comfort", "0", "6", "0", "", "", "", "", ""});
}

TEST_CASE("an indicator without its denominator is unknown, and one above it is refused") {
  Program program = with_sheets();
  for (const std::string name : {"a", "b", "c", "d", "e", "f"}) {
    store(program, mentee(name));
    store(program, mentor_pupil("m" + name));
    store(program, pair("p" + name, "m" + name, name));
  }
  const auto p1 = [&] { return row_of(program, "indicators", "indicators", "indicator", "p1"); };
  CHECK(p1() == std::vector<std::string>{"p1", "6", "", "", "0.7", "2024", ""});
  Program counted = program;
  store(counted, sheet("f", "school-figures", SurveyStage::before, "2026-09-01", {}, {{"pupils-10-19", "8"}}));
  CHECK(row_of(counted, "indicators", "indicators", "indicator", "p1") ==
        std::vector<std::string>{"p1", "6", "8", "0.75", "0.7", "2024", "yes"});
  Program too_few = program;
  store(too_few, sheet("f", "school-figures", SurveyStage::before, "2026-09-01", {}, {{"pupils-10-19", "5"}}));
  CHECK(row_of(too_few, "indicators", "indicators", "indicator", "p1") ==
        std::vector<std::string>{"p1", "6", "5", "", "0.7", "2024", ""});
}
