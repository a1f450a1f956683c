#include "pair_rules.hpp"

#include <algorithm>
#include <string>

#include "mentor/age.hpp"
#include "mentor/open_year.hpp"
#include "mentor/period.hpp"

namespace mentor {

namespace {

/// The kind of the pair. Null for an individual one that does not say it.
const PairKind* kind_of(const Pair& pair, const Model& model) { return pair.kind ? model.find(*pair.kind) : nullptr; }

bool is_among_peers(const Pair& pair, const Model& model) {
  const RoleModel* role_model = pair.role_model ? model.find(*pair.role_model) : nullptr;
  const PairKind* kind = kind_of(pair, model);
  return (role_model != nullptr && role_model->is_among_peers) || (kind != nullptr && kind->is_among_peers);
}

/// The first day on which a person has certainly lived for so many years. Nothing beyond the calendar.
Date certainly_of_age(const Born& born, int age) { return born.latest().plus_months(12 * age); }

}  // namespace

Date day_of_age(const Pair& pair, Role role, Inspection& inspection) {
  if (!pair.is_agreed()) {
    return inspection.today();
  }
  return pair.continues ? inspection.index<Chains>().first_day_in_year(pair, role) : pair.from.day();
}

void pair_length(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  const Model& model = inspection.model();
  const Form* form = model.find(pair.form);
  if (form == nullptr || !form->months || !pair.until || !pair.is_agreed() || pair.ends_before_it_begins()) {
    return;
  }
  const PairKind* kind = kind_of(pair, model);
  const Reason* reason = pair.reason ? model.find(*pair.reason) : nullptr;
  // What ended before its time, or goes on in another pair, is short for a reason that stands there.
  const bool is_cut_short =
      reason != nullptr && (reason->outcome == Outcome::early || reason->outcome == Outcome::continued);
  const bool may_be_short = is_cut_short || (kind != nullptr && kind->is_short);
  const Date soonest = pair.from.day().plus_months(form->months->least).plus_days(-1);
  const Date latest = pair.from.day().plus_months(form->months->most).plus_days(-1);
  const bool is_short = !may_be_short && *pair.until < soonest;
  if (is_short || latest < *pair.until) {
    inspection.add(
        Rule::pair_length, Severity::warning, stored, "until",
        is_short
            ? say("pair-length.short", pair.from.day(), *pair.until, form->label, std::int64_t{form->months->least})
            : say("pair-length.long", pair.from.day(), *pair.until, form->label, std::int64_t{form->months->most}));
  }
}

void mentor_load(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  const Participant* mentor = inspection.find(pair.mentor);
  if (!is_in_force(pair, inspection.today(), inspection.model()) || mentor == nullptr) {
    return;  // what a mentor takes today says nothing of past years
  }
  const std::int64_t load = inspection.index<MentorLoads>().on_first_day_of(stored);
  const std::int64_t norm = inspection.model().norms[Norm::mentees_per_mentor];
  const std::int64_t most = mentor->capacity ? mentor->capacity->number() : norm;
  if (load > most) {
    const std::string id = mentor->id.to_string();
    inspection.add(Rule::mentor_load, Severity::warning, stored, "mentor",
                   say("mentor-load.more", mentor->name.on(inspection.today()), pair.from.day(), load, most, id), {id});
  }
}

void mentor_younger(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  const Model& model = inspection.model();
  const Participant* mentor = inspection.find(pair.mentor);
  const Participant* mentee = inspection.find(pair.mentee);
  if (!pair.is_agreed() || mentor == nullptr || mentee == nullptr || is_among_peers(pair, model)) {
    return;
  }
  const auto is_of_both_roles = [&](const Participant& person) {
    const Category* category = model.find(person.category.on(pair.from));
    return category != nullptr && category->mentee && category->mentor && !category->mentor->is_any();
  };
  if (!is_of_both_roles(*mentor) || !is_of_both_roles(*mentee)) {
    return;
  }
  const auto grade = [&](const Participant& person) { return grade_of(person.unit.on(pair.from)); };
  const bool is_born_later = mentor->born && mentee->born && mentee->born->latest() < mentor->born->earliest();
  const bool is_in_lower_class = grade(*mentor) && grade(*mentee) && *grade(*mentor) < *grade(*mentee);
  if (is_born_later || is_in_lower_class) {
    const std::string& name = mentor->name.on(inspection.today());
    const std::string& other = mentee->name.on(inspection.today());
    inspection.add(Rule::mentor_younger, Severity::warning, stored, "mentor",
                   is_born_later ? say("mentor-younger.born-later", name, other)
                                 : say("mentor-younger.lower-class", name, mentor->unit.on(pair.from), other,
                                       mentee->unit.on(pair.from)),
                   {mentor->id.to_string(), mentee->id.to_string()});
  }
}

void young_specialist(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  const Participant* mentee = inspection.find(pair.mentee);
  if (!pair.is_agreed() || mentee == nullptr || !mentee->teaching_since ||
      mentee->category.on(pair.from).to_string() != "young-specialist") {
    return;
  }
  const int years = inspection.model().norms[Norm::young_years];
  const Date last = mentee->teaching_since->plus_months(12 * years);
  if (last <= pair.from) {
    const std::string id = mentee->id.to_string();
    inspection.add(Rule::young_specialist, Severity::warning, stored, "mentee",
                   say("young-specialist.no-longer", mentee->name.on(inspection.today()), *mentee->teaching_since,
                       Count{years, key("noun.years")}, id, last.to_string()),
                   {id});
  }
}

void age_during_pair(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  if (!is_in_force(pair, inspection.today(), inspection.model())) {
    return;
  }
  const Date last = std::min(inspection.today(), pair.until.value_or(inspection.today()));
  for (const Role role : all_roles) {
    const Participant* person = inspection.find(pair.member(role));
    const Category* category = person == nullptr ? nullptr : inspection.model().find(person->category.on(pair.from));
    const auto& range = category == nullptr ? std::optional<AgeRange>{} : category->ages(role);
    if (!range || !range->to() || !person->born) {
      continue;
    }
    const Date passed = certainly_of_age(*person->born, *range->to() + 1);
    if (day_of_age(pair, role, inspection) < passed && passed <= last) {
      const std::string id = person->id.to_string();
      inspection.add(Rule::age_during_pair, Severity::note, stored, to_string(role),
                     say("age-during-pair.passed", person->name.on(inspection.today()), passed,
                         std::int64_t{*range->to() + 1}, *range),
                     {id});
    }
  }
}

void pair_continues(const Stored<Pair>& stored, Inspection& inspection) {
  const Pair& pair = stored.record;
  const Pair* former = pair.continues ? inspection.find(*pair.continues) : nullptr;
  if (former == nullptr) {
    return;
  }
  const std::string id = former->id.to_string();
  const std::string own = pair.id.to_string();
  const std::string title = title_of(inspection.program(), *former, inspection.today());
  const auto refuse = [&](Message message) {
    inspection.add(Rule::pair_continues, Severity::error, stored, "continues", std::move(message), {id});
  };
  if (inspection.index<Chains>().comes_to_ring(pair.id)) {
    refuse(say("pair-continues.ring", title, own));
    return;
  }
  if (is_void(*former, inspection.model())) {
    refuse(say("pair-continues.void", title, own));
  } else if (!former->is_agreed()) {
    refuse(say("pair-continues.proposed", title, id, own));
  } else if (former->form != pair.form) {
    refuse(say("pair-continues.other-form", title, own));
  } else if (former->mentee != pair.mentee) {
    refuse(say("pair-continues.other-mentee", title, own));
  } else if (pair.is_agreed() && pair.from <= former->from) {
    refuse(say("pair-continues.before", title, former->from.day(), pair.from.day(), own));
  } else if (pair.is_agreed() && (!former->until || pair.from <= *former->until)) {
    refuse(former->until ? say("pair-continues.too-early", title, *former->until, pair.from.day(), id,
                               pair.from.day().plus_days(-1).to_string())
                         : say("pair-continues.still-open", title, id, pair.from.day().plus_days(-1).to_string()));
  }
  if (const Pair* other = inspection.index<Continuations>().other_of(*pair.continues, pair.id)) {
    refuse(say("pair-continues.twice", title, other->id.to_string(), own));
  }
}

}  // namespace mentor
