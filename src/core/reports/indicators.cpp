// The indicators of Р-145 and how far their targets are reached: domain §5.1. Distinct people, not pairs.
#include <algorithm>
#include <map>
#include <set>

#include "mentor/unit_key.hpp"
#include "report_parts.hpp"

namespace mentor {

namespace {

/// A share as far as the records tell it.
struct Figure {
  std::int64_t part = 0;
  std::optional<std::int64_t> whole;
  std::vector<Reference> undecided;  // people of whom nobody knows whether they count
  std::set<Id<Survey>> left_out;     // sheets whose answer lies outside its scale
};

class Indicators {
 public:
  explicit Indicators(const ReportContext& context)
      : context_(context),
        program_(context.program),
        model_(context.program.model()),
        day_(day_of_state(context.filter.period, context.today)),
        pairs_(select<Pair>(context.program, context.filter, context.today)),
        surveys_(select<Survey>(context.program, context.filter, context.today)),
        of_school_(select<Survey>(context.program, Filter{.period = context.filter.period}, context.today)) {
    for (auto* surveys : {&surveys_, &of_school_}) {
      std::sort(surveys->begin(), surveys->end(), [](const Survey* one, const Survey* other) {
        return std::tie(one->on, one->id) < std::tie(other->on, other->id);
      });
    }
  }

  Figure figure(const Indicator& indicator) const {
    Figure figure;
    switch (indicator.count) {
      case Counted::mentees:
      case Counted::mentors:
        count_people(indicator, indicator.count == Counted::mentees ? Role::mentee : Role::mentor, figure);
        break;
      case Counted::organizations:
        count_organizations(indicator, figure);
        break;
      case Counted::satisfied_mentees:
      case Counted::satisfied_mentors:
        count_satisfied(indicator.count == Counted::satisfied_mentees ? Respondent::mentee : Respondent::mentor,
                        figure);
        break;
    }
    if (indicator.of != surveyed) {
      figure.whole = figure_of_school(indicator.of, figure);
    }
    return figure;
  }

  Date day() const { return day_; }

 private:
  std::set<Id<Participant>> people_in(Role role) const {
    std::set<Id<Participant>> people;
    for (const Pair* pair : pairs_) {
      if (is_counted(*pair, model_)) {
        people.insert(pair->member(role));
      }
    }
    return people;
  }

  bool is_of_category(const Indicator& indicator, const Participant& person) const {
    return indicator.categories.empty() || std::find(indicator.categories.begin(), indicator.categories.end(),
                                                     person.category.on(day_)) != indicator.categories.end();
  }

  void count_people(const Indicator& indicator, Role role, Figure& figure) const {
    for (const auto& id : people_in(role)) {
      const Participant* person = program_.find(id);
      if (person == nullptr || !is_of_category(indicator, *person)) {
        continue;
      }
      if (!indicator.ages) {
        ++figure.part;
        continue;
      }
      const auto ages = person->born ? std::optional{ages_on(*person->born, day_)} : std::nullopt;
      const bool may = !ages || indicator.ages->contains(ages->youngest) || indicator.ages->contains(ages->oldest);
      const bool must = ages && indicator.ages->contains(ages->youngest) && indicator.ages->contains(ages->oldest);
      figure.part += must ? 1 : 0;
      if (may && !must) {
        figure.undecided.push_back({id.to_string(), person->name.on(day_), true});
      }
    }
  }

  void count_organizations(const Indicator& indicator, Figure& figure) const {
    std::set<std::string> units;
    for (const auto& id : people_in(Role::mentor)) {
      const Participant* person = program_.find(id);
      if (person == nullptr || !is_of_category(indicator, *person)) {
        continue;
      }
      const std::string& unit = person->unit.on(day_);
      if (unit.empty()) {
        figure.undecided.push_back({id.to_string(), person->name.on(day_), true});
      } else {
        units.insert(unit_key(unit, fold_));
      }
    }
    figure.part = static_cast<std::int64_t>(units.size());
  }

  /// Whether a sheet says that who filled it in is satisfied; nothing when it does not say.
  std::optional<bool> is_satisfied(const Survey& survey, const Instrument& instrument) const {
    for (const Question& question : instrument.questions) {
      const auto answer = question.tells_satisfaction ? survey.answers.find(question.id.to_string()) : std::nullopt;
      if (answer) {
        return says_satisfied(question, model_, *answer);
      }
    }
    return std::nullopt;
  }

