#include "mentor/records/activity.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <tuple>

#include "field_table.hpp"
#include "inspection.hpp"
#include "pair_filter.hpp"
#include "table_parts.hpp"

namespace mentor {

namespace {

constexpr std::array activity_fields = {
    field<&Activity::id, OwnIdCodec<Activity>>(
        "id", required, {"Код", "Id"}, {"Код записи, он же имя файла.", "The record's id, and the file's name."}),
    field<&Activity::pairs>(
        "pairs", required, {"Пары", "Pairs"},
        {"Список кодов пар, которые работали вместе.", "The ids of the pairs that worked together."},
        {.privacy = Privacy::name_of_minor}),
    field<&Activity::type>("type", required, {"Вид работы", "Type"},
                           {"Код вида работы из перечня формы, например project.",
                            "The id of an activity type of the form's list, such as project."}),
    field<&Activity::on>("on", required, {"Дата", "On"}, {"День, когда это было.", "The day on which it was."},
                         {.usual = "today"}),
    field<&Activity::hours>(
        "hours", optional, {"Часы", "Hours"},
        {"Сколько времени заняло, больше 0 и не больше 1000 часов: 1.5 или 0:20.",
         "How long it took, above 0 and up to 1000 hours: 1.5 or 0:20."},
        {.more = {"Число часов – не больше двух знаков после точки. Время хранится точно: трижды по "
                  "двадцать минут – один час.",
                  "A number of hours has a point and at most two decimals. The time is kept exactly, so that "
                  "three times twenty minutes are one hour."}}),
    field<&Activity::note>("note", optional, {"Примечание", "Note"},
                           {"Тема или заметка, свободный текст.", "The subject or a remark, free text."},
                           {.use = Use::shown, .privacy = Privacy::sensitive}),
    field<&Activity::meeting>(
        "meeting", optional, {"Встреча", "Meeting"},
        {"acquaintance (знакомство), trial (пробная), planning (планирование), final (итоговая); обычная – без этого.",
         "acquaintance, trial, planning or final; an ordinary one without it."}),
    field<&Activity::missed>(
        "missed", optional, {"Не пришли", "Missed"},
        {"Кто не пришёл: mentee, mentor или mentee,mentor. Такое занятие – попытка: в числе занятий "
         "и часов не считается.",
         "Who did not come: mentee, mentor or mentee,mentor. Such an activity is an attempt: it "
         "counts in no number and no hours."},
        {.russian = "не-пришли", .is_vital = true}),
};

void missed_hours(const Stored<Activity>& stored, Inspection& inspection) {
  if (stored.record.is_attempt() && stored.record.hours) {
    inspection.add(Rule::missed_hours, Severity::error, stored, "hours",
                   stored.is_proposed() ? say("missed-hours.new", *stored.record.hours)
                                        : say("missed-hours.both", *stored.record.hours, stored.record.id.to_string()));
  }
}

void activity_type(const Stored<Activity>& stored, Inspection& inspection) {
  const Activity& activity = stored.record;
  std::vector<Id<Form>> told;
  for (const auto& id : activity.pairs) {
    const Pair* pair = inspection.find(id);
    const Form* form = pair == nullptr ? nullptr : inspection.model().find(pair->form);
    if (form == nullptr || form->find(activity.type) != nullptr ||
        std::find(told.begin(), told.end(), form->id) != told.end()) {
      continue;
    }
    told.push_back(form->id);
    const ActivityType* elsewhere = inspection.model().find(activity.type);
    Labels allowed;
    for (const ActivityType& type : form->activities) {
      allowed.push_back(type.label);
    }
    const Label label =
        elsewhere != nullptr ? elsewhere->label : Label{activity.type.to_string(), activity.type.to_string()};
    inspection.add(Rule::activity_type, Severity::error, stored, "type",
                   say("activity-type.not-in-form", label, form->label, std::move(allowed)), {id.to_string()});
  }
}

/// A void pair counts nowhere, so an activity of it would be lost. One that was there before is left as it is.
void tell_void_pair(const Stored<Activity>& stored, const Pair& pair, Inspection& inspection) {
  if (stored.is_proposed()) {
    const std::string id = pair.id.to_string();
    inspection.add(Rule::activity_date, Severity::error, stored, "pairs",
                   say("activity-date.void-pair", title_of(inspection.program(), pair, inspection.today()), id), {id});
  }
}

void activity_date(const Stored<Activity>& stored, Inspection& inspection) {
  const Activity& activity = stored.record;
  const auto report = [&](Message message, std::vector<std::string> also) {
    inspection.add(Rule::activity_date, Severity::error, stored, "on", std::move(message), std::move(also));
  };
  if (inspection.today() < activity.on) {
    report(say("activity-date.future", activity.on, inspection.today()), {});
  }
  for (const auto& id : activity.pairs) {
    const Pair* pair = inspection.find(id);
    if (pair == nullptr) {
      continue;
    }
    if (is_void(*pair, inspection.model())) {
      tell_void_pair(stored, *pair, inspection);
    } else if (!pair->is_agreed()) {
      report(say("activity-date.proposed", title_of(inspection.program(), *pair, inspection.today()), id.to_string(),
                 activity.on.to_string()),
             {id.to_string()});
    } else if (activity.on < pair->from) {
      report(say("activity-date.before-pair", activity.on, title_of(inspection.program(), *pair, inspection.today()),
                 pair->from, id.to_string(), activity.on.to_string()),
             {id.to_string()});
    } else if (state_on(*pair, activity.on, inspection.model()) == PairState::ended) {
      report(say("activity-date.after-pair", activity.on, title_of(inspection.program(), *pair, inspection.today()),
                 *pair->until),
             {id.to_string()});
    }
  }
}

/// How many hours an activity may take: the most of what the forms of its pairs allow for its type.
int most_hours_of(const Activity& activity, Inspection& inspection) {
  const Model& model = inspection.model();
  std::optional<int> most;
  for (const auto& id : activity.pairs) {
    const Pair* pair = inspection.find(id);
    const Form* form = pair == nullptr ? nullptr : model.find(pair->form);
    const ActivityType* type = form == nullptr ? nullptr : form->find(activity.type);
    if (type != nullptr) {
      most = std::max(most, std::optional{type->most_hours.value_or(model.norms[Norm::most_hours])});
    }
  }
  return most.value_or(model.norms[Norm::most_hours]);
}

void activity_hours(const Stored<Activity>& stored, Inspection& inspection) {
  const Activity& activity = stored.record;
  constexpr std::int64_t hour = 3600;
  if (!activity.hours || activity.hours->seconds() <= inspection.fewest_most_hours() * hour) {
    return;  // as nearly always
  }
  const int most = most_hours_of(activity, inspection);
  if (activity.hours->seconds() <= most * hour) {
    return;
  }
  const ActivityType* type = inspection.model().find(activity.type);
  const Label label = type != nullptr ? type->label : Label{activity.type.to_string(), activity.type.to_string()};
  const bool may_be_minutes = activity.hours->seconds() % hour == 0;
  inspection.add(Rule::activity_hours, Severity::warning, stored, "hours",
                 may_be_minutes ? say("activity-hours.minutes", *activity.hours, std::int64_t{most}, label)
                                : say("activity-hours.over", *activity.hours, std::int64_t{most}, label));
}

void activity_repeated(const Stored<Activity>& stored, Inspection& inspection) {
  if (const auto* other = inspection.index<RepeatedActivities>().repeated_by(&stored)) {
    const std::string id = other->record.id.to_string();
    inspection.add(
        Rule::activity_repeated, Severity::warning, stored, "on",
        say("activity-repeated.same", id, inspection.program().path_and_line(*other), stored.record.id.to_string()),
        {id});
  }
}

void paused_activity(const Stored<Activity>& stored, Inspection& inspection) {
  const Activity& activity = stored.record;
  for (const auto& id : activity.pairs) {
    const auto* pause = inspection.index<Pauses>().on(id, activity.on);
    const Pair* pair = pause == nullptr ? nullptr : inspection.find(id);
    if (pair != nullptr) {
      inspection.add(Rule::paused_activity, Severity::warning, stored, "on",
                     say("paused-activity.paused", activity.on,
                         title_of(inspection.program(), *pair, inspection.today()), pause->record.id.to_string()),
                     {id.to_string(), pause->record.id.to_string()});
    }
  }
}

constexpr std::array activity_rules = {
    RecordRule<Activity>{Rule::activity_type, activity_type},
    RecordRule<Activity>{Rule::activity_date, activity_date},
    RecordRule<Activity>{Rule::activity_hours, activity_hours},
    RecordRule<Activity>{Rule::missed_hours, missed_hours},
    RecordRule<Activity>{
        .rule = Rule::activity_repeated, .check = activity_repeated, .looks_through = {}, .by_check_alone = true},
    RecordRule<Activity>{
        .rule = Rule::paused_activity, .check = paused_activity, .looks_through = {}, .by_check_alone = true},
};

/// The forms of the activity's pairs, each once.
std::vector<Labelled> forms_of(const Program& program, const Activity& activity) {
  std::vector<Labelled> forms;
  for (const auto& id : activity.pairs) {
    const Pair* pair = program.find(id);
    const Form* form = pair == nullptr ? nullptr : program.model().find(pair->form);
    const bool told = form == nullptr || std::any_of(forms.begin(), forms.end(), [&](const Labelled& one) {
                        return one.id == form->id.to_string();
                      });
    if (!told) {
      forms.push_back({form->id.to_string(), form->label});
    }
  }
  return forms;
}

}  // namespace

std::uint32_t note_digest(const Activity& activity) {
  if (activity.note.is_empty()) {
    return activity.digest;
  }
  constexpr unsigned half = 32;
  const std::size_t hash = std::hash<std::string_view>{}(activity.note);
  return static_cast<std::uint32_t>(hash ^ (hash >> half)) | 1U;
}

bool have_same_figures(const Activity& one, const Activity& other) {
  return one.on == other.on && one.type == other.type && one.hours == other.hours && one.missed == other.missed &&
         one.pairs.size() == other.pairs.size() &&
         std::is_permutation(one.pairs.begin(), one.pairs.end(), other.pairs.begin(), other.pairs.end());
}

bool is_repeat(const Activity& one, const Activity& other) {
  const std::uint32_t note = note_digest(one);
  const std::uint32_t other_note = note_digest(other);
  return have_same_figures(one, other) && (note == 0 || other_note == 0 || note == other_note);
}

std::span<const Field<Activity>> Kind<Activity>::fields() { return activity_fields; }
std::span<const RecordRule<Activity>> Kind<Activity>::rules() { return activity_rules; }

std::string Kind<Activity>::title_of(const Program&, const Activity& activity, Date) {
  return activity.on.to_string() + ' ' + activity.type.to_string();
}

std::string Kind<Activity>::subject_of(const Program&, const Activity& activity) { return activity.id.to_string(); }

std::vector<const Activity*> Kind<Activity>::select(const Program& program, const Filter& filter, Date today) {
  const bool by_pairs = filter.role || filter.category || !filter.units.empty() || filter.form || filter.pair ||
                        filter.person || filter.state;
  const PairFilter pairs{program, filter, today};
  const VoidPairs voided{program};
  std::vector<const Activity*> result;
  for (const auto& stored : program.all<Activity>()) {
    const Activity& activity = stored.record;
    if (!filter.period.contains(activity.on) || (filter.type && activity.type != *filter.type) ||
        (!filter.takes_void() && voided.are_all_of(activity))) {
      continue;
    }
    const bool fits = !by_pairs || std::any_of(activity.pairs.begin(), activity.pairs.end(), [&](const Id<Pair>& id) {
      const Pair* pair = program.find(id);
      return pair != nullptr && pairs.takes(*pair) && pairs.fits(*pair);
    });
    if (fits) {
      result.push_back(&activity);
    }
  }
  return result;
}

Section Kind<Activity>::table(const ReportContext& context) {
  auto activities = mentor::select<Activity>(context.program, context.filter, context.today);
  std::sort(activities.begin(), activities.end(),
            [](const Activity* a, const Activity* b) { return std::tie(a->on, a->id) < std::tie(b->on, b->id); });
  Duration total;
  bool has_attempts = false;
  for (const Activity* activity : activities) {
    total += activity->is_attempt() ? Duration{} : activity->hours.value_or(Duration{});
    has_attempts = has_attempts || activity->is_attempt();
  }
  Section section =
      rows_of(context, std::move(activities), [&program = context.program](const Activity& activity, Row& row) {
        row.emplace_back(forms_of(program, activity));
      });
  section.columns.push_back({.key = "form", .heading = FixedLabel{"Форма", "Form"}});
  if (!has_attempts) {
    section.columns[field_index<Activity>("missed")].audience = Audience::machines;
  }
  section.total.assign(section.columns.size(), Cell{});
  section.total[field_index<Activity>("hours")] = total;
  return section;
}

}  // namespace mentor
