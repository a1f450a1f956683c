/// What the tables of records share.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "report_parts.hpp"

namespace mentor {

inline constexpr FixedLabel nothing_selected{"Таких записей нет.", "There are no such records."};

/// What a record says in a field of the school's own; empty where it has none of that name.
template <class Record>
Cell own_cell(const Program& program, const Record& record, std::string_view name) {
  for (const OwnField& field : program.own_fields(*program.all<Record>().find(record.id))) {
    if (field.name == name) {
      return cell_of(field);
    }
  }
  return {};
}

/// A table of the records' fields, with room in each row for so many more cells.
template <class Record>
Section rows_of(const ReportContext& context, const std::vector<const Record*>& records, std::size_t more) {
  Section section{.key = std::string{folder_of<Record>}, .title = Kind<Record>::many, .when_empty = nothing_selected};
  for (const auto& field : fields<Record>()) {
    section.columns.push_back({.key = std::string{field.name},
                               .heading = field.heading,
                               .align = field.meaning == Meaning::duration ? Align::right : Align::left,
                               .references = field.meaning == Meaning::reference});
  }
  for (const std::string& name : context.own_fields) {
    section.columns.push_back({.key = name, .heading = name});
  }
  section.rows.reserve(records.size());
  const Date day = day_of_state(context.filter.period, context.today);
  for (const Record* record : records) {
    Row& row = section.rows.emplace_back();
    row.reserve(section.columns.size() + more);
    for (const auto& field : fields<Record>()) {
      row.push_back(field.cell(*record, context.program, day));
    }
    for (const std::string& name : context.own_fields) {
      row.push_back(own_cell(context.program, *record, name));
    }
  }
  return section;
}

/// A part of a report on one record: the selected records of another kind, with these columns alone. Not all that a
/// filter finds has to be shown: some of it stands in the facts.
template <class Record>
Section section_of(const ReportContext& context, Filter filter, const std::vector<std::string>& keys) {
  Section section =
      pick_columns(table_of<Record>({context.program, std::move(filter), context.today, context.sort_key, {}}), keys);
  section.total.clear();
  return section;
}

}  // namespace mentor
