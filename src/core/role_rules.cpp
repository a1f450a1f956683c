#include "role_rules.hpp"

#include "pair_rules.hpp"

#include <algorithm>

namespace mentor {

namespace {

Labels labels_of(const Model& model, const std::vector<Id<Category>>& ids) {
  Labels labels;
  for (const auto& id : ids) {
    const Category* category = model.find(id);
    labels.push_back(category != nullptr ? category->label : Label{id.to_string(), id.to_string()});
  }
  return labels;
}

/// What to say when an age is wrong. A mentee and a mentor have messages of their own.
struct AgeMessages {
  Rule rule;
  std::string_view out;             // the age is known, and it is out of the range
  std::string_view too_young;       // likewise, and one may say from which day it will be right
  std::string_view too_young_pair;  // likewise of a member of a pair
  std::string_view out_by_year;     // only the year is known, and both possible ages are out
  std::string_view unsure;          // only the year is known, and one of the two possible ages is out
  std::string_view no_birth;        // the birth is unknown
};

constexpr AgeMessages mentee_messages{Rule::mentee_age,
                                      key("mentee-age.out"),
                                      key("mentee-age.too-young"),
                                      key("mentee-age.too-young-pair"),
                                      key("mentee-age.out-by-year"),
                                      key("mentee-age.unsure"),
                                      key("mentee-age.no-birth")};
constexpr AgeMessages mentor_messages{Rule::mentor_age,
                                      key("mentor-age.out"),
                                      key("mentor-age.too-young"),
                                      key("mentor-age.too-young-pair"),
                                      key("mentor-age.out-by-year"),
                                      key("mentor-age.unsure"),
                                      key("mentor-age.no-birth")};

/// The days on which the bounds of an age are asked for. They are the same for a member of a pair.
struct AgeDays {
  Date lower;
  Date upper;
  const Pair* pair = nullptr;
};

/// The first day on which somebody born that day is of that age.
Date birthday(const Born& born, int age) {
  const Date day = born.earliest();
  const auto same = Date::from(day.year() + age, day.month(), day.day());
  return same ? *same : Date::from(day.year() + age, 3, 1).value_or(Date::latest());  // of a leap day
}

/// The message about somebody whose day of birth is known and whose age is out of the range.
Message exact_message(const AgeMessages& messages, const Participant& person, const std::string& name,
                      const Category& category, const AgeRange& range, const AgeDays& days) {
  const int age = ages_on(*person.born, days.lower).oldest;
  if (age >= range.from()) {
    return {messages.out, {name, Years{ages_on(*person.born, days.upper).oldest}, days.upper, category.label, range}};
  }
  const Date first = birthday(*person.born, range.from());
  if (days.pair != nullptr) {
    return {messages.too_young_pair, {name, Years{age}, days.lower, category.label, range, first, first.to_string()}};
  }
  return {messages.too_young, {name, Years{age}, days.lower, category.label, range, first, first.to_string()}};
}

void check_age(const Stored<Participant>& stored, Role role, const AgeDays& days, Inspection& inspection) {
  const Participant& person = stored.record;
  const Category* category = inspection.model().find(person.category.on(days.lower));
  const auto& messages = role == Role::mentee ? mentee_messages : mentor_messages;
  if (category == nullptr || !category->ages(role) || category->ages(role)->is_any()) {
    return;
  }
  const AgeRange range = *category->ages(role);
  const std::string& name = person.name.on(inspection.today());
  const auto report = [&](Severity severity, Message message) {
    inspection.add(messages.rule, severity, stored, "born", std::move(message),
                   days.pair == nullptr ? std::vector<std::string>{} : std::vector{days.pair->id.to_string()});
  };
  if (person.born && inspection.today() < person.born->earliest()) {
    return;  // field-value tells it
  }
  // Of a proposed record only its fields count, not what stands in the file.
  const bool was_refused = !stored.is_proposed() && !inspection.program().mark(stored, "born").is_absent();
  if (!person.born && was_refused) {
    return;  // the file has a wrong value, and field-value says so
  }
  if (!person.born) {
    report(Severity::error, {messages.no_birth, {name, category->label, range}});
    return;
  }
  const Ages lower = ages_on(*person.born, days.lower);
  const Ages upper = ages_on(*person.born, days.upper);
  const auto not_above = [&](int age) { return !range.to() || age <= *range.to(); };
  const bool youngest_fits = lower.youngest >= range.from() && not_above(upper.youngest);
  const bool oldest_fits = lower.oldest >= range.from() && not_above(upper.oldest);
  if (youngest_fits && oldest_fits) {
    return;
  }
  if (person.born->is_exact()) {
    report(Severity::error, exact_message(messages, person, name, *category, range, days));
    return;
  }
  const bool either = youngest_fits || oldest_fits;
  if (either && person.forgotten) {
    return;  // the day of birth was known once, and nobody can mend that it is not
  }
  const bool is_young = lower.youngest < range.from();
  const Ages& shown = is_young ? lower : upper;
  report(either ? Severity::warning : Severity::error,
         {either ? messages.unsure : messages.out_by_year,
          {name, std::int64_t{person.born->year()}, std::int64_t{shown.youngest}, Years{shown.oldest},
           is_young ? days.lower : days.upper, category->label, range}});
}

/// The day on which a person who is in no pair is asked about a role: today, or the day of joining if that is later, or
/// the later day from which the person holds the role. Nothing when the person no longer holds it.
std::optional<Date> day_of_role(const Participant& person, Role role, Date today) {
  const Date day = std::max(person.joined.value_or(today), today);
  if (person.has(role, day)) {
    return day;
  }
  if (person.roles.has_days()) {
    for (const auto& part : person.roles.parts()) {
      if (day < *part.from && person.has(role, *part.from)) {
        return part.from;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

template <Role role>
void age_of_participant(const Stored<Participant>& stored, Inspection& inspection) {
  const Participant& person = stored.record;
  const auto day = day_of_role(person, role, inspection.today());
  if (day && !inspection.is_paired(person.id, role)) {
    check_age(stored, role, {*day, person.joined.value_or(*day)}, inspection);
  }
}

template <Role role>
void age_of_pair(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  const auto* person = inspection.stored(pair.member(role));
  if (person != nullptr) {
    const Date day = day_of_age(pair, role, inspection);
    check_age(*person, role, {day, day, &pair}, inspection);
  }
}

template <Role role>
void form_of_pair(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  const Form* form = inspection.model().find(pair.form);
  const Participant* person = inspection.find(pair.member(role));
  if (form == nullptr || person == nullptr) {
    return;
  }
  const Category* category = inspection.model().find(person->category.on(day_judged(pair, inspection.today())));
  const auto& allowed = form->categories(role);
  if (category == nullptr || std::find(allowed.begin(), allowed.end(), category->id) != allowed.end()) {
    return;
  }
  const bool anywhere = inspection.model().has_form_for(category->id, role);
  const bool mentor = role == Role::mentor;
  const auto message = mentor ? (anywhere ? key("form-mentor.wrong") : key("form-mentor.wrong-no-form"))
                              : (anywhere ? key("form-mentee.wrong") : key("form-mentee.wrong-no-form"));
  inspection.add(
      mentor ? Rule::form_mentor : Rule::form_mentee, Severity::error, stored, to_string(role),
      {message,
       {person->name.on(inspection.today()), category->label, form->label, labels_of(inspection.model(), allowed)}},
      {person->id.to_string()});
}

namespace {

/// The days on which something about the person's roles begins. One day is enough if neither they nor the category ever
/// changed.
std::vector<Date> days_of_roles(const Participant& person, Date today) {
  if (!person.roles.has_days() && !person.category.has_days()) {
    return {today};
  }
  std::vector<Date> days;
  const auto add = [&](const auto& dated) {
    for (const auto& part : dated.parts()) {
      days.push_back(part.from.value_or(Date::earliest()));
    }
  };
  add(person.roles);
  add(person.category);
  std::sort(days.begin(), days.end());
  return days;
}

void tell_wrong_role(const Stored<Participant>& stored, Role role, const Category& category, Inspection& inspection) {
  Labels allowed;
  for (const Category& other : inspection.model().categories) {
    if (other.ages(role)) {
      allowed.push_back(other.label);
    }
  }
  const auto message = role == Role::mentee ? key("role-category.mentee") : key("role-category.mentor");
  inspection.add(Rule::role_category, Severity::error, stored, "roles",
                 {message, {stored.record.name.on(inspection.today()), category.label, std::move(allowed)}});
}

/// Tells of somebody who is registered, or changed, that no form of the program takes them in this role. Of those who
/// are there already nobody is told again and again: perhaps they only help.
void tell_role_without_form(const Stored<Participant>& stored, Role role, const Category& category,
                            Inspection& inspection) {
  const Model& model = inspection.model();
  Labels taken;
  for (const Category& other : model.categories) {
    if (model.has_form_for(other.id, role)) {
      taken.push_back(other.label);
    }
  }
  const bool is_mentee = role == Role::mentee;
  const auto message =
      taken.empty() ? (is_mentee ? key("role-category.no-mentees") : key("role-category.no-mentors"))
                    : (is_mentee ? key("role-category.mentee-without-form") : key("role-category.mentor-without-form"));
  Message told{message, {stored.record.name.on(inspection.today()), category.label}};
  if (!taken.empty()) {
    told.arguments.emplace_back(std::move(taken));
  }
  inspection.add(Rule::role_category, Severity::warning, stored, "roles", std::move(told));
}

}  // namespace

void role_category_of_participant(const Stored<Participant>& stored, Inspection& inspection) {
  const Participant& person = stored.record;
  std::vector<std::pair<Role, const Category*>> told;
  for (const Date day : days_of_roles(person, inspection.today())) {
    const Category* category = inspection.model().find(person.category.on(day));
    for (const Role role : person.roles.on(day)) {
      const std::pair wrong{role, category};
      if (category != nullptr && !category->ages(role) && std::find(told.begin(), told.end(), wrong) == told.end()) {
        told.push_back(wrong);
        tell_wrong_role(stored, role, *category, inspection);
      } else if (stored.is_proposed() && category != nullptr && category->ages(role) &&
                 !inspection.model().has_form_for(category->id, role) &&
                 std::find(told.begin(), told.end(), wrong) == told.end()) {
        told.push_back(wrong);
        tell_role_without_form(stored, role, *category, inspection);
      }
    }
  }
}

void role_category_of_pair(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  for (const Role role : all_roles) {
    const Participant* person = inspection.find(pair.member(role));
    const Date day = day_judged(pair, inspection.today());
    if (person == nullptr || person->has(role, day)) {
      continue;
    }
    const bool is_mentee = role == Role::mentee;
    const std::string& name = person->name.on(inspection.today());
    const std::string id = person->id.to_string();
    Message message =
        person->roles.has_days()
            ? Message{is_mentee ? key("role-category.not-mentee-then") : key("role-category.not-mentor-then"),
                      {name, id, day, day.to_string()}}
            : Message{is_mentee ? key("role-category.not-mentee") : key("role-category.not-mentor"),
                      {name, id, day.to_string()}};
    inspection.add(Rule::role_category, Severity::error, stored, to_string(role), std::move(message), {id});
  }
}

template void age_of_participant<Role::mentee>(const Stored<Participant>&, Inspection&);
template void age_of_participant<Role::mentor>(const Stored<Participant>&, Inspection&);
template void age_of_pair<Role::mentee>(const Stored<Pair>&, Inspection&);
template void age_of_pair<Role::mentor>(const Stored<Pair>&, Inspection&);
template void form_of_pair<Role::mentee>(const Stored<Pair>&, Inspection&);
template void form_of_pair<Role::mentor>(const Stored<Pair>&, Inspection&);

}  // namespace mentor
