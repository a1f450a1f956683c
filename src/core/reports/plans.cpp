// The personalized programs of pairs: their plans, what was done by them, and what they came to.
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "mentor/pauses.hpp"
#include "report_parts.hpp"
#include "tally.hpp"

namespace mentor {

namespace {

/// How a plan stands: that of a pair, or of a program.
struct PlanCounts {
  std::int64_t steps = 0;
  std::int64_t done = 0;
  std::int64_t overdue = 0;

  void add(StepState state) {
    ++steps;
    done += state == StepState::done || state == StepState::done_late ? 1 : 0;
    overdue += state == StepState::overdue ? 1 : 0;
  }
};

ByRecord<Pair, PlanCounts> plans_on(Date day, const ReportContext& context) {
  ByRecord<Pair, PlanCounts> plans{context.program};
  const int soon = context.program.model().norms[Norm::due_soon_days];
  for (const auto& stored : context.program.all<Step>()) {
    const StepState state = state_on(stored.record, day, soon);
    for (const auto& id : stored.record.pairs) {
      if (PlanCounts* plan = plans.find(id)) {
        plan->add(state);
      }
    }
  }
  return plans;
}

/// The outcome of the pair on the day: that of its reason once it has ended. Nothing before.
std::optional<Outcome> outcome_on(const Pair& pair, Date day, const Model& model) {
  const Reason* reason = pair.reason ? model.find(*pair.reason) : nullptr;
  return reason != nullptr && state_on(pair, day, model) == PairState::ended ? std::optional{reason->outcome}
                                                                             : std::nullopt;
}

/// What the pairs came to, all together or those of one program.
struct Outcomes {
  PlanCounts plan;  // of the program itself
  std::int64_t pairs = 0;
  std::int64_t completed = 0;
  std::int64_t early = 0;
  Work work;
  std::int64_t days = 0;  // on which pairs worked in the period, without paused ones
};

constexpr FixedLabel no_outcome{"итог не указан", "no outcome"};

Column reference_column(std::string key, FixedLabel heading, Privacy privacy) {
  Column column = text_column(std::move(key), heading);
  column.kind = ColumnKind::reference;
  column.privacy = privacy;
  return column;
}

class Plans {
 public:
  explicit Plans(const ReportContext& context)
      : context_(context),
        program_(context.program),
        model_(context.program.model()),
        day_(day_of_state(context.filter.period, context.today)),
        pairs_(in_order(context, select<Pair>(context.program, context.filter, context.today))),
        plans_(plans_on(day_, context)),
        work_(work_for(context, context.filter.period)),
        pauses_(context.program) {
    for (const Pair* pair : pairs_) {
      count(*pair);
    }
    for (const Step* step : select<Step>(program_, context.filter, context.today)) {
      if (step->practice) {
        by_program_[*step->practice].plan.add(state_on(*step, day_, model_.norms[Norm::due_soon_days]));
      }
    }
  }

  const Outcomes& all() const { return all_; }
  /// Its rows hold the plans.
  static Section table_of_pairs(const std::shared_ptr<const Plans>& plans);
  Section table_of_reasons() const;
  Section table_of_programs() const;

 private:
  void fill(Row& row, const Pair& pair) const;

  void count(const Pair& pair) {
    const auto outcome = outcome_on(pair, day_, model_);
    Outcomes one{.pairs = 1,
                 .completed = outcome == Outcome::completed ? 1 : 0,
                 .early = outcome == Outcome::early ? 1 : 0,
                 .work = *work_.find(pair.id),
                 .days = days_worked(pair)};
    add(all_, one);
    for (const auto& practice : pair.practices) {
      add(by_program_[practice], one);
    }
  }

  static void add(Outcomes& sum, const Outcomes& one) {
    sum.pairs += one.pairs;
    sum.completed += one.completed;
    sum.early += one.early;
    sum.work += one.work;
    sum.days += one.days;
  }

  std::int64_t days_worked(const Pair& pair) const {
    const Date first = std::max(pair.from.day(), context_.filter.period.first());
    const Date last = std::min({pair.until.value_or(day_), day_, context_.filter.period.last()});
    const auto days = Period::from(first, last);
    return days ? last.days_since(first) + 1 - pauses_.days_within(pair.id, *days) : 0;
  }