  /// Whether a sheet has an answer to that question, but outside its scale.
  bool lies_outside(const Survey& survey, const Question& question) const {
    const auto answer = survey.answers.find(question.id.to_string());
    return answer && !answer_of_record(question, model_, *answer);
  }

  /// Of the sheets of one person the last one counts; each anonymous one counts for itself.
  void count_satisfied(Respondent respondent, Figure& figure) const {
    std::map<Id<Participant>, bool> by_person;
    std::int64_t all = 0;
    for (const Survey* survey : surveys_) {
      const Instrument* instrument = model_.find(survey->instrument);
      const bool is_asked =
          instrument != nullptr && instrument->of == respondent && survey->stage == SurveyStage::after;
      const auto satisfied = is_asked ? is_satisfied(*survey, *instrument) : std::nullopt;
      const bool is_left_out =
          is_asked &&
          std::any_of(instrument->questions.begin(), instrument->questions.end(), [&](const Question& question) {
            return question.tells_satisfaction && lies_outside(*survey, question);
          });
      if (is_left_out) {
        figure.left_out.insert(survey->id);
      }
      const auto person = satisfied ? respondent_of(*survey, program_) : std::nullopt;
      if (person) {
        by_person[*person] = *satisfied;
      } else if (satisfied) {
        ++all;
        figure.part += *satisfied ? 1 : 0;
      }
    }
    for (const auto& [person, satisfied] : by_person) {
      figure.part += satisfied ? 1 : 0;
    }
    all += static_cast<std::int64_t>(by_person.size());
    figure.whole = all == 0 ? std::nullopt : std::optional{all};
  }

  /// The last answer to this question in a sheet of the program.
  std::optional<std::int64_t> figure_of_school(const std::string& asked, Figure& told) const {
    std::optional<std::int64_t> figure;
    for (const Survey* survey : of_school_) {
      const Instrument* instrument = model_.find(survey->instrument);
      const Question* question =
          instrument == nullptr || instrument->of != Respondent::program ? nullptr : instrument->find(asked);
      const auto answer = question == nullptr ? std::nullopt : survey->answers.find(asked);
      const auto value = answer ? hundredths_of(*question, *answer) : std::nullopt;
      if (value && *value % 100 == 0) {  // there is no half of a child
        figure = *value / 100;
      } else if (answer) {
        told.left_out.insert(survey->id);
      }
    }
    return figure;
  }

