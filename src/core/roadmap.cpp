#include "mentor/roadmap.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "mentor/edition.hpp"
#include "mentor/selection.hpp"

namespace mentor {

namespace {

/// The day of the school year on which this day of every year lies.
Date day_within(const Period& year, DayOfYear day) {
  const auto in = [&](int number) { return Date::from(number, day.month, day.day); };
  const auto first = in(year.first().year());
  return first && year.contains(*first) ? *first : in(year.last().year()).value_or(year.last());
}

/// An id that follows from the year, the stage and the title (FNV-1a), so that two clones lay the same files.
Id<Step> id_of(const Period& year, const Step& step) {
  std::uint64_t hash = 14695981039346656037U;
  const auto add = [&](std::string_view text) {
    for (const char byte : text) {
      hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211U;
    }
  };
  add(year.first().to_string());
  add(step.part ? step.part->to_string() : std::string{});
  add(step.title);
  return *Id<Step>::parse(id_from_number(hash));
}

Step copied(const Step& former) {
  Step step;
  step.title = former.title;
  step.part = former.part;
  if (former.term.text().find_first_of("0123456789") == std::string::npos) {
    step.term = former.term;  // «до 10.09.2026» was said of that year
  }
  step.lead = former.lead;
  step.expected = former.expected;
  if (former.due) {
    step.due = former.due->plus_years(1);
  }
  return step;
}

/// The steps of the road map whose day lies in the year; one without a day is of the year in which it was done.
std::vector<const Step*> roadmap_of(const Program& program, const Period& year) {
  std::vector<const Step*> steps;
  for (const auto& stored : program.all<Step>()) {
    const Step& step = stored.record;
    const auto day = step.due ? std::optional{step.due->last()} : step.done;
    if (step.is_of_roadmap() && day && year.contains(*day)) {
      steps.push_back(&step);
    }
  }
  return steps;
}

std::vector<Step> steps_of_model(const Program& program, const Period& year) {
  const Language language = program.settings.language;
  std::vector<Step> steps;
  for (const RoadmapRow& row : roadmap_of_edition(program.model().edition)) {
    const auto stage = *Id<PlanPart>::parse(row.stage);
    if (program.model().find(stage) == nullptr) {
      continue;  // the program dropped it
    }
    Step& step = steps.emplace_back();
    step.title = row.title.in(language);
    step.part = stage;
    step.due = Due{day_within(year, row.due)};
    step.lead = row.lead.in(language);
    step.expected = row.expected.in(language);
  }
  return steps;
}

/// The place of a step's stage in the model; those of no stage come last.
std::size_t stage_of(const Step& step, const Model& model) {
  const auto found = std::find_if(model.stages.begin(), model.stages.end(),
                                  [&](const PlanPart& stage) { return step.part && stage.id == *step.part; });
  return static_cast<std::size_t>(found - model.stages.begin());
}

/// The steps of the road map of the period, by stage, day and title.
std::vector<const Step*> steps_in_order(const ReportContext& context) {
  auto steps = select<Step>(context.program, context.filter, context.today);
  std::erase_if(steps, [](const Step* step) { return !step->is_of_roadmap(); });
  const Model& model = context.program.model();
  std::vector<std::tuple<std::size_t, Date, std::string, Id<Step>, const Step*>> keys;
  keys.reserve(steps.size());
  for (const Step* step : steps) {
    keys.emplace_back(stage_of(*step, model), step->due ? step->due->last() : Date::latest(),
                      context.sort_key(step->title), step->id, step);
  }
  std::sort(keys.begin(), keys.end());
  std::transform(keys.begin(), keys.end(), steps.begin(), [](const auto& key) { return std::get<const Step*>(key); });
  return steps;
}

}  // namespace

LaidRoadmap lay_roadmap(const Program& program, const Period& year) {
  LaidRoadmap laid;
  laid.there = roadmap_of(program, year).size();
  if (laid.there != 0) {
    return laid;
  }
  const Period before = school_year_of(year.first().plus_days(-1), program.settings.school_year_start);
  const auto& stages = program.model().stages;
  std::vector<Step> steps;
  for (const Step* former : roadmap_of(program, before)) {
    if (std::any_of(stages.begin(), stages.end(), [&](const auto& stage) { return former->part == stage.id; })) {
      steps.push_back(copied(*former));
      laid.is_copied = true;
    }
  }
  if (steps.empty()) {
    steps = steps_of_model(program, year);
  }
  std::unordered_set<Id<Step>> ids;
  for (Step& step : steps) {
    step.id = id_of(year, step);
    const auto& table = program.all<Step>();
    if (table.find(step.id) != nullptr || table.is_unknown(step.id.to_string())) {
      return {};  // it was laid before
    }
    if (ids.insert(step.id).second) {
      laid.edits.emplace_back(CreateRecord{std::move(step)});
    }
  }
  return laid;
}

std::vector<NumberedStep> numbered_roadmap(const ReportContext& context) {
  std::vector<NumberedStep> numbered;
  std::size_t stage = 0;
  std::int64_t number_of_stage = 0;
  std::int64_t number = 0;
  for (const Step* step : steps_in_order(context)) {
    if (const std::size_t its = stage_of(*step, context.program.model()); number_of_stage == 0 || its != stage) {
      stage = its;
      ++number_of_stage;
      number = 0;
    }
    numbered.push_back({std::to_string(number_of_stage) + '.' + std::to_string(++number), step});
  }
  return numbered;
}

}  // namespace mentor
