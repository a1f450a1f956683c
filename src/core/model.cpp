#include "mentor/model.hpp"

#include <algorithm>

namespace mentor {

namespace {

template <class Entry>
const Entry* find_in(const std::vector<Entry>& entries, Id<Entry> id) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

std::string_view to_string(Role role) { return role == Role::mentee ? "mentee" : "mentor"; }

Label label_of(Role role) {
  return role == Role::mentee ? Label{"наставляемый", "mentee"} : Label{"наставник", "mentor"};
}

std::optional<Role> role_from(std::string_view text) {
  for (const Role role : all_roles) {
    if (text == to_string(role)) {
      return role;
    }
  }
  return std::nullopt;
}

const ActivityType* Form::find(Id<ActivityType> type) const { return find_in(activities, type); }
const Category* Model::find(Id<Category> id) const { return find_in(categories, id); }
const Form* Model::find(Id<Form> id) const { return find_in(forms, id); }

const ActivityType* Model::find(Id<ActivityType> id) const {
  for (const Form& form : forms) {
    if (const ActivityType* type = form.find(id)) {
      return type;
    }
  }
  return nullptr;
}

bool Model::has_form_for(Id<Category> category, Role role) const {
  return std::any_of(forms.begin(), forms.end(), [&](const Form& form) {
    const auto& allowed = form.categories(role);
    return std::find(allowed.begin(), allowed.end(), category) != allowed.end();
  });
}

}  // namespace mentor
