/// The columns with which every table of the questions of a sheet begins: number, id, text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mentor/instrument.hpp"
#include "report_parts.hpp"

namespace mentor {

/// These columns, and those that follow them.
inline std::vector<Column> question_columns(std::vector<Column> more) {
  std::vector<Column> columns{
      number_column("number", {"№", "No."}),
      Column{.key = "id", .heading = FixedLabel{"Код", "Id"}, .kind = ColumnKind::code, .audience = Audience::machines},
      for_people(text_column("question", {"Вопрос", "Question"})),
      for_machines(text_column("text", {"Вопрос", "Question"}))};
  for (Column& column : more) {
    columns.push_back(std::move(column));
  }
  return columns;
}

/// The cells of a question that is asked at the stage, and those that follow them.
inline Row question_row(std::int64_t number, const Question& question, SurveyStage stage, Language language, Row more) {
  const std::string id = question.id.to_string();
  const Label& text = *question.text_at(stage);
  Row row{number, id, Labelled{id, text}, text.in(language)};
  for (Cell& cell : more) {
    row.push_back(std::move(cell));
  }
  return row;
}

}  // namespace mentor
