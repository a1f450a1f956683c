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
const TrainingType* Model::find(const Id<TrainingType>& id) const { return find_in(trainings, id); }
const DocumentType* Model::find(const Id<DocumentType>& id) const { return find_in(documents, id); }

const PlanPart* Model::find(const Id<PlanPart>& id) const {
  const PlanPart* stage = find_in(stages, id);
  return stage != nullptr ? stage : find_in(sections, id);
}

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

std::vector<ActivityType> all_types(const Model& model) {
  std::vector<ActivityType> types;
  for (const Form& form : model.forms) {
    for (const ActivityType& type : form.activities) {
      if (std::none_of(types.begin(), types.end(), [&](const ActivityType& one) { return one.id == type.id; })) {
        types.push_back(type);
      }
    }
  }
  return types;
}

bool has_word(const Model& model, ModelList list, IdText word) {
  switch (list) {
    case ModelList::categories:
      return model.find(Id<Category>{word}) != nullptr;
    case ModelList::forms:
      return model.find(Id<Form>{word}) != nullptr;
    case ModelList::activity_types:
      return model.find(Id<ActivityType>{word}) != nullptr;
    case ModelList::reasons:
      return model.find(Id<Reason>{word}) != nullptr;
    case ModelList::parts:
      return model.find(Id<PlanPart>{word}) != nullptr;
    case ModelList::trainings:
      return model.find(Id<TrainingType>{word}) != nullptr;
    case ModelList::documents:
      return model.find(Id<DocumentType>{word}) != nullptr;
  }
  return false;
}

std::vector<PlanPart> all_parts(const Model& model) {
  std::vector<PlanPart> parts = model.stages;
  parts.insert(parts.end(), model.sections.begin(), model.sections.end());
  return parts;
}

}  // namespace mentor
