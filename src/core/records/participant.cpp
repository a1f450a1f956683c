#include "mentor/records/participant.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>

#include "exceptions.hpp"
#include "field_table.hpp"
#include "mentor/day_input.hpp"
#include "mentor/resolve.hpp"
#include "name_rules.hpp"
#include "pair_filter.hpp"
#include "people_called.hpp"
#include "role_rules.hpp"
#include "table_parts.hpp"
#include "tally.hpp"

namespace mentor {

namespace {

/// A class, a department or an organization. A day in its place was meant for another field.
struct UnitCodec : LineCodec {
  static constexpr Expected expected = key("expected.unit");
  static bool takes(std::string_view text) {
    constexpr std::size_t shortest_day = 6;  // 1.9.14
    const bool may_be_day = text.size() >= shortest_day && text.front() >= '0' && text.front() <= '9';
    return LineCodec::takes(text) && !(may_be_day && written_date(text));
  }
  static std::optional<std::string> parse(std::string_view text) {
    return takes(text) ? std::optional{std::string{text}} : std::nullopt;
  }
};

constexpr std::array participant_fields = {
    field<&Participant::id, OwnIdCodec<Participant>>(
        "id", required, {"Код", "Id"},
        {"Код записи: совпадает с именем файла и ничего не говорит о человеке.",
         "The record's id: the file's name, saying nothing about the person."}),
    field<&Participant::name, LineCodec>("name", required, {"ФИО", "Name"},
                                         {"Фамилия, имя и отчество.", "Surname, given name and patronymic."},
                                         {.privacy = Privacy::name_of_minor}),
    field<&Participant::category>("category", required, {"Категория", "Category"},
                                  {"Код категории из модели программы, например pupil.",
                                   "The id of a category of the program's model, such as pupil."}),
    field<&Participant::roles>(
        "roles", required, {"Роли", "Roles"},
        {"Список ролей: mentee (наставляемый), mentor (наставник) или обе.", "The roles: mentee, mentor, or both."},
        {.russian = "роль"}),
    field<&Participant::born>(
        "born", optional, {"Дата рождения", "Born"},
        {"Дата рождения или только год; нужна там, где модель ограничивает возраст в этой роли.",
         "Day of birth, or only the year; needed where the model bounds the age for the role."},
        {.russian = "рождение",
         .privacy = Privacy::birth,
         .more =
             {"Пишется `2014-03-09` или `2014` и не может быть позже сегодняшнего дня. По одному году возможны два "
              "возраста.",
              "It is written `2014-03-09` or `2014` and is not after today. A year alone leaves two ages possible."}}),
    field<&Participant::unit, UnitCodec>(
        "unit", optional, {"Класс, МО", "Unit"},
        {"Класс, методическое объединение или организация.", "Class, department or organization."},
        {.begins = Begins::school_year,
         .more = {"6Б, 6б и 6 Б в сводном отчёте – одна строка; о разном написании предупреждает `look-alike-letters`.",
                  "6B, 6b and 6 B are one line of the summary; `look-alike-letters` warns of different spellings."}}),
    field<&Participant::joined>("joined", optional, {"В программе с", "Joined"},
                                {"Дата вхождения в программу.", "The day of joining the program."},
                                {.russian = "вхождение",
                                 .usual = "today",
                                 .more = {"Без неё считается, что человек в программе всегда.",
                                          "Without it the person counts as having always been there."}}),
    field<&Participant::left>("left", optional, {"Выбыл(а)", "Left"},
                              {"Последний день в программе.", "The last day in the program."},
                              {.russian = "выбытие",
                               .more = {"Пары после этого дня не работают; кто выбыл до начала периода, в отчёте за "
                                        "него не считается. Записывает `mentor выбыл`.",
                                        "No pair works after this day; who left before a period counts nowhere in its "
                                        "report. `mentor leave` writes it."}}),
    field<&Participant::reason>("reason", optional, {"Причина", "Reason"},
                                {"Почему выбыл(а): код из списка reasons модели, например moved.",
                                 "Why the person left: an id of the model's reasons, such as moved."}),
    field<&Participant::post, CompactLineCodec>("post", optional, {"Должность", "Post"},
                                                {"Должность: «учитель физики».", "The post."},
                                                {.use = Use::shown, .privacy = Privacy::sensitive}),
    field<&Participant::teaching_since>(
        "teaching-since", optional, {"Педагогический стаж с", "Teaching since"},
        {"День, с которого идёт педагогический стаж.", "The day since which the person has been teaching."},
        {.russian = "стаж-с", .privacy = Privacy::sensitive}),
    field<&Participant::phone, CompactLineCodec>("phone", optional, {"Телефон", "Phone"},
                                                 {"Телефон, как его пишут.", "The telephone number, as it is written."},
                                                 {.use = Use::shown, .privacy = Privacy::sensitive}),
    field<&Participant::email, CompactLineCodec>("email", optional, {"Почта", "E-mail"},
                                                 {"Электронная почта.", "The e-mail address."},
                                                 {.use = Use::shown, .privacy = Privacy::sensitive}),
    field<&Participant::representative, CompactLineCodec>(
        "representative", optional, {"Законный представитель", "Representative"},
        {"Имя и телефон родителя или другого законного представителя.",
         "Name and telephone of a parent or another legal representative."},
        {.russian = "представитель", .use = Use::shown, .privacy = Privacy::sensitive}),
    field<&Participant::request>("request", optional, {"Основной запрос", "Request"},
                                 {"Чего ждёт наставляемый.", "What the mentee asks for."},
                                 {.russian = "запрос", .use = Use::shown, .privacy = Privacy::sensitive}),
    field<&Participant::competences>("competences", optional, {"Основные компетенции", "Competences"},
                                     {"Что умеет наставник.", "What the mentor can do."},
                                     {.russian = "компетенции", .use = Use::shown, .privacy = Privacy::sensitive}),
    field<&Participant::achievements>("achievements", optional, {"Важные достижения", "Achievements"},
                                      {"Награды, победы, важное в работе.", "Awards, and what was done well."},
                                      {.russian = "достижения", .use = Use::shown, .privacy = Privacy::sensitive}),
    field<&Participant::interests>("interests", optional, {"Интересы", "Interests"},
                                   {"Чем человек увлекается.", "What the person likes to do."},
                                   {.use = Use::shown, .privacy = Privacy::sensitive}),
    field<&Participant::wished_age, CompactLineCodec>("wished-age", optional,
                                                      {"Желаемый возраст наставляемых", "Wished age"},
                                                      {"Каких по возрасту наставляемых хочет вести наставник: «10–12».",
                                                       "Of which age the mentor wishes mentees: 10–12."},
                                                      {.russian = "желаемый-возраст", .use = Use::shown}),
    field<&Participant::time, CompactLineCodec>("time", optional, {"Ресурс времени", "Time"},
                                                {"Сколько времени наставник готов уделять: «2 часа в неделю».",
                                                 "How much time the mentor has: 2 hours a week."},
                                                {.russian = "время", .use = Use::shown}),
    field<&Participant::capacity>("capacity", optional, {"Сколько наставляемых готов вести", "Capacity"},
                                  {"Сколько наставляемых наставник готов вести сразу; без этого – норма модели "
                                   "mentees-per-mentor.",
                                   "How many mentees a mentor takes at once; the norm mentees-per-mentor without it."},
                                  {.russian = "сколько"}),
    field<&Participant::forgotten>(
        "forgotten", optional, {"Данные удалены", "Forgotten"},
        {"День, в который данные человека удалены.", "The day on which the person's data was removed."},
        {.russian = "данные-удалены",
         .more = {"Записывает `mentor забыть`, и только она.", "`mentor forget` writes it, and nothing else does."},
         .set_by = "forget"}),
    accept_field<&Participant::accept>(),
};

void birth_in_future(const Stored<Participant>& stored, Inspection& inspection) {
  const auto& born = stored.record.born;
  if (born && inspection.today() < born->earliest()) {
    inspection.add(Rule::field_value, Severity::error, stored, "born",
                   say("field-value.born-in-future", born->to_string(), inspection.today()));
  }
}

/// A person always has a name, a category and roles: none of them may end.
void ended_for_good(const Stored<Participant>& stored, Inspection& inspection) {
  const auto look = [&](const auto& dated, std::string_view field) {
    using Part = typename std::remove_cvref_t<decltype(dated)>::Part;
    if (!dated.has_days()) {
      return;
    }
    for (const Part& part : dated.parts()) {
      if (part.value == decltype(part.value){}) {
        inspection.add(Rule::field_value, Severity::error, stored, field,
                       say("field-value.ended", std::string{field}, *part.from));
      }
    }
  };
  look(stored.record.name, "name");
  look(stored.record.category, "category");
  look(stored.record.roles, "roles");
}

void left_reason(const Stored<Participant>& stored, Inspection& inspection) {
  const Participant& person = stored.record;
  if (!person.reason) {
    return;
  }
  const Reason* reason = inspection.model().find(*person.reason);
  if (!person.left) {
    inspection.add(Rule::left_dates, Severity::error, stored, "reason", say("left-dates.reason-alone"));
  } else if (reason != nullptr && !reason->fits(Ending::person)) {
    inspection.add(Rule::left_dates, Severity::error, stored, "reason",
                   say("left-dates.reason-of-pair", reason->label));
  }
}

void date_order(const Stored<Participant>& stored, Inspection& inspection) {
  const Participant& person = stored.record;
  if (person.left && person.joined && *person.left < *person.joined) {
    inspection.add(Rule::date_order, Severity::error, stored, "left",
                   say("date-order.left-before-joining", *person.left, *person.joined));
  }
  const auto look = [&](const auto& dated, std::string_view field) {
    if (person.born && dated.has_days() &&
        person.born->earliest() <= inspection.today()) {  // else field-value tells it
      const Date first = *dated.parts().front().from;
      if (first < person.born->earliest()) {
        inspection.add(Rule::date_order, Severity::error, stored, field,
                       say("date-order.before-birth", std::string{field}, first, person.born->to_string()));
      }
    }
  };
  look(person.name, "name");
  look(person.category, "category");
  look(person.roles, "roles");
  look(person.unit, "unit");
}

constexpr std::array participant_rules = {
    RecordRule<Participant>{.rule = Rule::mentee_age,
                            .check = age_of_participant<Role::mentee>,
                            .looks_through = KindSet::of<Pair>(),
                            .looks_at_naming = true},
    RecordRule<Participant>{.rule = Rule::mentor_age,
                            .check = age_of_participant<Role::mentor>,
                            .looks_through = KindSet::of<Pair>(),
                            .looks_at_naming = true},
    RecordRule<Participant>{Rule::role_category, role_category_of_participant},
    RecordRule<Participant>{Rule::duplicate_person, duplicate_person, KindSet::of<Participant>()},
    RecordRule<Participant>{Rule::look_alike_letters, look_alike_letters, KindSet::of<Participant>()},
    RecordRule<Participant>{Rule::field_value, birth_in_future},
    RecordRule<Participant>{Rule::field_value, ended_for_good},
    RecordRule<Participant>{Rule::date_order, date_order},
    RecordRule<Participant>{Rule::left_dates, left_reason},
    RecordRule<Participant>{Rule::field_value, wrong_exceptions<Participant>},
};

/// Those of several people for whom `is_meant` holds; all if it holds for none.
template <class IsMeant>
void narrow(std::vector<const Stored<Participant>*>& people, IsMeant is_meant) {
  const auto others =
      std::stable_partition(people.begin(), people.end(), [&](const auto* stored) { return is_meant(stored->record); });
  people.erase(others == people.begin() ? people.end() : others, people.end());
}

/// Who is counted in a period.
class TookPart {
 public:
  TookPart(const Program& program, const Period& period) : program_(program), period_(period) {}

