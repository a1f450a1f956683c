// The programs of mentoring and the best practices: what each is for, what came of it, and the work of its pairs.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "step_columns.hpp"
#include "table_parts.hpp"
#include "tally.hpp"

namespace mentor {

namespace {

/// What the pairs of one practice did in the period.
struct PracticeWork {
  std::int64_t pairs = 0;
  Duration hours;
};

/// What there was of one form in one school year.
struct PracticeYear {
  std::set<Id<Practice>> practices;
  std::int64_t published = 0;
  std::int64_t pairs = 0;
  Duration hours;
};

class Practices {
 public:
  explicit Practices(const ReportContext& context)
      : context_(context),
        program_(context.program),
        model_(context.program.model()),
        day_(day_of_state(context.filter.period, context.today)),
        last_known_(last_day_known(context)),
        work_(context.program) {
    for (const Pair* pair : select<Pair>(program_, context.filter, context.today)) {
      if (pair->practices.size() != 0) {
        add(*pair);
      }
    }
    if (!pairs_.empty()) {
      for (const auto& stored : program_.all<Activity>()) {
        add(stored.record);
      }
    }
    choose();
  }

  std::int64_t count() const { return static_cast<std::int64_t>(chosen_.size()); }
  std::int64_t published() const {
    return std::count_if(chosen_.begin(), chosen_.end(), [&](const Practice* one) { return is_published(*one); });
  }
  Section table_of_practices() const;
  Section table_of_years() const;
  /// The plans of these programs: the steps that name them.
  Section table_of_steps() const;

 private:
  /// Whether there is such a day, and it is one of the period that has come.
  bool is_shown(const std::optional<Date>& day) const {
    return day && *day <= day_ && context_.filter.period.contains(*day);
  }
  bool is_published(const Practice& practice) const { return practice.published && *practice.published <= last_known_; }

  Date year_of(Date day) const { return school_year_of(day, program_.settings.school_year_start).first(); }
  PracticeYear& year(const Id<Form>& form, Date day) { return years_[{form, year_of(day)}]; }

  void add(const Pair& pair) {
    for (const auto& id : pair.practices) {
      if (PracticeWork* work = work_.find(id)) {
        ++work->pairs;
      }
    }
    pairs_.emplace(pair.id, &pair);
    const Date first = std::max(pair.from.day(), context_.filter.period.first());
    const Date last = std::min({pair.until.value_or(day_), day_, context_.filter.period.last()});
    for (Date day = first; pair.is_agreed() && day <= last;) {
      PracticeYear& in_year = year(pair.form, day);
      ++in_year.pairs;
      in_year.practices.insert(pair.practices.begin(), pair.practices.end());
      day = school_year_of(day, program_.settings.school_year_start).last().plus_days(1);
    }
  }

  /// An activity of several pairs counts once for each practice, and once in each form.
  void add(const Activity& activity) {
    if (!activity.hours || activity.is_attempt() || !context_.filter.period.contains(activity.on)) {
      return;
    }
    std::set<Id<Practice>> practices;
    std::set<Id<Form>> forms;
    for (const auto& id : activity.pairs) {
      if (const auto found = pairs_.find(id); found != pairs_.end()) {
        practices.insert(found->second->practices.begin(), found->second->practices.end());
        forms.insert(found->second->form);
      }
    }
    for (const auto& id : practices) {
      if (PracticeWork* work = work_.find(id)) {
        work->hours += *activity.hours;
      }
    }
    for (const auto& form : forms) {
      year(form, activity.on).hours += *activity.hours;
    }
  }

  /// The practices of the filter whose days or whose publication are in the period, and those of its pairs.
  void choose() {
    Filter of_all_time = context_.filter;
    of_all_time.period = Period::all();
    std::unordered_set<Id<Practice>> known;
    const auto take = [&](const Practice& practice) {
      if (known.insert(practice.id).second) {
        chosen_.push_back(&practice);
      }
    };
    for (const Practice* practice : select<Practice>(program_, context_.filter, context_.today)) {
      take(*practice);
    }
    for (const Practice* practice : select<Practice>(program_, of_all_time, day_)) {
      if (is_shown(practice->published)) {
        take(*practice);
      }
    }
    for (const auto& stored : program_.all<Practice>()) {
      if (work_.find(stored.record.id)->pairs != 0) {
        take(stored.record);
      }
    }
    for (const Practice* practice : chosen_) {
      if (is_shown(practice->from)) {
        year(practice->form, *practice->from).practices.insert(practice->id);
      }
      if (is_shown(practice->published)) {
        PracticeYear& in_year = year(practice->form, *practice->published);
        in_year.practices.insert(practice->id);
        ++in_year.published;
      }
    }
    sort();
  }

