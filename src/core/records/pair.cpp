#include "mentor/records/pair.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "exceptions.hpp"
#include "field_table.hpp"
#include "form_words.hpp"
#include "pair_filter.hpp"
#include "pair_rules.hpp"
#include "papers.hpp"
#include "role_rules.hpp"
#include "table_parts.hpp"
#include "tally.hpp"

namespace mentor {

namespace {

constexpr std::array pair_fields = {
    field<&Pair::id, OwnIdCodec<Pair>>("id", required, {"Код", "Id"},
                                       {"Код записи, он же имя файла.", "The record's id, and the file's name."}),
    field<&Pair::form>("form", required, {"Форма", "Form"},
                       {"Код формы наставничества из модели программы, например pupil-pupil.",
                        "The id of a form of the program's model, such as pupil-pupil."},
                       {.settled = true}),
    field<&Pair::mentor>("mentor", required, {"Наставник", "Mentor"},
                         {"Код записи наставника.", "The id of the mentor's record."},
                         {.privacy = Privacy::name_of_minor, .settled = true}),
    field<&Pair::mentee>("mentee", required, {"Наставляемый", "Mentee"},
                         {"Код записи наставляемого.", "The id of the mentee's record."},
                         {.privacy = Privacy::name_of_minor, .settled = true}),
    field<&Pair::from>(
        "from", optional, {"Начало", "From"},
        {"Первый день работы пары; на этот день считается возраст. Пока его нет, пара только предложена.",
         "The pair's first day; ages are taken on it. Without it the pair is only proposed."},
        {.russian = "с", .usual = "today", .ahead = true, .of_school_year = true, .is_vital = true}),
    field<&Pair::until>("until", optional, {"Окончание", "Until"},
                        {"Последний день работы пары; пока его нет, пара действует.",
                         "The pair's last day; without it the pair is open."},
                        {.russian = "по", .ahead = true}),
    field<&Pair::reason>("reason", optional, {"Итог", "Outcome"},
                         {"Почему пара завершилась: код из списка reasons модели, например no-time.",
                          "Why it ended: an id of the model's reasons, such as no-time."},
                         {.russian = "причина"}),
    field<&Pair::side>("side", optional, {"Инициатива", "Side"},
                       {"Чья это была инициатива: mentor (наставник), mentee (наставляемый), parent (родитель), both "
                        "(оба), curator (куратор); только вместе с reason.",
                        "Who brought it to its end: mentor, mentee, parent, both or curator; only with reason."}),
    field<&Pair::rematch>("rematch", optional, {"Подобрать новую пару", "Rematch"},
                          {"Кому нужна другая пара: mentee, mentor или mentee,mentor; только вместе с reason.",
                           "For whom another partner is wanted: mentee, mentor or mentee,mentor; only with reason."},
                          {.russian = "новая-пара"}),
    field<&Pair::result>("result", optional, {"Результаты", "Result"},
                         {"Что получилось; столбец «Результаты программы» обеих баз.",
                          "What came of it; the column of the results in both bases."},
                         {.russian = "результат", .use = Use::shown, .privacy = Privacy::sensitive}),
    field<&Pair::role_model>("role-model", optional, {"Ролевая модель", "Role model"},
                             {"Код ролевой модели формы, например leader-passive.",
                              "The id of a role model of the form, such as leader-passive."},
                             {.russian = "ролевая-модель"}),
    field<&Pair::kind>("kind", optional, {"Вид наставничества", "Kind"},
                       {"Код вида наставничества из модели, например group; без него – индивидуальное.",
                        "The id of a kind of the model, such as group; individual without it."},
                       {.russian = "вид-наставничества"}),
    field<&Pair::practices>(
        "practices", optional, {"Программы, практики", "Practices"},
        {"Список кодов: программа, по которой работает пара, и практики, которые о ней рассказывают.",
         "The ids of the practice that the pair runs by, and of those that tell of it."},
        {.russian = "программы"}),
    field<&Pair::continues>("continues", optional, {"Продолжает", "Continues"},
                            {"Код прежней пары этого наставляемого в этой форме, которую эта продолжает.",
                             "The id of the former pair of this mentee in this form, which this one goes on with."},
                            {.russian = "продолжает", .privacy = Privacy::name_of_minor}),
    field<&Pair::goal>("goal", optional, {"Цель", "Goal"},
                       {"Для чего персонализированная программа: трудности, сильные стороны, направление.",
                        "What the personalized program is for: difficulties, strengths, direction."},
                       {.use = Use::shown, .privacy = Privacy::sensitive}),
    accept_field<&Pair::accept>(),
};

void add_overlap(const Stored<Pair>& stored, const Pair& other, Inspection& inspection) {
  const Pair& pair = stored.record;
  const Form* form = inspection.model().find(pair.form);
  const Label label = form != nullptr ? form->label : Label{pair.form.to_string(), pair.form.to_string()};
  const std::string title = title_of(inspection.program(), pair, inspection.today());
  const std::string id = other.id.to_string();
  Message message = other.until ? say("pair-overlap.until", title, label, id, other.from, *other.until)
                                : say("pair-overlap.open", title, label, id, other.from);
  inspection.add(Rule::pair_overlap, Severity::error, stored, "from", std::move(message),
                 {id, pair.mentor.to_string(), pair.mentee.to_string()});
}

void pair_dates(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  if (pair.ends_before_it_begins()) {
    inspection.add(Rule::pair_dates, Severity::error, stored, "until",
                   say("pair-dates.reversed", *pair.until, pair.from));
  }
  for (const Role role : all_roles) {
    const Participant* person = inspection.find(pair.member(role));
    if (person != nullptr && person->joined && pair.from < *person->joined) {
      inspection.add(Rule::pair_dates, Severity::warning, stored, "from",
                     say("pair-dates.before-joining", pair.from, person->name.on(inspection.today()), *person->joined),
                     {person->id.to_string()});
    }
  }
}

void left_dates(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  for (const Role role : all_roles) {
    const Participant* person = inspection.find(pair.member(role));
    if (person == nullptr || !person->left || !pair.is_agreed() || pair.ends_before_it_begins() ||
        std::max(pair.from.day(), pair.until.value_or(Date::latest())) <= *person->left) {
      continue;
    }
    const std::string& name = person->name.on(inspection.today());
    const std::string id = person->id.to_string();
    Message message = *person->left < pair.from ? say("left-dates.begins-later", pair.from, name, *person->left)
                      : pair.until
                          ? say("left-dates.ends-later", *pair.until, name, *person->left)
                          : say("left-dates.open", name, *person->left, pair.id.to_string(), person->left->to_string());
    const bool is_until = pair.until && pair.from <= *person->left;
    inspection.add(Rule::left_dates, Severity::error, stored, is_until ? "until" : "from", std::move(message), {id});
  }
}

void pair_end(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  const auto refuse = [&](std::string_view field, Message message) {
    inspection.add(Rule::pair_end, Severity::error, stored, field, std::move(message));
  };
  const std::string id = pair.id.to_string();
  const Reason* reason = pair.reason ? inspection.model().find(*pair.reason) : nullptr;
  if (reason != nullptr && !reason->fits(Ending::pair)) {
    refuse("reason", say("pair-end.reason-of-person", reason->label));
  }
  if (pair.reason && !pair.until && !is_void(pair, inspection.model())) {
    refuse("reason", say("pair-end.reason-alone", id));
  }
  if (!pair.reason && pair.side) {
    refuse("side", say("pair-end.without-reason", typed_name(fields<Pair>()[field_index<Pair>("side")])));
  }
  if (!pair.reason && !pair.rematch.empty()) {
    refuse("rematch", say("pair-end.without-reason", typed_name(fields<Pair>()[field_index<Pair>("rematch")])));
  }
}

void pair_practice(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  for (const auto& id : pair.practices) {
    const Practice* practice = inspection.find(id);
    if (practice == nullptr) {
      continue;
    }
    const Form* form = inspection.model().find(practice->form);
    const bool begins_before = practice->from && pair.from < *practice->from;
    const Date last = std::max(pair.from.day(), pair.until.value_or(inspection.today()));
    const bool ends_after = pair.is_agreed() && practice->until && *practice->until < last;
    if (practice->form != pair.form) {
      const Label label = form != nullptr ? form->label : Label{practice->form.to_string(), practice->form.to_string()};
      inspection.add(Rule::pair_practice, Severity::error, stored, "practices",
                     say("pair-practice.other-form", practice->title, label), {id.to_string()});
    } else if (begins_before || ends_after) {
      inspection.add(Rule::pair_practice, Severity::warning, stored, "practices",
                     say(begins_before ? key("pair-practice.before") : key("pair-practice.after"), practice->title,
                         begins_before ? *practice->from : *practice->until),
                     {id.to_string()});
    }
  }
}

void self_pair(const Stored<Pair>& stored, Inspection& inspection) {
  if (!stored.record.mentor.is_blank() && stored.record.mentor == stored.record.mentee) {
    inspection.add(Rule::self_pair, Severity::error, stored, "mentee",
                   say("self-pair.same", name_of(inspection.program(), stored.record.mentee, inspection.today())),
                   {stored.record.mentee.to_string()});
  }
}

/// Two people are proposed to each other once, and not while they work together. Only what a command writes is asked:
/// once the pair is agreed, its days tell.
void tell_proposed_twice(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  if (pair.is_agreed() && !is_in_force(pair, inspection.today(), inspection.model())) {
    return;
  }
  for (const Pair* known : inspection.index<ProposedPairs>().all()) {
    if (known->id != pair.id && known->form == pair.form && known->mentor == pair.mentor &&
        known->mentee == pair.mentee) {
      const Date day = pair.is_agreed() ? pair.from.day() : inspection.today();
      inspection.add(Rule::pair_overlap, Severity::error, stored, "from",
                     say("pair-overlap.proposed", title_of(inspection.program(), *known, inspection.today()),
                         known->id.to_string(), day.to_string()),
                     {known->id.to_string()});
    }
  }
  if (pair.is_agreed()) {
    return;
  }
  for (const auto* known : inspection.pairs_of(pair.form, pair.mentor, pair.mentee)) {
    if (known->record.id != pair.id && is_in_force(known->record, inspection.today(), inspection.model())) {
      add_overlap(stored, known->record, inspection);
    }
  }
}

void pair_overlap(const Stored<Pair>& stored, Inspection& inspection) {
  if (!stored.is_proposed()) {
    if (const auto* other = inspection.overlapped_by(stored)) {
      add_overlap(stored, other->record, inspection);
    }
    return;
  }
  const Pair& pair = stored.record;
  tell_proposed_twice(stored, inspection);
  const auto days = Period::from(pair.from, pair.until.value_or(Date::latest()));
  if (!days || pair.mentor == pair.mentee || !pair.is_agreed()) {
    return;  // other rules tell it
  }
  for (const auto* other : inspection.pairs_of(pair.form, pair.mentor, pair.mentee)) {
    if (other->record.id != pair.id && other->record.overlaps(*days)) {
      add_overlap(stored, other->record, inspection);
    }
  }
}

void second_mentor(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  if (!pair.is_agreed()) {
    return;
  }
  const auto& mentors = inspection.index<SecondMentors>();
  const auto excess = stored.is_proposed() ? mentors.within(&stored) : mentors.on_first_day_of(&stored);
  if (!excess || (!stored.is_proposed() && excess->other->is_proposed())) {
    return;  // what is proposed tells it itself
  }
  const Form* form = inspection.model().find(pair.form);
  const Pair& other = excess->other->record;
  inspection.add(Rule::second_mentor, Severity::warning, stored, "mentee",
                 say("second-mentor.more", name_of(inspection.program(), pair.mentee, inspection.today()), excess->on,
                     form != nullptr ? form->label : Label{pair.form.to_string(), pair.form.to_string()},
                     std::int64_t{inspection.model().norms[Norm::mentors_per_mentee]},
                     name_of(inspection.program(), other.mentor, inspection.today()), other.id.to_string()),
                 {other.id.to_string(), pair.mentee.to_string()});
}

void mentor_untrained(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  const auto& trained = inspection.index<TrainedMentors>();
  if (!trained.is_asked() || !is_in_force(pair, inspection.today(), inspection.model()) ||
      trained.was_trained_by(pair.mentor, pair.from)) {
    return;
  }
  const std::string name = name_of(inspection.program(), pair.mentor, inspection.today());
  const auto later = trained.first_day(pair.mentor);
  inspection.add(Rule::mentor_untrained, Severity::warning, stored, "mentor",
                 later ? say("mentor-untrained.later", name, pair.from, *later, pair.id.to_string())
                       : say("mentor-untrained.by-first-day", name, pair.from, pair.mentor.to_string()),
                 {pair.mentor.to_string()});
}

/// Says what counts no longer when a pair is made void. Reports say of those that are void how many there are.
void activities_of_void_pair(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  if (!stored.is_proposed() || !is_void(pair, inspection.model())) {
    return;
  }
  Work work;
  for (const auto& one : inspection.program().all<Activity>()) {
    if (std::find(one.record.pairs.begin(), one.record.pairs.end(), pair.id) != one.record.pairs.end()) {
      work.add(one.record);
    }
  }
  if (work.activities != 0) {
    inspection.add(Rule::activity_date, Severity::warning, stored, "reason",
                   say("activity-date.of-void-pair", title_of(inspection.program(), pair, inspection.today()),
                       Count{work.activities, key("noun.activities")}, work.hours, pair.id.to_string()));
  }
}

/// A rule for pairs that are not void. A void pair counts nowhere, so there is nothing to mend.
template <RecordCheck<Pair> check>
void unless_void(const Stored<Pair>& stored, Inspection& inspection) {
  if (!is_void(stored.record, inspection.model())) {
    check(stored, inspection);
  }
}

constexpr std::array pair_rules = {
    RecordRule<Pair>{Rule::mentee_age, unless_void<age_of_pair<Role::mentee>>},
    RecordRule<Pair>{Rule::mentor_age, unless_void<age_of_pair<Role::mentor>>},
    RecordRule<Pair>{Rule::role_category, unless_void<role_category_of_pair>},
    RecordRule<Pair>{Rule::form_mentor, unless_void<form_of_pair<Role::mentor>>},
    RecordRule<Pair>{Rule::form_mentee, unless_void<form_of_pair<Role::mentee>>},
    RecordRule<Pair>{Rule::pair_dates, unless_void<pair_dates>},
    RecordRule<Pair>{Rule::left_dates, unless_void<left_dates>},
    RecordRule<Pair>{Rule::self_pair, self_pair},
    RecordRule<Pair>{Rule::pair_overlap, unless_void<pair_overlap>, KindSet::of<Pair>()},
    RecordRule<Pair>{Rule::second_mentor, second_mentor, KindSet::of<Pair>()},
    RecordRule<Pair>{Rule::pair_end, pair_end},
    RecordRule<Pair>{Rule::pair_practice, unless_void<pair_practice>},
    RecordRule<Pair>{Rule::form_word, unless_void<words_of_form<Pair>>},
    RecordRule<Pair>{Rule::pair_length, unless_void<pair_length>},
    RecordRule<Pair>{Rule::mentor_load, unless_void<mentor_load>, KindSet::of<Pair>()},
    RecordRule<Pair>{Rule::mentor_younger, unless_void<mentor_younger>},
    RecordRule<Pair>{Rule::young_specialist, unless_void<young_specialist>},
    RecordRule<Pair>{Rule::age_during_pair, unless_void<age_during_pair>},
    RecordRule<Pair>{Rule::pair_continues, unless_void<pair_continues>, KindSet::of<Pair>()},
    RecordRule<Pair>{Rule::mentor_untrained, unless_void<mentor_untrained>, KindSet::of<Training>()},
    RecordRule<Pair>{Rule::document_missing, unless_void<document_missing>, KindSet::of<Document>()},
    RecordRule<Pair>{Rule::practice_consent, unless_void<practice_consent_of_pair>, KindSet::of<Document>()},
    RecordRule<Pair>{.rule = Rule::activity_date,
                     .check = activities_of_void_pair,
                     .looks_through = KindSet::of<Activity>(),
                     .looks_at_naming = true},
    RecordRule<Pair>{Rule::field_value, wrong_exceptions<Pair>},
};

}  // namespace

std::vector<const Pair*> in_order(const ReportContext& context, std::vector<const Pair*> pairs) {
  struct Titled {
    const Pair* pair;
    std::string mentor;  // the keys by which the names are sorted
    std::string mentee;
  };
  const Date day = day_of_state(context.filter.period, context.today);
  std::vector<Titled> keys;
  keys.reserve(pairs.size());
  for (const Pair* pair : pairs) {
    keys.push_back({pair, context.sort_key(name_of(context.program, pair->mentor, day)),
                    context.sort_key(name_of(context.program, pair->mentee, day))});
  }
  std::sort(keys.begin(), keys.end(), [](const Titled& a, const Titled& b) {
    return std::tie(a.mentor, a.mentee, a.pair->from, a.pair->id) <
           std::tie(b.mentor, b.mentee, b.pair->from, b.pair->id);
  });
  std::transform(keys.begin(), keys.end(), pairs.begin(), [](const Titled& key) { return key.pair; });
  return pairs;
}

std::span<const Field<Pair>> Kind<Pair>::fields() { return pair_fields; }
std::span<const RecordRule<Pair>> Kind<Pair>::rules() { return pair_rules; }

std::string Kind<Pair>::title_of(const Program& program, const Pair& pair, Date day) {
  return name_of(program, pair.mentor, day) + " / " + name_of(program, pair.mentee, day);
}

std::vector<const Pair*> Kind<Pair>::select(const Program& program, const Filter& filter, Date today) {
  const PairFilter pairs{program, filter, today};
  std::vector<const Pair*> result;
  for (const auto& stored : program.all<Pair>()) {
    const Pair& pair = stored.record;
    if (pair.belongs_to(filter.period) && pairs.takes(pair) && pairs.fits(pair) && pairs.had_the_type(pair)) {
      result.push_back(&pair);
    }
  }
  return result;
}

KindSet Kind<Pair>::counted_in_table() { return KindSet::of<Activity>(); }

Section Kind<Pair>::table(const ReportContext& context) {
  auto pairs = in_order(context, mentor::select<Pair>(context.program, context.filter, context.today));
  const Date day = day_of_state(context.filter.period, context.today);
  Section section = rows_of(context, std::move(pairs),
                            [day, &model = context.program.model(), pauses = Pauses{context.program},
                             work = work_by_pair(context.program, context.filter.period)](const Pair& pair, Row& row) {
                              const Work& done = *work.find(pair.id);
                              row.insert(row.end(), {labelled(state_on(pair, day, model, pauses)), done.activities,
                                                     done.hours, cell_or_blank(done.last)});
                            });
  section.columns.push_back({.key = "state", .heading = FixedLabel{"Состояние", "State"}});
  section.columns.push_back(number_column("activities", {"Занятия", "Activities"}));
  section.columns.push_back(hours_column("hours", {"Часы", "Hours"}));
  section.columns.push_back(
      {.key = "last", .heading = FixedLabel{"Последнее занятие", "Last activity"}, .kind = ColumnKind::date});
  return section;
}

Section fields_of(const ReportContext& context, const std::vector<const Pair*>& pairs) {
  return rows_of(context, in_order(context, pairs));
}

namespace {

/// The curator's contacts with members of the pair on its days.
void add_contacts(Report& report, const ReportContext& context, const Pair& pair) {
  std::vector<const Contact*> contacts;
  for (const auto& stored : context.program.all<Contact>()) {
    const Contact& contact = stored.record;
    const bool is_of_days = pair.is_agreed() && pair.from <= contact.on && (!pair.until || contact.on <= *pair.until);
    const bool is_of_member = std::any_of(contact.people.begin(), contact.people.end(),
                                          [&](const auto& id) { return id == pair.mentor || id == pair.mentee; });
    if (is_of_days && is_of_member) {
      contacts.push_back(&contact);
    }
  }
  if (!contacts.empty()) {
    sort_as_usual(contacts);
    Section section = pick_columns(rows_of(context, std::move(contacts)),
                                   std::vector<std::string>{"id", "on", "people", "via", "reached", "note"});
    hide_empty_columns(section);
    mentor::add_sections(report, std::move(section));
  }
}

}  // namespace

void Kind<Pair>::add_sections(Report& report, const ReportContext& context, const Stored<Pair>& stored) {
  mentor::add_sections(report, section_of<Activity>(context, {.pair = stored.record.id, .with_void = true},
                                                    {"id", "on", "type", "hours", "missed", "note"}));
  add_all_naming(report, context, RecordKey::of(stored.record), KindSet::of<Activity>());
  add_contacts(report, context, stored.record);
}

}  // namespace mentor