  /// Whether the person was in the program on a day of the period, or had a pair or an activity in it.
  bool or_was_there(const Participant& person) {
    if (person.left && *person.left < period_.first()) {
      return false;
    }
    return !person.joined || *person.joined <= period_.last() || took_part(person.id);
  }

 private:
  /// Few people were entered with a later day of joining, so all this is gathered once somebody asks.
  bool took_part(const Id<Participant>& person) {
    if (!people_) {
      people_.emplace();
      const auto add = [&](const Pair& pair) { people_->insert({pair.mentor, pair.mentee}); };
      for (const auto& stored : program_.all<Pair>()) {
        if (stored.record.overlaps(period_) && !is_void(stored.record, program_.model())) {
          add(stored.record);
        }
      }
      for (const auto& stored : program_.all<Activity>()) {
        for (const auto& id : stored.record.pairs) {
          const Pair* pair = period_.contains(stored.record.on) ? program_.find(id) : nullptr;
          if (pair != nullptr && !is_void(*pair, program_.model())) {
            add(*pair);
          }
        }
      }
    }
    return people_->contains(person);
  }

  const Program& program_;
  const Period& period_;
  std::optional<std::unordered_set<Id<Participant>>> people_;
};

}  // namespace

std::vector<const Participant*> in_order(const ReportContext& context, std::vector<const Participant*> people) {
  const Date day = day_of_state(context.filter.period, context.today);
  std::vector<std::pair<std::string, const Participant*>> keys;
  keys.reserve(people.size());
  for (const Participant* person : people) {
    keys.emplace_back(context.sort_key(person->name.on(day)), person);
  }
  std::sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second->id) < std::tie(b.first, b.second->id);
  });
  std::transform(keys.begin(), keys.end(), people.begin(), [](const auto& key) { return key.second; });
  return people;
}

