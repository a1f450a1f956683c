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

inline Column column(std::string key, ColumnKind kind = ColumnKind::text) {
  static constexpr FixedLabel heading{"Столбец", "Column"};
  return {.key = std::move(key), .heading = heading, .kind = kind};
}

/// A list, as `mentor list` prints it: one section and no title.
inline Report list_of(std::vector<Column> columns, std::vector<Row> rows) {
  return {.bare = true,
          .chapters = {{.blocks = {Section{.key = "things",
                                           .title = FixedLabel{"Вещи", "Things"},
                                           .columns = std::move(columns),
                                           .rows = std::move(rows),
                                           .when_empty = FixedLabel{"Ничего нет.", "Nothing."}}}}}};
}

/// The first table of a report, to be changed.
inline Section& first_section(Report& report) { return std::get<Section>(report.chapters.front().blocks.front()); }

inline Cell project() { return Labelled{"project", {"проект", "project work"}}; }
inline Cell anna() { return Reference{"anna", "Семёнова Анна"}; }

/// Two sections with different columns, a total, facts and a note.
inline Report full_report() {
  Section people{.key = "people", .title = FixedLabel{"Люди", "People"}, .columns = {column("id"), column("name")}};
  people.columns[0].audience = Audience::machines;
  people.rows.add({std::string{"a1"}, std::string{"Анна"}});
  Section work{.key = "work",
               .title = FixedLabel{"Работа", "Work"},
               .columns = {column("type"), column("hours", ColumnKind::hours)},
               .rows = std::vector<Row>{{project(), Duration::parse("1.5").value()}},
               .total = {Labelled{"total", {"Всего", "Total"}}, Duration::parse("1.5").value()}};
  return {.name = "sample",
          .title = FixedLabel{"Пример", "Sample"},
          .period = days("2026-09-01", "2027-08-31"),
          .facts = {{"organization", FixedLabel{"Организация", "Organization"}, std::string{"Гимназия"}},
                    {"today", FixedLabel{"Отчёт на", "As of"}, today},
                    {"revision", FixedLabel{"Версия", "Revision"}, std::string{}}},
          .chapters = {{.blocks = {people, work}, .notes = {FixedLabel{"Примечание.", "A note."}}}}};
}

/// Every kind of block and of figure, in two chapters.
inline Report chaptered_report() {
  const Unknown unknown{say("period.from", today)};
  Column share = column("share", ColumnKind::share);
  share.note = say("period.until", today);
  Section figures{
      .key = "figures",
      .title = FixedLabel{"Показатели", "Figures"},
      .columns = {column("name"), share, column("mean", ColumnKind::mean), column("site", ColumnKind::link)},
      .rows = std::vector<Row>{
          {std::string{"a"}, Share{1, 3}, Mean{1300, 3}, Link{"https://example.org/x"}},
          {std::string{"b"}, unknown, unknown, Link{"javascript:x"}},
      }};
  Chart chart{.key = "chart",
              .title = FixedLabel{"Рисунок", "Chart"},
              .unit = FixedLabel{"часы", "hours"},
              .says = say("period.until", today),
              .shape = ChartShape::bars,
              .section = "figures",
              .series = {"share"}};
  Section other{.key = "other", .title = FixedLabel{"Прочее", "Other"}, .columns = {column("id")}};
  other.rows.add({std::string{"x"}});
  return {.name = "chapters",
          .title = FixedLabel{"Главы", "Chapters"},
          .chapters = {{.key = "first",
                        .title = FixedLabel{"Первая", "First"},
                        .facts = {{"half", FixedLabel{"Половина", "Half"}, Share{1, 2}},
                                  {"none", FixedLabel{"Нет", "None"}, unknown}},
                        .blocks = {Paragraph{FixedLabel{"Абзац.", "A paragraph."}}, figures, chart},
                        .notes = {say("period.from", today)}},
                       {.key = "second",
                        .title = say("cell.percent", std::int64_t{5}),
                        .blocks = {other, Gap{say("cell.percent", std::int64_t{5}),
                                              {{"anna", "Семёнова Анна"}, {"ivan", "Иванов"}}}}}}};
}

inline std::string rendered(void (*render)(std::ostream&, const Report&, const language::Words&, const Style&),
                            const Report& report, const language::Words& words = english, const Style& style = {}) {
  std::ostringstream out;
  render(out, report, words, style);
  return out.str();
}

}  // namespace sample
