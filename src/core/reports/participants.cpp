// The report of people. Each person has one line, with what was done in their pairs.
#include "report_parts.hpp"

namespace mentor {

namespace {

void fill(Report& report, const ReportContext& context) {
  fill_table<Participant>(report, context,
                          {"name", "category", "roles", "unit", "joined", "pairs", "activities", "hours"});
  report.chapters.back().notes = {
      FixedLabel{"Участники – все, кто вошёл в программу не позже конца периода или был в нём в "
                 "паре; кто выбыл до его начала, не считается.",
                 "Participants are all who joined by the end of the period or were in a pair in "
                 "it; who left before it does not count."},
      pairs_note, period_note};
}

}  // namespace

const ReportRow participants_report{.name = "participants",
                                    .title = {"Участники программы", "Participants"},
                                    .takes_filters = true,
                                    .needs_shown_fields = false,
                                    .counts_pairs = true,
                                    .lists_people = true,
                                    .fill = fill};

}  // namespace mentor
