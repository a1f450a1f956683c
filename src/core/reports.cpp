#include "mentor/reports.hpp"

#include <algorithm>
#include <array>

#include "report_parts.hpp"

namespace mentor {

namespace {

/// How many pairs the figures leave out, because no day is known by which to count them.
std::size_t uncounted_pairs(const ReportContext& context) {
  const auto& pairs = context.program.all<Pair>();
  return static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), [&](const Stored<Pair>& stored) {
    return stored.record.ends_before_it_begins() && !stored.record.belongs_to(context.filter.period);
  }));
}

/// All reports, in the order of the help.
constexpr std::array reports = {
    &summary_report,
    &participants_report,
    &pairs_report,
    &activities_report,
};

}  // namespace

std::span<const ReportRow* const> all_reports() { return reports; }

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
