// The summary report. It shows people, pairs and activities of a period, and what is still missing.
#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

#include "mentor/pauses.hpp"
#include "mentor/text.hpp"
#include "mentor/unit_key.hpp"
#include "report_parts.hpp"
#include "tally.hpp"

namespace mentor {

namespace {

constexpr FixedLabel nobody{"Никого.", "Nobody."};
constexpr FixedLabel none{"Нет.", "None."};

Column group_column(std::string key, FixedLabel heading) {
  return {.key = std::move(key), .heading = heading, .groups = true};
}

constexpr FixedLabel people_heading{"Человек", "People"};
constexpr FixedLabel activities_heading{"Занятия", "Activities"};
constexpr FixedLabel hours_heading{"Часы", "Hours"};
constexpr FixedLabel form_heading{"Форма", "Form"};
constexpr FixedLabel type_heading{"Вид работы", "Type"};
constexpr FixedLabel total_heading{"Всего", "Total"};

Cell total_cell() {
  static const Label label{std::string{total_heading.ru}, std::string{total_heading.en}};
  return Labelled{"total", label};
}

struct Heads {
  std::int64_t mentees = 0;
  std::int64_t mentors = 0;
  std::int64_t people = 0;

  void add(const Participant& person, Date day) {
    mentees += person.has(Role::mentee, day) ? 1 : 0;
    mentors += person.has(Role::mentor, day) ? 1 : 0;
    ++people;
  }
  Row row(Cell name) const { return {std::move(name), mentees, mentors, people}; }
};

std::vector<Column> head_columns(Column first) {
  return {std::move(first), number_column("mentees", {"Наставляемые", "Mentees"}),
          number_column("mentors", {"Наставники", "Mentors"}), number_column("people", people_heading)};
}

Section people_by_role(const std::vector<const Participant*>& people, const ReportContext& context) {
  const Date day = day_of_state(context.filter.period, context.today);
  Section section{.key = "people-by-role",
                  .title = FixedLabel{"Участники по ролям", "People by role"},
                  .columns = {text_column("role", {"Роль", "Role"}), number_column("people", people_heading)}};
  for (const Role role : all_roles) {
    const auto count =
        std::count_if(people.begin(), people.end(), [&](const Participant* person) { return person->has(role, day); });
    section.rows.add({labelled(role), std::int64_t{count}});
  }
  section.total = {total_cell(), static_cast<std::int64_t>(people.size())};
  return section;
}

Section people_by_category(const std::vector<const Participant*>& people, const ReportContext& context) {
  const Date day = day_of_state(context.filter.period, context.today);
  Section section{.key = "people-by-category",
                  .title = FixedLabel{"Участники по категориям", "People by category"},
                  .columns = head_columns(text_column("category", {"Категория", "Category"}))};
  std::map<Id<Category>, Heads> heads;
  Heads total;
  for (const Participant* person : people) {
    heads[person->category.on(day)].add(*person, day);
    total.add(*person, day);
  }
  for (const Category& category : context.program.model().categories) {
    section.rows.add(heads[category.id].row(Labelled{category.id.to_string(), category.label}));
    heads.erase(category.id);
  }
  for (const auto& [id, rest] : heads) {  // categories that the model does not have; `check` tells of them
    section.rows.add(rest.row(id.to_string()));
  }
  section.total = total.row(total_cell());
  return section;
}

/// The people of one class, whose letter case and blanks are not the same with all of them.
struct UnitHeads {
  Heads heads;
  std::map<std::string, int> spellings;

