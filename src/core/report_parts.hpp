/// What the files of the reports share: their rows in the table of reports, common columns, and common notes.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mentor/own_field.hpp"
#include "mentor/reports.hpp"

namespace mentor {

inline Column text_column(std::string key, FixedLabel heading) { return {.key = std::move(key), .heading = heading}; }
/// A column that only one of both gets to see, where they read the same thing in two ways.
inline Column for_people(Column column) {
  column.audience = Audience::people;
  return column;
}
inline Column for_machines(Column column) {
  column.audience = Audience::machines;
  return column;
}
inline Column number_column(std::string key, FixedLabel heading) {
  return {.key = std::move(key), .heading = heading, .kind = ColumnKind::number};
}
inline Column hours_column(std::string key, FixedLabel heading) {
  return {.key = std::move(key), .heading = heading, .kind = ColumnKind::hours};
}

/// The column of the commands that the rows tell to type. They may name people.
inline Column command_column() {
  Column column = text_column("command", {"Команда", "Command"});
  column.privacy = Privacy::name_of_minor;
  column.own_line = true;
  return column;
}

/// The cell that shows a field of the school's own.
inline Cell cell_of(const OwnField& field) {
  if (!field.is_list) {
    return field.texts.empty() ? Cell{} : Cell{field.texts.front()};
  }
  std::vector<Labelled> items;
  for (const std::string& text : field.texts) {
    items.push_back({text, {text, text}});
  }
  return items;
}

/// The cell of what may be missing: blank without it.
inline Cell cell_or_blank(const std::optional<Date>& day) { return day ? Cell{*day} : Cell{}; }
inline Cell cell_or_blank(std::string_view text) { return text.empty() ? Cell{} : Cell{std::string{text}}; }

/// The label of a word of the model; the word itself when the model does not have it.
template <class Entry>
Cell word_cell(const Id<Entry>& id, const Model& model) {
  const Entry* entry = model.find(id);
  const std::string text = id.to_string();
  return entry != nullptr ? Labelled{text, entry->label} : Labelled{text, {text, text}};
}

/// The pairs, sorted by the names of their mentors and then of their mentees on the day of the report.
std::vector<const Pair*> in_order(const ReportContext& context, std::vector<const Pair*> pairs);
/// The people, sorted by their names on the day of the report.
std::vector<const Participant*> in_order(const ReportContext& context, std::vector<const Participant*> people);

/// The table of these records, sorted by name.
Section fields_of(const ReportContext& context, const std::vector<const Participant*>& people);
Section fields_of(const ReportContext& context, const std::vector<const Pair*>& pairs);

/// Adds the sections to the last chapter of the report. If there is no chapter, adds one. The sections are arguments,
/// since a braced list would copy them.
template <class... Sections>
void add_sections(Report& report, Sections... sections) {
  if (report.chapters.empty()) {
    report.chapters.emplace_back();
  }
  (report.chapters.back().blocks.emplace_back(std::move(sections)), ...);
}

/// Says in the head how many activities that the filter asks for are left out, as all their pairs are void.
void add_of_void_pairs(Report& report, const ReportContext& context);

/// Says in the head how many of these activities are attempts, and how many others have no hours, if there are some.
void add_without_hours(Report& report, const std::vector<const Activity*>& activities);

/// The activities of the period that these pairs took part in.
std::vector<const Activity*> activities_of(const ReportContext& context, const std::vector<const Pair*>& pairs);

/// Says which columns a narrow terminal may do without, the first of these first. The section may lack some of them.
void spare_columns(Section& section, const std::vector<std::string>& keys);

/// Fills a report that is one table. It has these columns, and the id for machines. A narrow terminal may do without
/// some, the first of them first.
template <class Record>
void fill_table(Report& report, const ReportContext& context, std::vector<std::string> keys,
                const std::vector<std::string>& spared) {
  keys.insert(keys.begin(), "id");
  Section section = pick_columns(table_of<Record>(context), keys);
  section.columns.front().audience = Audience::machines;
  spare_columns(section, spared);
  add_sections(report, std::move(section));
}

/// Leaves out for people the columns in which no row has anything.
void hide_empty_columns(Section& section);

// Notes that several reports share.
inline constexpr FixedLabel period_note{"Занятия и часы – только за период отчёта.",
                                        "Activities and hours are those of the report's period alone."};
inline constexpr FixedLabel pairs_note{
    "Пары – те, у которых хотя бы один день приходится на период отчёта; без периода – все.",
    "Pairs are those with a day in the report's period; without a period, all."};

// Each of these stands in its own file in `reports/`.
extern const ReportRow summary_report;
extern const ReportRow participants_report;
extern const ReportRow pairs_report;
extern const ReportRow activities_report;
extern const ReportRow roadmap_report;
extern const ReportRow plans_report;
extern const ReportRow workload_report;
extern const ReportRow attention_report;
extern const ReportRow documents_report;
extern const ReportRow resources_report;
extern const ReportRow monitoring_report;
extern const ReportRow indicators_report;
extern const ReportRow sheets_report;
extern const ReportRow practices_report;
extern const ReportRow trainings_report;
extern const ReportRow relay_report;

}  // namespace mentor
