// What may be answered, and what a typed sheet means.
#include "mentor/instrument.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "mentor/edition.hpp"
#include "sample.hpp"

using namespace sample;

namespace {

const Model& model() {
  static const Model made = model_of_edition(1);
  return made;
}

const Instrument& instrument(std::string_view name) { return *model().find(id<Instrument>(name)); }

std::string answer(std::string_view sheet, std::string_view question, std::string_view typed) {
  return answer_from_input(*instrument(sheet).find(question), model(), typed, fold()).value_or("nothing");
}

}  // namespace

TEST_CASE("a scale has two bounds, a name of its own, or the name of a list of words") {
  for (const std::string text : {"1-10", "0-2", "yes-no", "number", "text", "frequency"}) {
    CAPTURE(text);
    const auto scale = AnswerScale::parse(text);
    REQUIRE(scale);
    CHECK(scale->to_string() == text);
  }
  for (const std::string text : {"", "1-", "-10", "10", "10-1", "5-5", "1-10000", "Частота"}) {
    CAPTURE(text);
    CHECK_FALSE(AnswerScale::parse(text));
  }
}

TEST_CASE("an answer is read by the scale of its question") {
  CHECK(answer("pupil-mentee", "comfort", " 8 ") == "8");
  CHECK(answer("pupil-mentee", "comfort", "11") == "nothing");
  CHECK(answer("pupil-mentee", "comfort", "0") == "nothing");
  CHECK(answer("pupil-mentee", "comfort", "7,5") == "nothing");
  CHECK(answer("pupil-mentee", "known", "Да") == "yes");
  CHECK(answer("pupil-mentee", "known", "н") == "no");
  CHECK(answer("pupil-mentee", "known", "может быть") == "nothing");
  CHECK(answer("teacher-mentee", "frequency", "очень часто") == "very-often");
  CHECK(answer("teacher-mentee", "frequency", "иногда") == "nothing");
  CHECK(answer("pupil-results", "average-mark", "4,25") == "4.25");
  CHECK(answer("swot", "strengths", "  Много   пар ") == "Много пар");
}

TEST_CASE("what records hold is read as what was typed is, only sooner") {
  const std::vector<std::string> answers = {"",
                                            "0",
                                            "1",
                                            "2",
                                            "5",
                                            "8",
                                            "10",
                                            "11",
                                            "08",
                                            "8 ",
                                            " 8",
                                            "+8",
                                            "8.0",
                                            "7,5",
                                            "4.25",
                                            "4.5",
                                            "да",
                                            "yes",
                                            "нет",
                                            "no",
                                            "Yes",
                                            "very-often",
                                            "seldom",
                                            "очень часто",
                                            "Очень часто",
                                            "never",
                                            "x",
                                            "-",
                                            "Много пар",
                                            " Много  пар",
                                            "a\nb",
                                            "999999999999",
                                            "1000000000",
                                            "0.001"};
  std::set<AnswerScale::Sort> sorts;
  for (const Instrument& one : model().instruments) {
    for (const Question& question : one.questions) {
      sorts.insert(question.scale.sort());
      for (const std::string& answer : answers) {
        CAPTURE(question.id.to_string());
        CAPTURE(answer);
        CHECK(answer_of_record(question, model(), answer) == answer_from_input(question, model(), answer, fold()));
      }
    }
  }
  CHECK(sorts.size() == 5);
}

TEST_CASE("every question of the edition has one id and, at each stage, a text in both languages") {
  for (const Instrument& one : model().instruments) {
    std::set<std::string> ids;
    for (const Question& question : one.questions) {
      CAPTURE(one.id.to_string());
      CAPTURE(question.id.to_string());
      CHECK(ids.insert(question.id.to_string()).second);
      CHECK_FALSE(question.wordings.empty());
      for (const auto& [stage, text] : question.wordings) {
        CHECK_FALSE(text.in(Language::ru).empty());
        CHECK_FALSE(text.in(Language::en).empty());
        CHECK(text.in(Language::ru) != text.in(Language::en));
      }
      CHECK((question.scale.sort() != AnswerScale::Sort::words || model().find(question.scale.name()) != nullptr));
    }
  }
}

TEST_CASE("a questionnaire of people tells by one question at the end whether they are satisfied") {
  for (const Instrument& one : model().instruments) {
    CAPTURE(one.id.to_string());
    const auto asked = one.asked_at(SurveyStage::after);
    const auto count =
        std::count_if(asked.begin(), asked.end(), [](const Question* q) { return q->tells_satisfaction; });
    CHECK(count == (one.of == Respondent::program ? 0 : 1));
  }
}

TEST_CASE("a sum has the level that begins last at or below it") {
  const auto level = [](std::int64_t sum) {
    const Level* reached = instrument("curator-sheet").level_of(sum);
    return reached == nullptr ? std::string{"none"} : reached->id.to_string();
  };
  CHECK(level(0) == "unacceptable");
  CHECK(level(8) == "unacceptable");
  CHECK(level(9) == "acceptable");
  CHECK(level(14) == "acceptable");
  CHECK(level(15) == "optimal");
  CHECK(level(18) == "optimal");
}

TEST_CASE("a whole sheet is typed in one text, in the order of the sheet") {
  const auto read = [](std::string_view typed) {
    return read_sheet(instrument("pupil-mentee"), SurveyStage::before, typed);
  };
  const SheetReading reading = read("нет - 8 9 7 8 6 9 10 8 7 9 «Довести проект» \"Встречи каждую неделю\" да");
  CHECK(reading.first_left == nullptr);
  CHECK_FALSE(reading.first_surplus);
  REQUIRE(reading.entries.size() == 14);
  CHECK(reading.entries.front().key == "known");
  CHECK(reading.entries[1].key == "comfort");
  CHECK(reading.entries[11].text == "Довести проект");
  CHECK(reading.entries[12].text == "Встречи каждую неделю");
  CHECK(reading.entries.back().key == "glad");
  const SheetReading fewer = read("нет - 8 9 7 8 6 9 10 8 7 9 - -");
  REQUIRE(fewer.first_left != nullptr);
  CHECK(fewer.first_left->id.to_string() == "glad");
  const SheetReading more = read("нет - 8 9 7 8 6 9 10 8 7 9 - - да лишнее");
  CHECK(more.first_surplus == std::optional<std::string>{"лишнее"});
}