  /// By form in the order of the model, and then by title.
  void sort() {
    std::vector<std::pair<std::tuple<std::size_t, std::string, Id<Practice>>, const Practice*>> keyed;
    for (const Practice* practice : chosen_) {
      keyed.push_back({{place_of(practice->form), context_.sort_key(practice->title), practice->id}, practice});
    }
    std::sort(keyed.begin(), keyed.end());
    std::transform(keyed.begin(), keyed.end(), chosen_.begin(), [](const auto& one) { return one.second; });
  }

  std::size_t place_of(const Id<Form>& form) const {
    const auto found =
        std::find_if(model_.forms.begin(), model_.forms.end(), [&](const Form& one) { return one.id == form; });
    return static_cast<std::size_t>(found - model_.forms.begin());
  }

  const ReportContext& context_;
  const Program& program_;
  const Model& model_;
  Date day_;
  Date last_known_;
  ByRecord<Practice, PracticeWork> work_;
  std::unordered_map<Id<Pair>, const Pair*> pairs_;  // those of the report that name a practice
  std::map<std::pair<Id<Form>, Date>, PracticeYear> years_;
  std::vector<const Practice*> chosen_;
};

Section Practices::table_of_practices() const {
  const auto of_people = [](std::string key, FixedLabel heading, ColumnKind kind, Privacy privacy) {
    return Column{.key = std::move(key), .heading = heading, .kind = kind, .privacy = privacy};
  };
  Section section{
      .key = "practices",
      .title = FixedLabel{"Программы и лучшие практики", "Programs and best practices"},
      .columns = {of_people("title", {"Название", "Title"}, ColumnKind::reference, Privacy::open),
                  text_column("form", {"Форма", "Form"}), text_column("role-model", {"Ролевая модель", "Role model"}),
                  of_people("authors", {"Авторы", "Authors"}, ColumnKind::reference, Privacy::name_of_minor),
                  of_people("goal", {"Цель, проблема", "Goal"}, ColumnKind::text, Privacy::sensitive),
                  of_people("result", {"Результат", "Result"}, ColumnKind::text, Privacy::sensitive),
                  of_people("published", {"Опубликовано", "Published"}, ColumnKind::date, Privacy::open),
                  of_people("link", {"Ссылка", "Link"}, ColumnKind::link, Privacy::open),
                  number_column("pairs", {"Пар", "Pairs"}), hours_column("hours", {"Часы", "Hours"})},
      .when_empty = FixedLabel{"Программ нет; записать: mentor добавить программу \"Название\" форма=…",
                               "There are no practices; to write one down: mentor add practice \"Title\" form=…"}};
  for (const Practice* practice : chosen_) {
    std::vector<Reference> authors;
    for (const auto& id : practice->authors) {
      authors.push_back({id.to_string(), name_of(program_, id, day_), true});
    }
    const PracticeWork& work = *work_.find(practice->id);
    section.rows.add({Reference{practice->id.to_string(), practice->title}, word_cell(practice->form, model_),
                      practice->role_model ? word_cell(*practice->role_model, model_) : Cell{},
                      authors.empty() ? Cell{} : Cell{std::move(authors)}, cell_or_blank(practice->goal),
                      cell_or_blank(practice->result), is_published(*practice) ? Cell{*practice->published} : Cell{},
                      practice->link.empty() ? Cell{} : Cell{Link{practice->link}}, work.pairs, work.hours});
  }
  hide_empty_columns(section);
  spare_columns(section, {"link", "role-model", "goal", "result", "published", "authors"});
  return section;
}

Section Practices::table_of_years() const {
  Section section{
      .key = "practices-by-year",
      .title = FixedLabel{"По формам и учебным годам", "By form and school year"},
      .columns = {text_column("form", {"Форма", "Form"}), text_column("year", {"Учебный год", "Year"}),
                  number_column("practices", {"Программ", "Practices"}),
                  number_column("published", {"Опубликовано", "Published"}), number_column("pairs", {"Пар", "Pairs"}),
                  hours_column("hours", {"Часы", "Hours"})},
      .when_empty = FixedLabel{"Ни одна программа не начата и не опубликована, и ни у одной пары она не указана.",
                               "No practice began or was published, and no pair names one."}};
  section.columns.front().groups = true;
  std::vector<std::tuple<std::size_t, Id<Form>, Date>> lines;
  for (const auto& [key, in_year] : years_) {
    lines.emplace_back(place_of(key.first), key.first, key.second);
  }
  std::sort(lines.begin(), lines.end());
  for (const auto& [place, form, first] : lines) {
    const PracticeYear& in_year = years_.at({form, first});
    const Period year = school_year_of(first, program_.settings.school_year_start);
    section.rows.add(
        {word_cell(form, model_), std::to_string(year.first().year()) + '-' + std::to_string(year.last().year()),
         static_cast<std::int64_t>(in_year.practices.size()), in_year.published, in_year.pairs, in_year.hours});
  }
  return section;
}

Section Practices::table_of_steps() const {
  Section section{
      .key = "practice-steps",
      .title = FixedLabel{"Мероприятия программ", "Steps of the practices"},
      .columns = step_columns(
          Column{.key = "practice", .heading = FixedLabel{"Программа", "Practice"}, .kind = ColumnKind::reference})};
  std::map<Id<Practice>, std::vector<const Step*>> plans;
  for (const Step* step : select<Step>(program_, Filter{.period = context_.filter.period}, context_.today)) {
    if (step->practice) {
      plans[*step->practice].push_back(step);
    }
  }
  const auto key = [&](const Step* step) {
    return std::tuple{step->due ? step->due->last() : Date::latest(), context_.sort_key(step->title), step->id};
  };
  for (const Practice* practice : chosen_) {
    const auto plan = plans.find(practice->id);
    if (plan == plans.end()) {
      continue;
    }
    std::sort(plan->second.begin(), plan->second.end(),
              [&](const Step* one, const Step* other) { return key(one) < key(other); });
    std::int64_t number = 0;
    for (const Step* step : plan->second) {
      const StepState state = state_on(*step, day_, model_.norms[Norm::due_soon_days]);
      section.rows.add(step_row(Reference{practice->id.to_string(), practice->title}, std::to_string(++number), *step,
                                CellView{program_, day_}, state));
    }
  }
  settle_step_columns(section);
  return section;
}

void fill_practices(Report& report, const ReportContext& context) {
  const Practices practices{context};
  report.facts.push_back({"practices", FixedLabel{"Программ", "Practices"}, practices.count()});
  report.facts.push_back({"published",
                          FixedLabel{"Из них опубликовано (лучшие практики)", "Of them published (best practices)"},
                          practices.published()});
  add_sections(report, practices.table_of_practices());
  if (Section steps = practices.table_of_steps(); steps.rows.size() != 0) {
    add_sections(report, std::move(steps));
  }
  add_sections(report, practices.table_of_years());
  report.chapters.back().notes = {
      FixedLabel{"Программы – те, чьи дни или день публикации приходятся на период, и те, которые указаны у пар "
                 "отчёта; программа без дней есть в отчёте за любой период.",
                 "Practices are those whose days, or whose day of publication, are in the period, and those that a "
                 "pair of the report names; one without days is in the report of any period."},
      pairs_note,
      FixedLabel{"Часы – время занятий тех пар, у которых указана программа; занятие нескольких пар считается в "
                 "программе и в форме один раз.",
                 "Hours are those of activities of pairs that name the practice; an activity of several pairs counts "
                 "once for the practice and once in the form."},
      FixedLabel{
          "Мероприятия программ – те, чей срок (без срока – день выполнения) приходится на период; состояние – на "
          "последний день периода, но не позже дня отчёта.",
          "Steps of the practices are those whose day (without one the day on which they were done) is in the "
          "period; their state is that of the period's last day, but not after the day of the report."},
      FixedLabel{"В учебном году программа считается, если в нём работала её пара, она началась или опубликована; "
                 "пара – в каждом году, в котором она работала до дня отчёта.",
                 "A practice counts in a school year in which a pair of it worked, or it began or was published; a "
                 "pair in each year in which it worked up to the day of the report."},
      period_note};
}

}  // namespace

const ReportRow practices_report{.name = "practices",
                                 .russian = "программы",
                                 .title = {"Программы и лучшие практики", "Programs and best practices"},
                                 .takes_filters = true,
                                 .looks_through = KindSet::of<Activity, Step>(),
                                 .shows = KindSet::of<Step>(),
                                 .counts_pairs = true,
                                 .lists_people = false,
                                 .fill = fill_practices};

}  // namespace mentor