namespace {

/// Where people stand on a day.
class PersonStates {
 public:
  PersonStates(const Program& program, Date day) : day_(day) {
    const Model& model = program.model();
    // Not the pairs that begin later: else a new pair would change the list of a past year.
    for (const auto& stored : program.all<Pair>()) {
      if (state_on(stored.record, day, model) == PairState::open) {
        paired_.insert({stored.record.mentor, stored.record.mentee});
      }
    }
    for (const auto& stored : program.all<Document>()) {
      const DocumentType* type = model.find(stored.record.type);
      if (type == nullptr || !type->approves || day < stored.record.on) {
        continue;
      }
      approves_ = true;  // a program that keeps no approvals has no candidates
      if (counts_on(stored.record, day, model)) {
        approved_.insert(stored.record.people.begin(), stored.record.people.end());
      }
    }
  }

  PersonState of(const Participant& person) const {
    if (person.forgotten && *person.forgotten <= day_) {
      return PersonState::forgotten;
    }
    if (person.left && *person.left < day_) {
      return PersonState::left;
    }
    if (paired_.contains(person.id)) {
      return PersonState::paired;
    }
    const bool is_candidate = approves_ && person.has(Role::mentor, day_) && !approved_.contains(person.id);
    return is_candidate ? PersonState::candidate : PersonState::waiting;
  }

