/// The columns that every table of the steps of a plan has: number, title, days, who, what is to come of it and what
/// did.
#pragma once

#include <string>
#include <vector>

#include "field_codecs.hpp"
#include "report_parts.hpp"

namespace mentor {

/// The columns of a table that groups steps by this one.
inline std::vector<Column> step_columns(Column group) {
  const auto sensitive = [](std::string key, FixedLabel heading) {
    Column column = text_column(std::move(key), heading);
    column.privacy = Privacy::sensitive;
    return column;
  };
  group.groups = true;
  return {std::move(group),
          text_column("number", {"№", "No."}),
          text_column("title", {"Мероприятие", "Step"}),
          text_column("due", {"Срок", "Due"}),
          sensitive("lead", {"Ответственные", "Lead"}),
          sensitive("expected", {"Ожидаемый результат", "Expected result"}),
          text_column("done", {"Выполнено", "Done"}),
          sensitive("result", {"Результат", "Result"}),
          text_column("state", {"Состояние", "State"})};
}

/// Leaves out what no step has, and says what a narrow terminal may do without.
inline void settle_step_columns(Section& section) {
  hide_empty_columns(section);
  spare_columns(section, {"expected", "result", "lead", "done"});
}

/// The row of a step. What came of it is shown once it is done on the day.
inline Row step_row(Cell group, std::string number, const Step& step, const CellView& view, StepState state) {
  const Cell due = !step.term.is_empty() ? cell_or_blank(step.term)
                   : step.due            ? Codec<Due>::cell(*step.due, view)
                                         : Cell{};
  const bool is_done = state == StepState::done || state == StepState::done_late;
  return {std::move(group),
          std::move(number),
          step.title.to_string(),
          due,
          cell_or_blank(step.lead),
          cell_or_blank(step.expected),
          is_done ? Cell{*step.done} : Cell{},
          is_done ? cell_or_blank(step.result) : Cell{},
          labelled(state)};
}

}  // namespace mentor
