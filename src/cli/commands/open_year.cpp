#include "mentor/open_year.hpp"
#include "mentor/roadmap.hpp"

#include <algorithm>
#include <array>

#include "cli/typed_day.hpp"
#include "cli/writing.hpp"

namespace mentor::cli {

namespace {

constexpr Option opened_year_argument{
    "YEAR", "", "", key("value.school-year"), Arity::required, key("help.open-year.year")};
constexpr Option no_classes_option{
    "--no-classes", "--без-классов", "", "", Arity::flag, key("help.open-year.no-classes")};
constexpr Option no_roadmap_option{"--no-roadmap", "--без-дорожной-карты",          "", "",
                                   Arity::flag,    key("help.open-year.no-roadmap")};

constexpr std::array open_year_options = {
    opened_year_argument,
    no_classes_option,
    no_roadmap_option,
    strict_option,
};

/// The school year that was typed. Throws `Refused` when it is not a school year, is over, or begins too late to be
/// opened now: a year may be opened from June on.
Period opened_year(const Session& session, const Program& program, const std::string& typed) {
  const Period period =
      typed_school_year(session, program.settings, opened_year_argument, typed, key("expected.school-year-to-open"));
  if (period.last() < session.today()) {
    throw Refused{Status::findings, say("open-year.over", school_year_name(period), period.last())};
  }
  if (session.today() < std::min(opens_on(period), period.first())) {
    throw Refused{Status::findings, say("open-year.too-early", school_year_name(period), opens_on(period))};
  }
  return period;
}

/// The people with their classes, the first ones by name.
Texts named(const OpenedYear::People& people, Date day) {
  constexpr std::size_t most = 20;
  Texts names;
  for (std::size_t index = 0; index < std::min(most, people.size()); ++index) {
    const std::string& unit = people[index]->unit.on(day);
    names.push_back(people[index]->name.on(day) + (unit.empty() ? "" : " (" + unit + ')'));
  }
  if (people.size() > most) {
    names.push_back("… (" + std::to_string(people.size()) + ')');
  }
  return names;
}

/// Which classes moved, and what wants a decision.
std::vector<Message> sentences_about(const Program& program, const OpenedYear& opened, const Period& year, Date today) {
  std::vector<Message> said;
  const auto add_people = [&](const OpenedYear::People& people, std::string_view sentence, auto... more) {
    if (!people.empty()) {
      said.push_back({sentence, {Argument{named(people, today)}, Argument{std::move(more)}...}});
    }
  };
  const auto count_of = [](int count) { return Count{std::int64_t{count}, key("noun.people")}; };
  for (const auto& [classes, count] : opened.moved) {
    said.push_back(say("open-year.moved", classes.first, classes.second, count_of(count)));
  }
  add_people(opened.left, key("open-year.left"), year.first().plus_days(-1));
  if (!opened.voided.empty()) {
    Texts titles;
    std::transform(opened.voided.begin(), opened.voided.end(), std::back_inserter(titles),
                   [&](const Pair* pair) { return title_with_id(program, *pair, today); });
    said.push_back(say("open-year.voided", titles));
  }
  if (opened.moved_before > 0) {
    said.push_back(say("open-year.moved-before", count_of(opened.moved_before)));
  }
  add_people(opened.by_hand, key("open-year.by-hand"));
  add_people(opened.without_joining, key("open-year.without-joining"));
  add_people(opened.without_grade, key("open-year.without-grade"));
  add_people(opened.with_planned, key("open-year.with-planned"), year.first());
  return said;
}

/// Lays the road map of the year, if it is not there yet, and says how many steps it has.
void add_roadmap(const Program& program, const Period& year, Edits& edits, std::vector<Message>& said) {
  LaidRoadmap laid = lay_roadmap(program, year);
  if (laid.there != 0) {
    said.push_back(say("open-year.roadmap-there", Count{static_cast<std::int64_t>(laid.there), key("noun.steps")}));
  }
  if (laid.edits.empty()) {
    return;
  }
  const Count steps{static_cast<std::int64_t>(laid.edits.size()), key("noun.steps")};
  said.push_back(laid.is_copied ? say("open-year.roadmap-copied", steps) : say("open-year.roadmap", steps));
  std::move(laid.edits.begin(), laid.edits.end(), std::back_inserter(edits));
}

Status run_open_year(Session& session, const Arguments& arguments) {
  Writing writing{session, arguments};
  writing.leave_ids_out();
  auto loaded = writing.load();
  const Period year = opened_year(session, loaded.program, *arguments.one(opened_year_argument));
  OpenedYear opened;
  if (!arguments.has(no_classes_option)) {
    require_all_read(loaded.program, KindSet::of<Participant, Pair, Activity>());
    opened = open_year(loaded.program, year, session.today());
  }
  auto said = sentences_about(loaded.program, opened, year, session.today());
  if (!arguments.has(no_roadmap_option)) {
    require_all_read(loaded.program, KindSet::of<Step>());
    add_roadmap(loaded.program, year, opened.edits, said);
  }
  writing.make(std::move(loaded), std::move(opened.edits), said);
  return Status::done;
}

}  // namespace

const Command open_year_command{
    .name = "open-year",
    .russian = "новый-год",
    .summary = key("help.open-year.summary"),
    .description = key("help.open-year.description"),
    .examples = key("help.open-year.examples"),
    .options = open_year_options,
    .writes = true,
    .run = run_open_year,
};

}  // namespace mentor::cli
