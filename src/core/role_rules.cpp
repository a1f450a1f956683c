#include "role_rules.hpp"

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
  std::string_view out;          // the age is known, and it is out of the range
  std::string_view out_by_year;  // only the year is known, and both possible ages are out
  std::string_view unsure;       // only the year is known, and one of the two possible ages is out
  std::string_view no_birth;     // the birth is unknown
};

constexpr AgeMessages mentee_messages{Rule::mentee_age, key("mentee-age.out"), key("mentee-age.out-by-year"),
                                      key("mentee-age.unsure"), key("mentee-age.no-birth")};
constexpr AgeMessages mentor_messages{Rule::mentor_age, key("mentor-age.out"), key("mentor-age.out-by-year"),
                                      key("mentor-age.unsure"), key("mentor-age.no-birth")};

void check_age(const Stored<Participant>& stored, Role role, Date day, Inspection& inspection,
               std::vector<std::string> also) {
  const Participant& person = stored.record;
  const Category* category = inspection.model().find(person.category);
  const auto& messages = role == Role::mentee ? mentee_messages : mentor_messages;
  if (category == nullptr || !category->ages(role) || category->ages(role)->is_any()) {
    return;
  }
  const AgeRange range = *category->ages(role);
  const auto report = [&](Severity severity, Message message) {
    inspection.add(messages.rule, severity, stored, "born", std::move(message), std::move(also));
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
    report(Severity::error, {messages.no_birth, {person.name, category->label, range}});
    return;
  }
  const Ages ages = ages_on(*person.born, day);
  const bool youngest_fits = range.contains(ages.youngest);
  const bool oldest_fits = range.contains(ages.oldest);
  if (youngest_fits && oldest_fits) {
    return;
  }
  if (person.born->is_exact()) {
    report(Severity::error, {messages.out, {person.name, Years{ages.oldest}, day, category->label, range}});
    return;
  }
  const bool either = youngest_fits || oldest_fits;
  report(either ? Severity::warning : Severity::error,
         {either ? messages.unsure : messages.out_by_year,
          {person.name, std::int64_t{person.born->year()}, std::int64_t{ages.youngest}, Years{ages.oldest}, day,
           category->label, range}});
}

}  // namespace

template <Role role>
void age_of_participant(const Stored<Participant>& stored, Inspection& inspection) {
  if (stored.record.has(role) && !inspection.is_paired(stored.record.id, role)) {
    check_age(stored, role, stored.record.joined.value_or(inspection.today()), inspection, {});
  }
}

template <Role role>
void age_of_pair(const Stored<Pair>& stored, Inspection& inspection) {
  const auto* person = inspection.stored(stored.record.member(role));
  if (person != nullptr) {
    check_age(*person, role, stored.record.from, inspection, {stored.record.id.to_string()});
  }
}

template <Role role>
void form_of_participant(const Stored<Participant>& stored, Inspection& inspection) {
  const Participant& person = stored.record;
  const Category* category = inspection.model().find(person.category);
  if (category == nullptr || !person.has(role) || !category->ages(role) ||
      inspection.model().has_form_for(category->id, role)) {
    return;
  }
  if (role == Role::mentor) {
    inspection.add(Rule::form_mentor, Severity::note, stored, "category",
                   say("form-mentor.no-form", person.name, category->label));
  } else {
    inspection.add(Rule::form_mentee, Severity::note, stored, "category",
                   say("form-mentee.no-form", person.name, category->label));
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
  const Category* category = inspection.model().find(person->category);
  const auto& allowed = form->categories(role);
  if (category == nullptr || std::find(allowed.begin(), allowed.end(), category->id) != allowed.end()) {
    return;
  }
  const bool anywhere = inspection.model().has_form_for(category->id, role);
  const bool mentor = role == Role::mentor;
  const auto message = mentor ? (anywhere ? key("form-mentor.wrong") : key("form-mentor.wrong-no-form"))
                              : (anywhere ? key("form-mentee.wrong") : key("form-mentee.wrong-no-form"));
  inspection.add(mentor ? Rule::form_mentor : Rule::form_mentee, Severity::error, stored, to_string(role),
                 {message, {person->name, category->label, form->label, labels_of(inspection.model(), allowed)}},
                 {person->id.to_string()});
}

void role_category_of_participant(const Stored<Participant>& stored, Inspection& inspection) {
  const Participant& person = stored.record;
  const Category* category = inspection.model().find(person.category);
  if (category == nullptr) {
    return;
  }
  for (const Role role : person.roles) {
    if (category->ages(role)) {
      continue;
    }
    Labels allowed;
    for (const Category& other : inspection.model().categories) {
      if (other.ages(role)) {
        allowed.push_back(other.label);
      }
    }
    const auto message = role == Role::mentee ? key("role-category.mentee") : key("role-category.mentor");
    inspection.add(Rule::role_category, Severity::error, stored, "roles",
                   {message, {person.name, category->label, std::move(allowed)}});
  }
}

void role_category_of_pair(const Stored<Pair>& stored, Inspection& inspection) {
  for (const Role role : all_roles) {
    const Participant* person = inspection.find(stored.record.member(role));
    if (person == nullptr || person->has(role)) {
      continue;
    }
    const auto message = role == Role::mentee ? key("role-category.not-mentee") : key("role-category.not-mentor");
    inspection.add(Rule::role_category, Severity::error, stored, to_string(role),
                   {message, {person->name, person->id.to_string()}}, {person->id.to_string()});
  }
}

template void age_of_participant<Role::mentee>(const Stored<Participant>&, Inspection&);
template void age_of_participant<Role::mentor>(const Stored<Participant>&, Inspection&);
template void age_of_pair<Role::mentee>(const Stored<Pair>&, Inspection&);
template void age_of_pair<Role::mentor>(const Stored<Pair>&, Inspection&);
template void form_of_participant<Role::mentee>(const Stored<Participant>&, Inspection&);
template void form_of_participant<Role::mentor>(const Stored<Participant>&, Inspection&);
template void form_of_pair<Role::mentee>(const Stored<Pair>&, Inspection&);
template void form_of_pair<Role::mentor>(const Stored<Pair>&, Inspection&);

}  // namespace mentor