  const ReportContext& context_;
  const Program& program_;
  const Model& model_;
  Date day_;
  Fold fold_ = [](std::string_view text) { return folded_plainly(text).value_or(std::string{text}); };
  std::vector<const Pair*> pairs_;
  std::vector<const Survey*> surveys_;
  std::vector<const Survey*> of_school_;  // whatever the filters ask for: the school is the whole
};

/// Whether so few answered that figures would tell who answered what. Who takes part is no secret.
bool is_secret(const Indicator& indicator, const Figure& figure, const Model& model) {
  return indicator.of == surveyed && figure.whole && *figure.whole < model.norms[Norm::small_group];
}

/// The question of a sheet of the program, as people read it.
Label figure_named(const std::string& asked, const Model& model) {
  for (const Instrument& instrument : model.instruments) {
    const Question* question = instrument.of == Respondent::program ? instrument.find(asked) : nullptr;
    if (question != nullptr) {
      return question->wordings.front().text;
    }
  }
  return {asked, asked};
}

Cell value_of(const Indicator& indicator, const Figure& figure, const Model& model) {
  if (figure.whole && *figure.whole < figure.part) {
    return Unknown{say("unknown.above-whole", figure.part, *figure.whole)};
  }
  if (figure.whole && *figure.whole == 0) {
    return Unknown{say("unknown.nobody-there")};
  }
  if (!figure.whole) {
    return Unknown{indicator.of == surveyed ? say("unknown.nobody-surveyed")
                                            : say("unknown.no-denominator", figure_named(indicator.of, model))};
  }
  if (is_secret(indicator, figure, model)) {
    return Unknown{say("unknown.small-group", std::int64_t{model.norms[Norm::small_group]})};
  }
  return Share{figure.part, *figure.whole};
}

Section table_of_indicators() {
  return {.key = "indicators",
          .title = FixedLabel{"Показатели", "Indicators"},
          .columns = {text_column("indicator", {"Показатель", "Indicator"}),
                      number_column("numerator", {"Сосчитано", "Counted"}), number_column("denominator", {"Из", "Of"}),
                      Column{.key = "value", .heading = FixedLabel{"Значение", "Value"}, .kind = ColumnKind::share},
                      Column{.key = "target", .heading = FixedLabel{"Цель", "Target"}, .kind = ColumnKind::share},
                      number_column("year", {"Год цели", "Target's year"}),
                      text_column("reached", {"Достигнут", "Reached"})},
          .when_empty = FixedLabel{"Показателей в модели нет.", "The model has no indicators."}};
}

void fill_indicators(Report& report, const ReportContext& context) {
  constexpr std::int64_t percent = 100;
  const Model& model = context.program.model();
  const Indicators indicators{context};
  Section section = table_of_indicators();
  std::vector<Gap> gaps;
  std::set<Id<Survey>> left_out;
  for (const Indicator& indicator : model.indicators) {
    Figure figure = indicators.figure(indicator);
    left_out.merge(figure.left_out);
    const Cell value = value_of(indicator, figure, model);
    const Indicator::Target* target = indicator.target_in(indicators.day().year());
    const auto* share = std::get_if<Share>(&value);
    const bool is_reached =
        share != nullptr && target != nullptr && share->part * percent >= target->percent * share->whole;
    section.rows.add({Labelled{indicator.id.to_string(), indicator.label},
                      is_secret(indicator, figure, model) ? value : Cell{figure.part},
                      figure.whole ? Cell{*figure.whole} : Cell{}, value,
                      target == nullptr ? Cell{} : Cell{Share{target->percent, percent}},
                      target == nullptr ? Cell{} : Cell{std::int64_t{target->year}},
                      share == nullptr || target == nullptr ? Cell{}
                      : is_reached                          ? Cell{Labelled{"yes", {"да", "yes"}}}
                                                            : Cell{Labelled{"no", {"нет", "no"}}}});
    if (!figure.undecided.empty()) {
      gaps.push_back({say("gap.indicator", indicator.label,
                          Count{static_cast<std::int64_t>(figure.undecided.size()), key("noun.people")}),
                      std::move(figure.undecided)});
    }
  }
  if (!left_out.empty()) {
    report.facts.push_back(
        {"sheets-left-out",
         FixedLabel{"Анкет с ответом, который нельзя учесть", "Sheets with an answer that cannot count"},
         static_cast<std::int64_t>(left_out.size())});
  }
  add_sections(report, std::move(section));
  for (Gap& gap : gaps) {
    report.chapters.back().blocks.emplace_back(std::move(gap));
  }
  report.chapters.back().notes = {
      FixedLabel{"Считаются люди, а не пары: каждый, у кого в периоде есть день пары (отменённые и предложенные не в "
                 "счёт). Возраст, категория и предприятие – на последний день периода, но не позже дня отчёта.",
                 "People are counted, not pairs: whoever has a pair with a day in the period (void and proposed ones "
                 "left out). Age, category and enterprise are those of the period's last day, but not after the day "
                 "of the report."},
      FixedLabel{
          "Знаменатель – последний за период ответ в анкетах «Сведения о школе»; у удовлетворённости – все ответившие "
          "в "
          "конце. Отбор участников на сведения о школе не влияет.",
          "The denominator is the last answer in the sheets of the school's figures in the period; of satisfaction, "
          "all who "
          "answered at the end. Filters do not change the school's figures: then the share is that of the people "
          "asked for in the whole school."},
      say("indicators.satisfied", std::int64_t{model.norms[Norm::satisfied_from]}),
      say("monitoring.small", std::int64_t{model.norms[Norm::small_group]}),
      FixedLabel{"Цели – по календарным годам; если на этот год цели нет, показана последняя установленная. Значения "
                 "целей сверьте с приказом.",
                 "Targets are by calendar year; without one for the year, the last one is shown. Compare them with the "
                 "order."}};
}

}  // namespace

const ReportRow indicators_report{.name = "indicators",
                                  .russian = "показатели",
                                  .title = {"Показатели эффективности", "Indicators"},
                                  .takes_filters = true,
                                  .looks_through = KindSet::of<Survey>(),
                                  .shows = KindSet::of<Survey>(),
                                  .counts_pairs = true,
                                  .lists_people = false,
                                  .fill = fill_indicators};

}  // namespace mentor
