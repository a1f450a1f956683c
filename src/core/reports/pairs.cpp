// The report of pairs. Each pair has one line, with its state and what it did.
#include "report_parts.hpp"

namespace mentor {

namespace {

void fill_pairs(Report& report, const ReportContext& context) {
  fill_table<Pair>(report, context,
                   {"mentor", "mentee", "form", "from", "until", "state", "activities", "hours", "last"},
                   {"from", "form", "until", "last"});
  add_without_hours(report, activities_of(context, select<Pair>(context.program, context.filter, context.today)));
  report.chapters.back().notes = {
      pairs_note,
      FixedLabel{"Состояние – на последний день периода, но не позже дня отчёта.",
                 "The state is that of the period's last day, but not after the day of the report."},
      period_note};
}

}  // namespace

const ReportRow pairs_report{.name = "pairs",
                             .russian = "пары",
                             .title = {"Наставнические пары", "Mentoring pairs"},
                             .takes_filters = true,
                             .looks_through = KindSet::of<Activity>(),
                             .shows = {},
                             .counts_pairs = true,
                             .lists_people = false,
                             .fill = fill_pairs};

}  // namespace mentor
