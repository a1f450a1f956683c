// The report of people. Each person has one line, with what was done in their pairs.
#include <unordered_set>

#include "report_parts.hpp"

namespace mentor {

namespace {

/// The pairs of all time in which one of these people is, but for void ones.
std::vector<const Pair*> pairs_of(const Program& program, const std::vector<const Participant*>& people) {
  std::unordered_set<Id<Participant>> ids;
  for (const Participant* person : people) {
    ids.insert(person->id);
  }
  std::vector<const Pair*> pairs;
  for (const auto& stored : program.all<Pair>()) {
    const bool is_theirs = ids.contains(stored.record.mentor) || ids.contains(stored.record.mentee);
    if (is_theirs && !is_void(stored.record, program.model())) {
      pairs.push_back(&stored.record);
    }
  }
  return pairs;
}

void fill_participants(Report& report, const ReportContext& context) {
  fill_table<Participant>(report, context,
                          {"name", "category", "roles", "unit", "joined", "pairs", "activities", "hours"});
  const auto people = select<Participant>(context.program, context.filter, context.today);
  add_without_hours(report, activities_of(context, pairs_of(context.program, people)));
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
                                    .fill = fill_participants};

}  // namespace mentor
