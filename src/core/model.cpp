#include "mentor/model.hpp"

#include <algorithm>

namespace mentor {

namespace {

template <class Entry>
const Entry* find_in(const std::vector<Entry>& entries, const Id<Entry>& id) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

const ActivityType* Form::find(const Id<ActivityType>& type) const { return find_in(activities, type); }
const Category* Model::find(const Id<Category>& id) const { return find_in(categories, id); }
const Form* Model::find(const Id<Form>& id) const { return find_in(forms, id); }
const Reason* Model::find(const Id<Reason>& id) const { return find_in(reasons, id); }

const ActivityType* Model::find(const Id<ActivityType>& id) const {
  for (const Form& form : forms) {
    if (const ActivityType* type = form.find(id)) {
      return type;
    }
  }
  return nullptr;
}

bool Model::raises(Rule rule) const {
  return std::any_of(raised.begin(), raised.end(), [&](const RaisedRule& one) { return one.rule == rule; });
}

bool Model::voids(const std::optional<Id<Reason>>& reason) const {
  const Reason* found = reason ? find(*reason) : nullptr;
  return found != nullptr && found->outcome == Outcome::cancelled;
}

const Reason* Model::reason_to_void() const {
  const auto fits = [](const Reason& reason) {
    return reason.outcome == Outcome::cancelled && reason.fits(Ending::pair);
  };
  const Reason* usual = find(*Id<Reason>::parse("cancelled"));
  if (usual != nullptr && fits(*usual)) {
    return usual;
  }
  const auto found = std::find_if(reasons.begin(), reasons.end(), fits);
  return found == reasons.end() ? nullptr : &*found;
}

bool Model::has_form_for(const Id<Category>& category, Role role) const {
  return std::any_of(forms.begin(), forms.end(), [&](const Form& form) {
    const auto& allowed = form.categories(role);
    return std::find(allowed.begin(), allowed.end(), category) != allowed.end();
  });
}

}  // namespace mentor
