// Rules about pairs and about what they do: dates, overlaps, activity types.
#include "inspection.hpp"

namespace mentor {

namespace {

void add_overlap(const Stored<Pair>& stored, const Pair& other, Inspection& inspection) {
  const Pair& pair = stored.record;
  const Form* form = inspection.model().find(pair.form);
  const Label label = form != nullptr ? form->label : Label{pair.form.to_string(), pair.form.to_string()};
  const std::string title = title_of(inspection.program(), pair);
  const std::string id = other.id.to_string();
  Message message = other.until ? say("pair-overlap.until", title, label, id, other.from, *other.until)
                                : say("pair-overlap.open", title, label, id, other.from);
  inspection.add(Rule::pair_overlap, Severity::error, stored, "from", std::move(message), {id});
}

}  // namespace

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
                     say("pair-dates.before-joining", pair.from, person->name, *person->joined),
                     {person->id.to_string()});
    }
  }
}

void self_pair(const Stored<Pair>& stored, Inspection& inspection) {
  if (stored.record.mentor == stored.record.mentee) {
    inspection.add(Rule::self_pair, Severity::error, stored, "mentee",
                   say("self-pair.same", name_of(inspection.program(), stored.record.mentee)),
                   {stored.record.mentee.to_string()});
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
  const auto days = Period::from(pair.from, pair.until.value_or(Date::latest()));
  if (!days || pair.mentor == pair.mentee) {
    return;  // told by other rules
  }
  for (const auto* other : inspection.pairs_of(pair.form, pair.mentor, pair.mentee)) {
    if (other->record.id != pair.id && other->record.overlaps(*days)) {
      add_overlap(stored, other->record, inspection);
    }
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
    if (activity.on < pair->from) {
      report(say("activity-date.before-pair", activity.on, title_of(inspection.program(), *pair), pair->from),
             {id.to_string()});
    } else if (pair->has_ended(activity.on)) {
      report(say("activity-date.after-pair", activity.on, title_of(inspection.program(), *pair), *pair->until),
             {id.to_string()});
    }
  }
}

}  // namespace mentor