  /// The spelling of most of them.
  const std::string& unit() const {
    return std::max_element(spellings.begin(), spellings.end(),
                            [](const auto& one, const auto& other) {
                              return one.second != other.second ? one.second < other.second
                                                                : other.first.size() < one.first.size();
                            })
        ->first;
  }
};

/// Folds what `folded_plainly` can fold. A report has no library of languages.
std::string folded_or_same(std::string_view text) { return folded_plainly(text).value_or(std::string{text}); }

/// Counts people by the unit in which each of them was on the day.
Section people_by_unit(const std::vector<const Participant*>& people, const ReportContext& context) {
  const Date day = day_of_state(context.filter.period, context.today);
  Section section{.key = "people-by-unit",
                  .title = FixedLabel{"Участники по классам и подразделениям", "People by unit"},
                  .columns = head_columns(text_column("unit", {"Класс, МО", "Unit"})),
                  .when_empty = nobody};
  std::map<std::string, UnitHeads> units;
  Heads total;
  for (const Participant* person : people) {
    const std::string& unit = person->unit.on(day);
    UnitHeads& same = units[unit_key(unit, folded_or_same)];
    same.heads.add(*person, day);
    ++same.spellings[unit];
    total.add(*person, day);
  }
  std::vector<std::tuple<bool, std::string, const UnitHeads*>> lines;  // people without a unit stand last
  lines.reserve(units.size());
  for (const auto& [key, unit] : units) {
    lines.emplace_back(unit.unit().empty(), context.sort_key(unit.unit()), &unit);
  }
  std::sort(lines.begin(), lines.end(), [](const auto& one, const auto& other) {
    return std::tie(std::get<0>(one), std::get<1>(one)) < std::tie(std::get<0>(other), std::get<1>(other));
  });
  for (const auto& [last, key, unit] : lines) {
    section.rows.add(unit->heads.row(last ? Cell{Labelled{"", {"не указано", "not given"}}} : Cell{unit->unit()}));
  }
  section.total = total.row(total_cell());
  return section;
}

/// A word that only the records have. It is its own label.
Labelled unlabelled(std::string id) {
  Label label{id, id};
  return {std::move(id), std::move(label)};
}

Cell form_cell(const Id<Form>& id, const Model& model) {
  if (id.is_blank()) {
    return Labelled{"", {"не определена", "unknown"}};
  }
  const Form* form = model.find(id);
  return form != nullptr ? Labelled{id.to_string(), form->label} : unlabelled(id.to_string());
}

Cell type_cell(const TypeLine& line, const Model& model) {
  const Form* form = model.find(line.first);
  const ActivityType* type = form == nullptr ? nullptr : form->find(line.second);
  type = type == nullptr ? model.find(line.second) : type;
  return type != nullptr ? Labelled{line.second.to_string(), type->label} : unlabelled(line.second.to_string());
}

struct PairCounts {
  std::int64_t pairs = 0;
  std::int64_t open = 0;
  std::int64_t paused = 0;
  std::int64_t ended = 0;
  std::int64_t planned = 0;
  std::int64_t starting = 0;
  std::int64_t ending = 0;

