// The road map: what is to be done by when, stage by stage, and what became of it.
#include <algorithm>
#include <array>
#include <tuple>

#include "mentor/roadmap.hpp"
#include "step_columns.hpp"

namespace mentor {

namespace {

/// How many steps of the road map stand where.
struct StepCounts {
  std::array<std::int64_t, WordsOf<StepState>::rows.size()> by_state{};

  void add(StepState state) { ++by_state[static_cast<std::size_t>(state)]; }
  std::int64_t of(StepState state) const { return by_state[static_cast<std::size_t>(state)]; }
  std::int64_t all() const {
    std::int64_t sum = 0;
    for (const std::int64_t count : by_state) {
      sum += count;
    }
    return sum;
  }
};

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

Section table_of_steps(const ReportContext& context, StepCounts& counts) {
  const Model& model = context.program.model();
  const Date day = day_of_state(context.filter.period, context.today);
  const CellView view{context.program, day};
  Section section{.key = "roadmap",
                  .title = FixedLabel{"Мероприятия по этапам", "Steps by stage"},
                  .columns = step_columns(text_column("stage", {"Этап", "Stage"})),
                  .when_empty = FixedLabel{"Мероприятий нет. Дорожную карту года создаёт mentor новый-год.",
                                           "There are no steps. mentor open-year lays a year's road map."}};
  for (const auto& [number, step] : numbered_roadmap(context)) {
    const StepState state = state_on(*step, day, model.norms[Norm::due_soon_days]);
    counts.add(state);
    section.rows.add(step_row(step->part ? word_cell(*step->part, model) : Cell{}, number, *step, view, state));
  }
  hide_empty_columns(section);
  return section;
}

void fill_roadmap(Report& report, const ReportContext& context) {
  StepCounts counts;
  Section section = table_of_steps(context, counts);
  const std::int64_t all = counts.all();
  const std::int64_t done = counts.of(StepState::done) + counts.of(StepState::done_late);
  report.facts.push_back({"steps", FixedLabel{"Мероприятий", "Steps"}, all});
  report.facts.push_back({"done-share", FixedLabel{"Выполнено", "Done"},
                          all == 0 ? Cell{Unknown{say("unknown.no-steps")}} : Cell{Share{done, all}}});
  report.facts.push_back({"in-time", FixedLabel{"В срок", "In time"}, counts.of(StepState::done)});
  report.facts.push_back({"done-late", FixedLabel{"Позже срока", "Late"}, counts.of(StepState::done_late)});
  report.facts.push_back({"overdue", FixedLabel{"Просрочено", "Overdue"}, counts.of(StepState::overdue)});
  report.facts.push_back(
      {"open", FixedLabel{"Предстоит", "Open"}, counts.of(StepState::open) + counts.of(StepState::due)});
  add_sections(report, std::move(section));
  report.chapters.back().notes = {
      FixedLabel{"Мероприятия – те из дорожной карты, чей срок (без срока – день выполнения) приходится на период; без "
                 "обоих – если на период приходится день отчёта. Состояние – на последний день периода, но не позже "
                 "дня отчёта.",
                 "Steps are those of the road map whose day (without one the day on which they were done) is in the "
                 "period; with neither, if the day of the report is. Their state is that of the period's last day, but "
                 "not after the day of "
                 "the report."},
      FixedLabel{"Выполнено – доля выполненных от всех.", "Done is the share of all steps that are done."}};
}

}  // namespace

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

const ReportRow roadmap_report{.name = "roadmap",
                               .russian = "дорожная-карта",
                               .title = {"Дорожная карта", "Road map"},
                               .takes_filters = false,
                               .looks_through = KindSet::of<Step>(),
                               .shows = KindSet::of<Step>(),
                               .counts_pairs = false,
                               .lists_people = false,
                               .fill = fill_roadmap};

}  // namespace mentor
