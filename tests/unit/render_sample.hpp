/// A small report of every kind of cell, and what the renderers make of a report.
#pragma once

#include <sstream>
#include <string>

#include "render/render.hpp"
#include "sample.hpp"

namespace sample {

using render::Style;

inline const language::Words russian{Language::ru};
inline const language::Words english{Language::en};

inline Column column(std::string key, Align align = Align::left) {
  static constexpr FixedLabel heading{"Столбец", "Column"};
  return {.key = std::move(key), .heading = heading, .align = align};
}

/// A list, as `mentor list` prints it: one section and no title.
inline Report list_of(std::vector<Column> columns, std::vector<Row> rows) {
  return {.bare = true,
          .sections = {{.key = "things",
                        .title = {"Вещи", "Things"},
                        .columns = std::move(columns),
                        .rows = std::move(rows),
                        .when_empty = {"Ничего нет.", "Nothing."}}}};
}

inline Cell project() { return Labelled{"project", {"проект", "project work"}}; }
inline Cell anna() { return Reference{"anna", "Семёнова Анна"}; }

/// Two sections with different columns, a total, facts and a note.
inline Report full_report() {
  Section people{.key = "people", .title = {"Люди", "People"}, .columns = {column("id"), column("name")}};
  people.columns[0].for_machines = true;
  people.rows = {{std::string{"a1"}, std::string{"Анна"}}};
  Section work{.key = "work",
               .title = {"Работа", "Work"},
               .columns = {column("type"), column("hours", Align::right)},
               .rows = {{project(), Duration::parse("1.5").value()}},
               .total = {Labelled{"total", {"Всего", "Total"}}, Duration::parse("1.5").value()}};
  return {.name = "sample",
          .title = {"Пример", "Sample"},
          .period = days("2026-09-01", "2027-08-31"),
          .facts = {{"organization", FixedLabel{"Организация", "Organization"}, std::string{"Гимназия"}},
                    {"today", FixedLabel{"Отчёт на", "As of"}, today},
                    {"revision", FixedLabel{"Версия", "Revision"}, std::string{}}},
          .sections = {people, work},
          .notes = {{"Примечание.", "A note."}}};
}

inline std::string rendered(void (*render)(std::ostream&, const Report&, const language::Words&, const Style&),
                            const Report& report, const language::Words& words = english, const Style& style = {}) {
  std::ostringstream out;
  render(out, report, words, style);
  return out.str();
}

}  // namespace sample
