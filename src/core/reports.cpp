#include "mentor/reports.hpp"

#include <algorithm>
#include <array>

#include "report_parts.hpp"

namespace mentor {

namespace {

constexpr FixedLabel period_note{"Занятия и часы – только за период отчёта.",
                                 "Activities and hours are those of the report's period alone."};

constexpr FixedLabel pairs_note{
    "Пары – те, у которых хотя бы один день приходится на период отчёта; без периода – все.",
    "Pairs are those with a day in the report's period; without a period, all."};

/// A report of one table: these columns, and the id for machines.
template <class Record>
void fill_table(Report& report, const ReportContext& context, std::vector<std::string> keys) {
  keys.insert(keys.begin(), "id");
  Section section = pick_columns(table_of<Record>(context), keys);
  section.columns.front().audience = Audience::machines;
  add_sections(report, std::move(section));
}

void fill_participants(Report& report, const ReportContext& context) {
  fill_table<Participant>(report, context,
                          {"name", "category", "roles", "unit", "joined", "pairs", "activities", "hours"});
  report.chapters.back().notes = {FixedLabel{"Участники – все, кто вошёл в программу не позже конца периода.",
                                             "Participants are all who joined by the end of the period."},
                                  pairs_note, period_note};
}

void fill_pairs(Report& report, const ReportContext& context) {
  fill_table<Pair>(report, context,
                   {"mentor", "mentee", "form", "from", "until", "state", "activities", "hours", "last"});
  report.chapters.back().notes = {
      pairs_note,
      FixedLabel{"Состояние – на последний день периода, но не позже дня отчёта.",
                 "The state is that of the period's last day, but not after the day of the report."},
      period_note};
}

void fill_activities(Report& report, const ReportContext& context) {
  fill_table<Activity>(report, context, {"on", "form", "type", "pairs", "hours", "note"});
  report.chapters.back().notes = {
      FixedLabel{"Занятия – те, чей день приходится на период отчёта; занятие нескольких пар сразу – одна строка.",
                 "Activities are those whose day is in the report's period; one of several pairs is one line."},
      FixedLabel{"Часы в последней строке – сумма указанных.", "Hours in the last line are the sum of those given."}};
}

/// How many pairs the figures leave out, since they have no day by which to count them.
std::size_t uncounted_pairs(const ReportContext& context) {
  const auto& pairs = context.program.all<Pair>();
  return static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), [&](const Stored<Pair>& stored) {
    return stored.record.ends_before_it_begins() && !stored.record.belongs_to(context.filter.period);
  }));
}

constexpr std::array reports = {
    ReportRow{.name = "summary",
              .title = {"Сводный отчёт", "Summary"},
              .takes_filters = false,
              .needs_shown_fields = false,
              .counts_pairs = true,
              .lists_people = false,
              .fill = fill_summary},
    ReportRow{.name = "participants",
              .title = {"Участники программы", "Participants"},
              .takes_filters = true,
              .needs_shown_fields = false,
              .counts_pairs = true,
              .lists_people = true,
              .fill = fill_participants},
    ReportRow{.name = "pairs",
              .title = {"Наставнические пары", "Mentoring pairs"},
              .takes_filters = true,
              .needs_shown_fields = false,
              .counts_pairs = true,
              .lists_people = false,
              .fill = fill_pairs},
    ReportRow{.name = "activities",
              .title = {"Журнал занятий", "Activities"},
              .takes_filters = true,
              .needs_shown_fields = true,
              .counts_pairs = false,
              .lists_people = false,
              .fill = fill_activities},
};

}  // namespace

std::span<const ReportRow> all_reports() { return reports; }

Report make_report(const ReportRow& row, const ReportContext& context) {
  Report report{.name = std::string{row.name}, .title = row.title, .period = context.filter.period};
  const Settings& settings = context.program.settings;
  report.facts.push_back({"organization", FixedLabel{"Организация", "Organization"},
                          settings.organization.empty() ? Cell{} : Cell{settings.organization}});
  report.facts.push_back({"today", FixedLabel{"Отчёт на", "As of"}, context.today});
  if (!context.revision.empty()) {
    report.facts.push_back({"revision", FixedLabel{"Версия данных (git)", "Data revision (git)"}, context.revision});
  }
  const auto add_count = [&](std::string key, FixedLabel name, std::size_t count) {
    if (count != 0) {
      report.facts.push_back({std::move(key), name, static_cast<std::int64_t>(count)});
    }
  };
  add_count(
      "unreadable",
      {"Не прочитано записей (подробности: mentor check)", "Records that could not be read (details: mentor check)"},
      context.program.unreadable_count());
  add_count("repeated",
            {"Записей, которые стоят в нескольких местах (каждая учтена один раз; подробности: mentor check)",
             "Records in several places, each counted once (details: mentor check)"},
            context.program.repeated_count());
  if (row.counts_pairs) {
    add_count("uncounted-pairs",
              {"Не сосчитано пар, которые заканчиваются раньше, чем начинаются (подробности: mentor check)",
               "Pairs not counted, as they end before they begin (details: mentor check)"},
              uncounted_pairs(context));
  }
  row.fill(report, context);
  return report;
}

}  // namespace mentor