 private:
  Date day_;
  std::unordered_set<Id<Participant>> paired_;
  std::unordered_set<Id<Participant>> approved_;
  bool approves_ = false;
};

/// Which sheets the person filled in; never what was answered.
void add_surveys(Report& report, const ReportContext& context, const Id<Participant>& person) {
  std::vector<const Survey*> surveys;
  for (const auto& stored : context.program.all<Survey>()) {
    if (respondent_of(stored.record, context.program) == person) {
      surveys.push_back(&stored.record);
    }
  }
  if (!surveys.empty()) {
    sort_as_usual(surveys);
    const std::vector<std::string> keys{"id", "on", "instrument", "stage"};
    add_sections(report, pick_columns(rows_of(context, std::move(surveys)), keys));
  }
}

}  // namespace

std::span<const Field<Participant>> Kind<Participant>::fields() { return participant_fields; }
std::span<const RecordRule<Participant>> Kind<Participant>::rules() { return participant_rules; }

std::string Kind<Participant>::title_of(const Program&, const Participant& person, Date day) {
  return person.name.on(day);
}

std::vector<std::string> Kind<Participant>::names_of(const Participant& person) {
  std::vector<std::string> names;
  person.name.for_each_value([&](const std::string& name) { names.push_back(name); });
  return names;
}

