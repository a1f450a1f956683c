/// One filled-in sheet: a questionnaire of a member of pairs, the curator's sheet, a table of the school's figures.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "mentor/cell.hpp"
#include "mentor/date.hpp"
#include "mentor/entries.hpp"
#include "mentor/id.hpp"
#include "mentor/id_list.hpp"
#include "mentor/instrument.hpp"
#include "mentor/kind.hpp"
#include "mentor/message.hpp"
#include "mentor/model.hpp"
#include "mentor/records/pair.hpp"

namespace mentor {

/// Who answered is not written: it is the member of its pairs in the instrument's role. Without pairs a sheet is
/// anonymous, or of the whole program.
struct Survey {
  Id<Survey> id;
  Id<Instrument> instrument;
  SurveyStage stage{};
  Date on;
  IdList<Pair> pairs = {};
  Entries answers = {};  // question and answer
};

/// The role of whoever fills in sheets of the instrument. Nothing of one of the program.
std::optional<Role> role_of(const Instrument& instrument);

/// Who answered: the one member of all the sheet's pairs in the role of its instrument. Nothing of an anonymous sheet,
/// of one of the program, and of one whose pairs do not agree.
std::optional<Id<Participant>> respondent_of(const Survey& survey, const Program& program);

/// How many of the questions of its stage a sheet answers.
std::int64_t answered(const Survey& survey, const Model& model);
/// How many there are; 0 of an instrument that the model does not have.
std::int64_t asked(const Survey& survey, const Model& model);

/// What the whole scores of a sheet come to.
struct SheetSum {
  std::int64_t sum = 0;
  std::int64_t most = 0;  // the highest that there could be
  std::int64_t left = 0;  // how many of its scored questions have no answer
};
SheetSum sum_of(const Survey& survey, const Instrument& instrument);
/// What the sum means; unknown while questions have no answer.
Cell level_cell(const SheetSum& total, const Instrument& instrument);

template <>
struct Kind<Survey> {
  static constexpr std::string_view folder = "surveys", one = "survey";
  static constexpr FixedLabel title{"Анкета", "Survey"}, many{"Анкеты", "Surveys"};
  static constexpr std::array<std::string_view, 2> inflected{"анкету", "анкет"};
  static constexpr std::array<std::string_view, 3> main_fields{"instrument", "pairs", "stage"};
  /// The field of entries whose words `add` takes for fields: `comfort=8`.
  static constexpr std::string_view entries_field = "answers";
  static constexpr FixedLabel example{
      "id: k0v5m2w9cs\n"
      "instrument: pupil-mentee\n"
      "stage: before\n"
      "on: 2026-10-12\n"
      "pairs: [q0d8rf3w1n]\n"
      "answers:\n"
      "  known: \"no\"\n"
      "  comfort: 8\n"
      "  personal-meetings: 9\n"
      "  valuable: Можно спросить о чём угодно\n",
      "id: k0v5m2w9cs\n"
      "instrument: pupil-mentee\n"
      "stage: before\n"
      "on: 2026-10-12\n"
      "pairs: [q0d8rf3w1n]\n"
      "answers:\n"
      "  known: \"no\"\n"
      "  comfort: 8\n"
      "  personal-meetings: 9\n"
      "  valuable: One may ask about anything\n"};
  static constexpr std::array<std::string_view, 6> listed{"on", "instrument", "stage", "pairs", "answered", "asked"};

  static std::span<const Field<Survey>> fields();
  static std::span<const RecordRule<Survey>> rules();
  static std::string title_of(const Program& program, const Survey& survey, Date day);
  static Section table(const ReportContext& context);
  static void add_sections(Report& report, const ReportContext& context, const Stored<Survey>& stored);
  /// Writes the answers as records hold them. What lies outside its scale stays: a rule tells of it.
  static void make_canonical(Survey& survey, const Model& model, const Fold& fold);
};

/// What was typed for a whole sheet in one text. The answers have the order of the sheet and blanks between; `-` is no
/// answer, and own words stand in quotes.
struct SheetReading {
  std::int64_t answers = 0;                       // how many were typed, those left out among them
  std::vector<Entries::Entry> entries;            // of the questions that were answered
  const Question* first_left = nullptr;           // the first question without an answer, when there are too few
  std::optional<std::string> first_surplus = {};  // the first answer without a question, when there are too many
  std::optional<std::string> unclosed = {};       // what follows a quote that nothing closes
};
SheetReading read_sheet(const Instrument& instrument, SurveyStage stage, std::string_view typed);

}  // namespace mentor
