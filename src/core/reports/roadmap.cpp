// The road map: what is to be done by when, stage by stage, and what became of it.
#include <algorithm>
#include <array>

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
  settle_step_columns(section);
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