std::string Kind<Participant>::told_apart(const Program&, const Participant& person, Date day) {
  const std::string born = person.born ? std::to_string(person.born->earliest().year()) : std::string{};
  const std::string& unit = person.unit.on(day);
  return unit.empty() || born.empty() ? unit + born : unit + ", " + born;
}

std::vector<const Stored<Participant>*> Kind<Participant>::resolve(const ResolveContext& context,
                                                                   std::string_view reference) {
  auto people = people_called(context, reference);
  const Date day = context.day_meant();
  if (context.role) {
    narrow(people, [&](const Participant& person) { return person.has(*context.role, day); });
  }
  narrow(people, [&](const Participant& person) { return !person.left || day <= *person.left; });
  return people;
}

std::vector<const Participant*> Kind<Participant>::select(const Program& program, const Filter& filter, Date today) {
  const bool by_pairs = filter.form || filter.type || filter.pair || filter.state;
  std::unordered_set<Id<Participant>> members;
  if (by_pairs) {
    Filter of_pairs = filter;
    of_pairs.category.reset();  // it is asked of the selected person, not of the partner
    of_pairs.units.clear();
    for (const Pair* pair : mentor::select<Pair>(program, of_pairs, today)) {
      for (const Role role : all_roles) {
        if (!filter.role || *filter.role == role) {
          members.insert(pair->member(role));
        }
      }
    }
  }
  const Date day = day_of_state(filter.period, today);
  TookPart took_part{program, filter.period};
  const auto paired =
      filter.is_unpaired ? paired_people(program, filter.role, day) : std::unordered_set<Id<Participant>>{};
  const auto is_unpaired = [&](const Participant& person) {
    return !paired.contains(person.id) && (!person.left || day <= *person.left);
  };
  std::vector<const Participant*> result;
  for (const auto& stored : program.all<Participant>()) {
    const Participant& person = stored.record;
    const bool fits = took_part.or_was_there(person) && (!filter.role || person.has(*filter.role, day)) &&
                      (!filter.category || person.category.on(day) == *filter.category) &&
                      is_in(person, filter.units, day) && (!filter.person || person.id == *filter.person);
    if (fits && (!by_pairs || members.contains(person.id)) && (!filter.is_unpaired || is_unpaired(person))) {
      result.push_back(&person);
    }
  }
  return result;
}

KindSet Kind<Participant>::counted_in_table() { return KindSet::of<Activity, Document>(); }

Section Kind<Participant>::table(const ReportContext& context) {
  auto people = in_order(context, mentor::select<Participant>(context.program, context.filter, context.today));
  const Filter& filter = context.filter;
  Section section = rows_of(
      context, std::move(people),
      [states = PersonStates{context.program, day_of_state(filter.period, context.today)},
       pairs = pairs_by_person(context.program, filter.period, filter.role),
       work = work_by_person(context.program, filter.period, filter.role)](const Participant& person, Row& row) {
        const Work& done = *work.find(person.id);
        row.insert(row.end(), {labelled(states.of(person)), *pairs.find(person.id), done.activities, done.hours});
      });
  section.columns.push_back(text_column("state", {"Состояние", "State"}));
  section.columns.push_back(number_column("pairs", {"Пары", "Pairs"}));
  section.columns.push_back(number_column("activities", {"Занятия", "Activities"}));
  section.columns.push_back(hours_column("hours", {"Часы", "Hours"}));
  return section;
}

Section fields_of(const ReportContext& context, const std::vector<const Participant*>& people) {
  return rows_of(context, in_order(context, people));
}

void Kind<Participant>::add_sections(Report& report, const ReportContext& context, const Stored<Participant>& stored) {
  const Filter filter{.person = stored.record.id, .with_void = true};
  mentor::add_sections(
      report,
      section_of<Pair>(context, filter,
                       {"id", "mentor", "mentee", "form", "from", "until", "state", "activities", "hours"}),
      section_of<Activity>(context, filter, {"id", "on", "type", "pairs", "hours", "missed", "note"}));
  add_all_naming(report, context, RecordKey::of(stored.record), KindSet::of<Pair, Activity>());
  add_surveys(report, context, stored.record.id);
}

}  // namespace mentor
