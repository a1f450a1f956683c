#include "mentor/records/step.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "days_rules.hpp"
#include "field_table.hpp"
#include "inspection.hpp"
#include "table_parts.hpp"
#include "titles.hpp"
#include "usual_selection.hpp"

namespace mentor {

namespace {

constexpr std::array step_fields = {
    field<&Step::id, OwnIdCodec<Step>>("id", required, {"Код", "Id"},
                                       {"Код записи, он же имя файла.", "The record's id, and the file's name."}),
    field<&Step::title, CompactLineCodec>("title", required, {"Мероприятие, задание", "Step"},
                                          {"Что нужно сделать.", "What is to be done."}, {.russian = "название"}),
    field<&Step::part>("part", optional, {"Этап, раздел", "Part"},
                       {"Код этапа дорожной карты или раздела плана пары, например preparation.",
                        "The id of a stage of the road map, or of a section of a pair's plan, such as preparation."}),
    field<&Step::pairs>(
        "pairs", optional, {"Пары", "Pairs"},
        {"Список кодов пар, в план которых это входит.", "The ids of the pairs to whose plan it belongs."},
        {.privacy = Privacy::name_of_minor}),
    field<&Step::practice>("practice", optional, {"Программа", "Practice"},
                           {"Код программы наставничества, в план которой это входит.",
                            "The id of the practice to whose plan it belongs."}),
    field<&Step::due>("due", optional, {"Срок", "Due"},
                      {"День или месяц, к концу которого это должно быть сделано: 2026-09-10 или 2026-09.",
                       "The day, or the month by whose end it is to be done: 2026-09-10 or 2026-09."}),
    field<&Step::term, CompactLineCodec>("term", optional, {"Срок словами", "Term"},
                                         {"Печатается вместо срока: «в течение года», «ежегодно».",
                                          "Printed in place of the day: all year, every year."},
                                         {.russian = "срок-словами"}),
    field<&Step::lead, CompactLineCodec>(
        "lead", optional, {"Ответственные", "Lead"},
        {"Кто отвечает; нескольких разделяют запятые.", "Who answers; several by commas."},
        {.use = Use::shown, .privacy = Privacy::sensitive}),
    field<&Step::expected>("expected", optional, {"Ожидаемый результат", "Expected result"},
                           {"Что должно получиться, вид документа.", "What should come of it, the kind of document."},
                           {.russian = "ожидаемый-результат", .use = Use::shown, .privacy = Privacy::sensitive}),
    field<&Step::done>("done", optional, {"Выполнено", "Done"},
                       {"День, когда это сделано. Записывает mentor выполнено.",
                        "The day on which it was done. mentor done writes it."}),
    field<&Step::result>("result", optional, {"Результат", "Result"},
                         {"Что получилось: «приказ № 12-од от 10.09.2026».", "What came of it."},
                         {.privacy = Privacy::sensitive}),
    field<&Step::mark, CompactLineCodec>("mark", optional, {"Оценка наставника", "Mark"},
                                         {"Столбец индивидуального плана.", "A column of the individual plan."},
                                         {.privacy = Privacy::sensitive}),
};

bool is_among(const std::vector<PlanPart>& parts, const Id<PlanPart>& id) {
  return std::any_of(parts.begin(), parts.end(), [&](const PlanPart& part) { return part.id == id; });
}

Labels labels_of(const std::vector<PlanPart>& parts) {
  Labels labels;
  for (const PlanPart& part : parts) {
    labels.push_back(part.label);
  }
  return labels;
}

/// The forms of the step's pairs, each once.
std::vector<const Form*> forms_of(const Step& step, Inspection& inspection) {
  std::vector<const Form*> forms;
  for (const auto& id : step.pairs) {
    const Pair* pair = inspection.find(id);
    const Form* form = pair == nullptr ? nullptr : inspection.model().find(pair->form);
    if (form != nullptr && std::find(forms.begin(), forms.end(), form) == forms.end()) {
      forms.push_back(form);
    }
  }
  return forms;
}

/// `step-place` for a step of the plan of pairs: its part is a section of their form.
void section_of_plan(const Stored<Step>& stored, Inspection& inspection) {
  const Step& step = stored.record;
  const auto forms = forms_of(step, inspection);
  const PlanPart* part = step.part ? inspection.model().find(*step.part) : nullptr;
  if (part == nullptr || forms.empty()) {
    return;
  }
  const auto refuse = [&](Message message) {
    inspection.add(Rule::step_place, Severity::error, stored, "part", std::move(message));
  };
  if (forms.size() > 1) {
    refuse(say("step-place.two-forms", part->label, forms[0]->label, forms[1]->label));
    return;
  }
  std::vector<PlanPart> sections;
  for (const auto& id : forms.front()->sections) {
    if (const PlanPart* section = inspection.model().find(id)) {
      sections.push_back(*section);
    }
  }
  if (sections.empty()) {
    refuse(say("step-place.no-sections", forms.front()->label));
  } else if (!is_among(sections, part->id)) {
    refuse(say("step-place.no-section", part->label, forms.front()->label, labels_of(sections)));
  }
}

void step_place(const Stored<Step>& stored, Inspection& inspection) {
  const Step& step = stored.record;
  if (step.pairs.size() != 0 && step.practice) {
    inspection.add(Rule::step_place, Severity::error, stored, "practice", say("step-place.both"));
  } else if (step.pairs.size() != 0) {
    section_of_plan(stored, inspection);
  } else if (step.is_of_roadmap()) {
    const auto& stages = inspection.model().stages;
    if (!step.part) {
      inspection.add(Rule::step_place, Severity::error, stored, "part", say("step-place.no-part", labels_of(stages)));
    } else if (const PlanPart* part = inspection.model().find(*step.part);
               part != nullptr && !is_among(stages, part->id)) {
      inspection.add(Rule::step_place, Severity::error, stored, "part",
                     say("step-place.no-stage", part->label, labels_of(stages)));
    }
  }
}

/// Tells when a step is due after the end of every one of its pairs.
void due_within_pairs(const Stored<Step>& stored, Inspection& inspection) {
  const Step& step = stored.record;
  std::optional<Date> last;
  for (const auto& id : step.pairs) {
    const Pair* pair = inspection.find(id);
    if (pair == nullptr || !pair->until || pair->reason || *pair->until <= inspection.today()) {
      return;  // it goes on, or ended before its time: then the plan stays as it was meant
    }
    last = std::max(last, pair->until);
  }
  if (last && *last < step.due->last()) {
    inspection.add(Rule::step_dates, Severity::error, stored, "due",
                   say("step-dates.after-pairs", step.due->last(), *last));
  }
}

void step_dates(const Stored<Step>& stored, Inspection& inspection) {
  const Step& step = stored.record;
  if (step.due) {
    due_within_pairs(stored, inspection);
    const Practice* practice = step.practice ? inspection.find(*step.practice) : nullptr;
    const bool is_outside = practice != nullptr && ((practice->from && step.due->last() < *practice->from) ||
                                                    (practice->until && *practice->until < step.due->last()));
    if (is_outside) {
      inspection.add(Rule::step_dates, Severity::warning, stored, "due",
                     say("step-dates.outside-practice", step.due->last(), practice->title), {practice->id.to_string()});
    }
  }
  for (const auto& [text, field] : {std::pair{&step.result, "result"}, std::pair{&step.mark, "mark"}}) {
    if (!step.done && !text->is_empty()) {
      inspection.add(Rule::step_dates, Severity::error, stored, field,
                     say("step-dates.not-done", typed_name(fields<Step>()[field_index<Step>(field)])));
      return;
    }
  }
}

void future_step(const Stored<Step>& stored, Inspection& inspection) {
  refuse_future(stored, "done", stored.record.done, inspection);
}

constexpr std::array step_rules = {
    RecordRule<Step>{Rule::step_place, step_place},
    RecordRule<Step>{Rule::step_dates, step_dates},
    RecordRule<Step>{Rule::future_date, future_step},
};

/// Those for which `is_meant` holds, or all when it holds for none.
template <class IsMeant>
std::vector<const Stored<Step>*> rather(std::vector<const Stored<Step>*> steps, IsMeant is_meant) {
  std::vector<const Stored<Step>*> meant;
  std::copy_if(steps.begin(), steps.end(), std::back_inserter(meant),
               [&](const auto* stored) { return is_meant(stored->record); });
  return meant.empty() ? steps : meant;
}

}  // namespace

StepState state_on(const Step& step, Date day, int due_soon_days) {
  if (step.done && *step.done <= day) {
    return step.due && step.due->last() < *step.done ? StepState::done_late : StepState::done;
  }
  if (!step.due) {
    return StepState::open;
  }
  if (step.due->last() < day) {
    return StepState::overdue;
  }
  return step.due->last() <= day.plus_days(due_soon_days) ? StepState::due : StepState::open;
}

std::span<const Field<Step>> Kind<Step>::fields() { return step_fields; }
std::span<const RecordRule<Step>> Kind<Step>::rules() { return step_rules; }

std::string Kind<Step>::title_of(const Program&, const Step& step, Date) { return step.title.to_string(); }

/// The road maps of several years have steps of one title: of these the first one is meant that is not done yet.
std::vector<const Stored<Step>*> Kind<Step>::resolve(const ResolveContext& context, std::string_view reference) {
  auto steps = by_title<Step>(context, reference);
  steps = rather(std::move(steps), [](const Step& step) { return !step.done; });
  const auto is_same = [&](const auto* stored) {
    return context.fold(stored->record.title) == context.fold(steps.front()->record.title);
  };
  if (steps.size() < 2 || !std::all_of(steps.begin(), steps.end(), is_same)) {
    return steps;
  }
  const auto last = [](const auto* stored) { return stored->record.due ? stored->record.due->last() : Date::latest(); };
  const auto first = std::min_element(steps.begin(), steps.end(),
                                      [&](const auto* one, const auto* other) { return last(one) < last(other); });
  const Date day = last(*first);
  std::erase_if(steps, [&](const auto* stored) { return day < last(stored); });
  return steps;
}

std::vector<const Step*> Kind<Step>::select(const Program& program, const Filter& filter, Date today) {
  std::vector<const Step*> steps;
  const UsualSelection<Step> selection{program, filter, today};
  for (const auto& stored : program.all<Step>()) {
    const Step& step = stored.record;
    const auto day = step.due ? std::optional{step.due->last()} : step.done;
    // One without a day is of the present: else a new one would change the road map of a past year.
    if (filter.period.contains(day.value_or(today)) && selection.fits(step)) {
      steps.push_back(&step);
    }
  }
  return steps;
}

Section Kind<Step>::table(const ReportContext& context) {
  auto steps = mentor::select<Step>(context.program, context.filter, context.today);
  const auto last = [](const Step* step) { return step->due ? step->due->last() : Date::latest(); };
  std::sort(steps.begin(), steps.end(), [&](const Step* a, const Step* b) {
    return std::make_tuple(last(a), a->title.text(), a->id) < std::make_tuple(last(b), b->title.text(), b->id);
  });
  const Date day = day_of_state(context.filter.period, context.today);
  const int soon = context.program.model().norms[Norm::due_soon_days];
  Section section = rows_of(context, std::move(steps), [day, soon](const Step& step, Row& row) {
    row.emplace_back(labelled(state_on(step, day, soon)));
  });
  section.columns.push_back({.key = "state", .heading = FixedLabel{"Состояние", "State"}});
  return section;
}

}  // namespace mentor