  /// `day` is the day of the state. An end that is still to come is no end.
  void add(const Pair& pair, Date day, const ReportContext& context, const Pauses& pauses) {
    ++pairs;
    const Period& period = context.filter.period;
    const PairState state = state_on(pair, day, context.program.model(), pauses);
    open += state == PairState::open ? 1 : 0;
    paused += state == PairState::paused ? 1 : 0;
    ended += state == PairState::ended ? 1 : 0;
    planned += state == PairState::planned ? 1 : 0;
    starting += period.contains(pair.from) ? 1 : 0;
    ending += pair.until && period.contains(*pair.until) && *pair.until < context.today ? 1 : 0;
  }
  Row row(Cell name) const { return {std::move(name), pairs, open, paused, ended, planned, starting, ending}; }
};

Section pairs_by_form(const std::vector<const Pair*>& pairs, const ReportContext& context) {
  Section section{
      .key = "pairs-by-form",
      .title = FixedLabel{"Пары по формам", "Pairs by form"},
      .columns = {text_column("form", form_heading), number_column("pairs", total_heading),
                  number_column("open", {"Действуют", "Open"}), number_column("paused", {"На паузе", "Paused"}),
                  number_column("ended", {"Завершены", "Ended"}), number_column("planned", {"Предстоят", "Planned"}),
                  number_column("starting", {"Начались за период", "Starting"}),
                  number_column("ending", {"Закончились за период", "Ending"})}};
  const Date day = day_of_state(context.filter.period, context.today);
  const Pauses pauses{context.program};
  std::map<Id<Form>, PairCounts> by_form;
  PairCounts all;
  for (const Pair* pair : pairs) {
    by_form[pair->form].add(*pair, day, context, pauses);
    all.add(*pair, day, context, pauses);
  }
  for (const Id<Form>& id : form_lines(context.program.model(), by_form)) {
    section.rows.add(by_form[id].row(form_cell(id, context.program.model())));
  }
  spare_columns(section, {"planned", "starting", "ending"});
  if (all.paused == 0) {  // nobody need read a column of noughts
    const auto paused = std::find_if(section.columns.begin(), section.columns.end(),
                                     [](const Column& column) { return column.key == "paused"; });
    paused->audience = Audience::machines;
  }
  section.total = all.row(total_cell());
  return section;
}

Section activities_by_form(const Tally& tally, const Model& model) {
  Section section{.key = "activities-by-form",
                  .title = FixedLabel{"Занятия по формам", "Activities by form"},
                  .columns = {text_column("form", form_heading), number_column("activities", activities_heading),
                              hours_column("hours", hours_heading)}};
  for (const Id<Form>& id : form_lines(model, tally.by_form)) {
    const Work done = count_of(tally.by_form, id);
    section.rows.add({form_cell(id, model), done.activities, done.hours});
  }
  section.total = {total_cell(), tally.all.activities, tally.all.hours};
  return section;
}

Section activities_by_type(const Tally& tally, const Model& model) {
  Section section{.key = "activities-by-type",
                  .title = FixedLabel{"Занятия по видам работы", "Activities by type"},
                  .columns = {group_column("form", form_heading), text_column("type", type_heading),
                              number_column("activities", activities_heading), hours_column("hours", hours_heading)}};
  for (const TypeLine& line : type_lines(model, tally)) {
    const Work done = count_of(tally.by_type, line);
    section.rows.add({form_cell(line.first, model), type_cell(line, model), done.activities, done.hours});
  }
  return section;
}

Section activities_by_month(const Tally& tally) {
  Section section{
      .key = "activities-by-month",
      .title = FixedLabel{"Занятия по месяцам", "Activities by month"},
      .columns = {Column{.key = "month", .heading = FixedLabel{"Месяц", "Month"}, .kind = ColumnKind::month},
                  number_column("activities", activities_heading), hours_column("hours", hours_heading)},
      .when_empty = none};
  for (const auto& [month, done] : tally.by_month) {
    section.rows.add({month, done.activities, done.hours});
  }
  section.total = {total_cell(), tally.all.activities, tally.all.hours};
  return section;
}

/// A table with types down and months across. `value` gives the figure.
template <class Value>
Section by_type_and_month(const Tally& tally, const Model& model, Section section, ColumnKind kind, Value value) {
  section.columns = {group_column("form", form_heading), text_column("type", type_heading)};
  section.when_empty = none;
  for (const auto& [month, done] : tally.by_month) {
    section.columns.push_back({.key = month.to_string(), .heading = month, .kind = kind});
  }
  section.columns.push_back({.key = "total", .heading = total_heading, .kind = kind});
  for (const TypeLine& line : type_lines(model, tally)) {
    Row row{form_cell(line.first, model), type_cell(line, model)};
    for (const auto& [month, done] : tally.by_month) {
      row.push_back(value(count_of(tally.by_type_and_month, std::tuple{line.first, line.second, month})));
    }
    row.push_back(value(count_of(tally.by_type, line)));
    section.rows.add(std::move(row));
  }
  return section;
}

/// The fields of those records with these keys, of which people are not shown the first, the id.
template <class Record>
Section list_of(const ReportContext& context, const std::vector<const Record*>& records,
                const std::vector<std::string>& keys) {
  Section section = pick_columns(fields_of(context, records), keys);
  section.columns.front().audience = Audience::machines;
  return section;
}

Section people_without_pair(const ReportContext& context, std::vector<const Participant*> people,
                            const std::vector<const Pair*>& pairs) {
  std::unordered_set<Id<Participant>> paired;
  for (const Pair* pair : pairs) {
    paired.insert({pair->mentor, pair->mentee});
  }
  std::erase_if(people, [&](const Participant* person) { return paired.contains(person->id); });
  Section section = list_of(context, people, {"id", "name", "roles", "category", "unit"});
  section.key = "people-without-pair";
  section.title = FixedLabel{"Участники без пары", "People without a pair"};
  section.when_empty = nobody;
  return section;
}

Section pairs_without_activity(const ReportContext& context, std::vector<const Pair*> pairs, const Tally& tally) {
  const auto& table = context.program.all<Pair>();
  std::erase_if(pairs, [&](const Pair* pair) { return tally.has_pair_activity[*table.row_of(pair->id)]; });
  Section section = list_of(context, pairs, {"id", "mentor", "mentee", "form", "from", "until"});
  section.key = "pairs-without-activity";
  section.title = FixedLabel{"Пары без занятий", "Pairs without an activity"};
  section.when_empty = none;
  return section;
}

constexpr std::array notes = {
    FixedLabel{
        "Участники – все, кто вошёл в программу не позже конца периода или был в нём в паре; кто выбыл до его начала, "
        "не считается; тот, у кого обе роли, в итоге считается один раз. Роли, категории и классы – на последний день "
        "периода, но не позже дня отчёта.",
        "People are all who joined by the end of the period or were in a pair in it; who left before it does not "
        "count; whoever holds both roles counts once in the total. Roles, categories and units are those of the "
        "period's last day, but not after the day of the report."},
    FixedLabel{
        "Пары – те, у которых хотя бы один день приходится на период, без периода – все; действующие, "
        "приостановленные, завершённые и предстоящие считаются на последний день периода, но не позже дня отчёта.",
        "Pairs are those with a day in the period, without a period all; open, paused, ended and planned are taken on "
        "the period's last day, but not after the day of the report."},
    FixedLabel{
        "Закончились за период – те, чей последний день приходится на период и уже прошёл; срок, который ещё не "
        "наступил, концом не считается.",
        "Ended in the period are those whose last day is in the period and has passed; an end that is agreed but "
        "still to come does not count."},
    FixedLabel{"Занятие нескольких пар сразу считается один раз; если пары разных форм – один раз в каждой форме.",
               "An activity of several pairs counts once; if their forms differ, once in each form."},
    FixedLabel{
        "Без пары – участники, у которых нет ни одной такой пары; пары без занятий – те, у которых в периоде нет "
        "ни одного занятия.",
        "Without a pair are the people who have none of these pairs; pairs without an activity have none in the "
        "period."},
    FixedLabel{"Часы – сумма указанных; занятие, у которого часы не указаны, добавляет к ней 0.",
               "Hours are the sum of those given; an activity without hours adds 0."},
};

void fill_summary(Report& report, const ReportContext& context) {
  const Program& program = context.program;
  const auto people = select<Participant>(program, context.filter, context.today);
  const auto pairs = select<Pair>(program, context.filter, context.today);
  const auto activities = select<Activity>(program, context.filter, context.today);
  const Tally done = tally(activities, program);
  add_sections(
      report, people_by_role(people, context), people_by_category(people, context), people_by_unit(people, context),
      pairs_by_form(pairs, context), activities_by_form(done, program.model()),
      activities_by_type(done, program.model()), activities_by_month(done),
      by_type_and_month(done, program.model(),
                        {.key = "activities-by-type-and-month",
                         .title = FixedLabel{"Занятия по видам работы и месяцам", "Activities by type and month"}},
                        ColumnKind::number, [](const Work& one) { return one.activities; }),
      by_type_and_month(done, program.model(),
                        {.key = "hours-by-type-and-month",
                         .title = FixedLabel{"Часы по видам работы и месяцам", "Hours by type and month"}},
                        ColumnKind::hours, [](const Work& one) { return one.hours; }),
      people_without_pair(context, people, pairs), pairs_without_activity(context, pairs, done));
  add_without_hours(report, activities);
  report.chapters.back().notes.assign(notes.begin(), notes.end());
}

}  // namespace

const ReportRow summary_report{.name = "summary",
                               .russian = "сводный",
                               .title = {"Сводный отчёт", "Summary"},
                               .takes_filters = false,
                               .looks_through = KindSet::of<Activity>(),
                               .shows = {},
                               .counts_pairs = true,
                               .lists_people = false,
                               .fill = fill_summary};

}  // namespace mentor