  const ReportContext& context_;
  const Program& program_;
  const Model& model_;
  Date day_;
  std::vector<const Pair*> pairs_;
  ByRecord<Pair, PlanCounts> plans_;
  ByRecord<Pair, Work> work_;
  Pauses pauses_;
  Outcomes all_;
  std::map<Id<Practice>, Outcomes> by_program_;
};

void Plans::fill(Row& row, const Pair& pair) const {
  const PlanCounts& plan = *plans_.find(pair.id);
  const Work& done = *work_.find(pair.id);
  std::vector<Reference> practices;
  for (const auto& id : pair.practices) {
    const Practice* practice = program_.find(id);
    practices.push_back({id.to_string(), practice == nullptr ? id.to_string() : practice->title});
  }
  const PairState state = state_on(pair, day_, model_, pauses_);
  row = {Reference{pair.mentor.to_string(), name_of(program_, pair.mentor, day_), true},
         Reference{pair.mentee.to_string(), name_of(program_, pair.mentee, day_), true},
         word_cell(pair.form, model_),
         pair.role_model ? word_cell(*pair.role_model, model_) : Cell{},
         word_cell(pair.kind.value_or(*Id<PairKind>::parse("individual")), model_),
         std::move(practices),
         plan.steps,
         plan.done,
         plan.overdue,
         done.activities,
         done.attempts,
         done.hours,
         labelled(state),
         state != PairState::ended ? Cell{}
         : pair.reason             ? word_cell(*pair.reason, model_)
                                   : Cell{Labelled{"", no_outcome.label()}}};
}

Section Plans::table_of_pairs(const std::shared_ptr<const Plans>& plans) {
  Section section{
      .key = "plans",
      .title = FixedLabel{"Персонализированные программы", "Personalized programs"},
      .columns = {reference_column("mentor", {"Наставник", "Mentor"}, Privacy::name_of_minor),
                  reference_column("mentee", {"Наставляемый", "Mentee"}, Privacy::name_of_minor),
                  text_column("form", {"Форма", "Form"}), text_column("role-model", {"Ролевая модель", "Role model"}),
                  text_column("kind", {"Вид", "Kind"}),
                  reference_column("practices", {"Программа", "Program"}, Privacy::open),
                  number_column("steps", {"Пунктов плана", "Steps"}), number_column("done", {"Выполнено", "Done"}),
                  number_column("overdue", {"Просрочено", "Overdue"}),
                  number_column("activities", {"Занятия", "Activities"}),
                  number_column("attempts", {"Не состоялось", "Attempts"}), hours_column("hours", {"Часы", "Hours"}),
                  text_column("state", {"Состояние", "State"}), text_column("outcome", {"Итог", "Outcome"})},
      .when_empty = FixedLabel{"Пар нет.", "There are no pairs."}};
  section.rows = {plans->pairs_.size(),
                  [plans](std::size_t place, Row& row) { plans->fill(row, *plans->pairs_[place]); }};
  hide_empty_columns(section);
  spare_columns(section,
                {"kind", "role-model", "practices", "form", "attempts", "overdue", "outcome", "activities", "state"});
  return section;
}

Section Plans::table_of_reasons() const {
  std::map<std::pair<Id<Reason>, std::optional<Initiative>>, std::int64_t> counts;
  std::int64_t unsaid = 0;
  for (const Pair* pair : pairs_) {
    if (state_on(*pair, day_, model_) != PairState::ended) {
      continue;
    }
    if (pair->reason) {
      ++counts[{*pair->reason, pair->side}];
    } else {
      ++unsaid;
    }
  }
  Section section{.key = "outcomes",
                  .title = FixedLabel{"Итоги завершённых пар", "Outcomes of the pairs that ended"},
                  .columns = {text_column("reason", {"Причина", "Reason"}), text_column("outcome", {"Итог", "Outcome"}),
                              text_column("side", {"Инициатива", "Side"}), number_column("pairs", {"Пар", "Pairs"})},
                  .when_empty = FixedLabel{"Завершённых пар нет.", "No pair has ended."}};
  for (const auto& [line, count] : counts) {
    const Reason* reason = model_.find(line.first);
    section.rows.add({word_cell(line.first, model_), reason == nullptr ? Cell{} : Cell{labelled(reason->outcome)},
                      line.second ? Cell{labelled(*line.second)} : Cell{}, count});
  }
  if (unsaid != 0) {
    section.rows.add({Labelled{"", no_outcome.label()}, Cell{}, Cell{}, unsaid});
  }
  return section;
}

Section Plans::table_of_programs() const {
  Section section{
      .key = "programs",
      .title = FixedLabel{"По программам наставничества", "By program of mentoring"},
      .columns = {reference_column("practice", {"Программа", "Program"}, Privacy::open),
                  number_column("steps", {"Мероприятий", "Steps"}), number_column("done", {"Выполнено", "Done"}),
                  number_column("overdue", {"Просрочено", "Overdue"}), number_column("pairs", {"Пар", "Pairs"}),
                  number_column("completed", {"Завершено", "Completed"}), number_column("early", {"Досрочно", "Early"}),
                  hours_column("hours", {"Часы", "Hours"}),
                  text_column("expected", {"Ожидаемый результат", "Expected result"}),
                  text_column("result", {"Результат", "Result"})},
      .when_empty = FixedLabel{"Программ с парами или мероприятиями нет.", "No program has pairs or steps."}};
  std::vector<std::pair<std::string, const Id<Practice>*>> by_title;
  for (const auto& [id, counts] : by_program_) {
    const Practice* practice = program_.find(id);
    by_title.emplace_back(context_.sort_key(practice == nullptr ? id.to_string() : practice->title), &id);
  }
  std::sort(by_title.begin(), by_title.end(), [](const auto& one, const auto& other) {
    return std::tie(one.first, *one.second) < std::tie(other.first, *other.second);
  });
  for (const auto& [title, by_id] : by_title) {
    const Id<Practice>& id = *by_id;
    const Outcomes& counts = by_program_.at(id);
    const Practice* practice = program_.find(id);
    section.rows.add({Reference{id.to_string(), practice == nullptr ? id.to_string() : practice->title},
                      counts.plan.steps, counts.plan.done, counts.plan.overdue, counts.pairs, counts.completed,
                      counts.early, counts.work.hours, practice == nullptr ? Cell{} : cell_or_blank(practice->expected),
                      practice == nullptr ? Cell{} : cell_or_blank(practice->result)});
  }
  hide_empty_columns(section);
  spare_columns(section, {"expected", "result", "early", "completed"});
  return section;
}

void fill_plans(Report& report, const ReportContext& context) {
  constexpr std::int64_t month = 30;   // days
  constexpr std::int64_t minute = 60;  // seconds
  const auto plans = std::make_shared<const Plans>(context);
  const Outcomes& all = plans->all();
  const std::int64_t decided = all.completed + all.early;
  report.facts.push_back({"pairs", FixedLabel{"Пар", "Pairs"}, all.pairs});
  report.facts.push_back(
      {"completed-share", FixedLabel{"Завершено успешно", "Completed"},
       decided == 0 ? Cell{Unknown{say("unknown.no-outcomes")}} : Cell{Share{all.completed, decided}}});
  const std::int64_t seconds =
      all.days == 0 ? 0 : (all.work.hours.seconds() * month / all.days + minute / 2) / minute * minute;
  const Cell per_month = all.days == 0 ? Cell{Unknown{say("unknown.no-days")}}
                                       : Cell{Duration::from_seconds(seconds).value_or(Duration{})};
  report.facts.push_back(
      {"hours-per-month", FixedLabel{"Часов на пару за 30 дней работы", "Hours of a pair in 30 days"}, per_month});
  add_sections(report, Plans::table_of_pairs(plans));
  add_sections(report, plans->table_of_reasons());
  add_sections(report, plans->table_of_programs());
  report.chapters.back().notes = {
      pairs_note,
      FixedLabel{"Мероприятия программы – те из её плана, чей срок (без срока – день выполнения) приходится на период.",
                 "The steps of a program are those of its plan whose day (without one the day on which they were done) "
                 "is in the period."},
      FixedLabel{"План – мероприятия, в которых указана пара; состояния плана и пары – на последний день периода, но "
                 "не позже дня отчёта.",
                 "The plan is the steps that name the pair; its state and that of the pair are those of the period's "
                 "last day, but not after the day of the report."},
      FixedLabel{
          "Завершено успешно – доля завершённых пар с итогом «завершено» среди них и прекращённых досрочно; пара, "
          "продолженная другой, считается один раз – последней.",
          "Completed is the share of pairs that came to completion among them and those that ended early; a pair "
          "that goes on in another counts once, as the last one."},
      FixedLabel{
          "Часы за 30 дней – все часы, делённые на дни работы пар в периоде (без приостановок) и умноженные на 30.",
          "Hours in 30 days are all hours by the days on which pairs worked in the period, without paused ones, "
          "for 30 days."},
      period_note};
}

}  // namespace

const ReportRow plans_report{.name = "plans",
                             .russian = "планы",
                             .title = {"Программы и планы пар", "Programs and plans of pairs"},
                             .takes_filters = true,
                             .looks_through = KindSet::of<Activity, Step>(),
                             .shows = {},
                             .counts_pairs = true,
                             .lists_people = false,
                             .fill = fill_plans,
                             .adds_up_within = [](const Period& period, Date) { return period; }};

}  // namespace mentor
