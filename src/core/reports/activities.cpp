// The journal of activities. Each activity has one line, and the hours are added up.
#include "report_parts.hpp"

namespace mentor {

namespace {

void fill_activities(Report& report, const ReportContext& context) {
  fill_table<Activity>(report, context, {"on", "form", "type", "pairs", "hours", "missed", "note"}, {"form", "note"});
  add_of_void_pairs(report, context);
  add_without_hours(report, select<Activity>(context.program, context.filter, context.today));
  report.chapters.back().notes = {
      FixedLabel{"Занятия – те, чей день приходится на период отчёта; занятие нескольких пар сразу – одна строка.",
                 "Activities are those whose day is in the report's period; one of several pairs is one line."},
      FixedLabel{"Часы в последней строке – сумма указанных.", "Hours in the last line are the sum of those given."}};
}

}  // namespace

const ReportRow activities_report{.name = "activities",
                                  .russian = "занятия",
                                  .title = {"Журнал занятий", "Activities"},
                                  .takes_filters = true,
                                  .looks_through = KindSet::of<Activity>(),
                                  .shows = KindSet::of<Activity>(),
                                  .counts_pairs = false,
                                  .lists_people = false,
                                  .fill = fill_activities};

}  // namespace mentor
