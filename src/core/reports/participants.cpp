// The report of people. Each person has one line, with what was done in their pairs.
#include <algorithm>
#include <unordered_set>

#include "report_parts.hpp"

namespace mentor {

namespace {

/// The pairs of all time in which one of these people is, in the role if one is asked for; void ones are left out.
std::vector<const Pair*> pairs_of(const ReportContext& context, const std::vector<const Participant*>& people) {
  std::unordered_set<Id<Participant>> ids;
  for (const Participant* person : people) {
    ids.insert(person->id);
  }
  const auto& asked = context.filter.role;
  std::vector<const Pair*> pairs;
  for (const auto& stored : context.program.all<Pair>()) {
    const bool is_theirs = std::any_of(std::begin(all_roles), std::end(all_roles), [&](Role role) {
      return (!asked || *asked == role) && ids.contains(stored.record.member(role));
    });
    if (is_theirs && is_counted(stored.record, context.program.model())) {
      pairs.push_back(&stored.record);
    }
  }
  return pairs;
}

/// Says in the head how many of these people hold a role for which no form of the program takes them, such as graduates
/// and employers at the school's own model.
void add_without_form(Report& report, const ReportContext& context, const std::vector<const Participant*>& people) {
  const Model& model = context.program.model();
  const Date day = day_of_state(context.filter.period, context.today);
  const auto add = [&](Role role, std::string key, FixedLabel name) {
    const auto count = std::count_if(people.begin(), people.end(), [&](const Participant* person) {
      const Category* category = model.find(person->category.on(day));
      return category != nullptr && person->has(role, day) && category->ages(role) &&
             !model.has_form_for(category->id, role);
    });
    if (count != 0) {
      report.facts.push_back({std::move(key), name, std::int64_t{count}});
    }
  };
  add(Role::mentor, "mentors-without-form",
      {"Наставников, которых не берёт ни одна форма программы (пар у них быть не может)",
       "Mentors whom no form of the program takes (there can be no pair of them)"});
  add(Role::mentee, "mentees-without-form",
      {"Наставляемых, которых не берёт ни одна форма программы (пар у них быть не может)",
       "Mentees whom no form of the program takes (there can be no pair of them)"});
}

constexpr FixedLabel role_note{"Пары, занятия и часы – только те, где человек в роли, по которой сделан отбор.",
                               "Pairs, activities and hours are those in which the person has the role asked for."};

void fill_participants(Report& report, const ReportContext& context) {
  fill_table<Participant>(report, context,
                          {"name", "category", "roles", "unit", "joined", "pairs", "activities", "hours"},
                          {"joined", "category", "unit", "roles"});
  const auto people = select<Participant>(context.program, context.filter, context.today);
  add_without_form(report, context, people);
  add_without_hours(report, activities_of(context, pairs_of(context, people)));
  auto& notes = report.chapters.back().notes;
  notes = {FixedLabel{"Участники – все, кто вошёл в программу не позже конца периода или был в нём в "
                      "паре; кто выбыл до его начала, не считается.",
                      "Participants are all who joined by the end of the period or were in a pair in "
                      "it; who left before it does not count."},
           pairs_note, period_note};
  if (context.filter.role) {
    notes.emplace_back(role_note);
  }
}

}  // namespace

const ReportRow participants_report{.name = "participants",
                                    .russian = "участники",
                                    .title = {"Участники программы", "Participants"},
                                    .takes_filters = true,
                                    .looks_through = KindSet::of<Activity>(),
                                    .shows = {},
                                    .counts_pairs = true,
                                    .lists_people = true,
                                    .fill = fill_participants};

}  // namespace mentor
