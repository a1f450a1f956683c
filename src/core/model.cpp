#include "mentor/model.hpp"

#include <algorithm>

namespace mentor {

const Indicator::Target* Indicator::target_in(int year) const {
  const Target* last = nullptr;
  for (const Target& target : targets) {
    last = target.year <= year && (last == nullptr || last->year < target.year) ? &target : last;
  }
  return last;
}

namespace {

template <class Entry>
const Entry* find_in(const std::vector<Entry>& entries, const Id<Entry>& id) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

const ActivityType* Form::find(const Id<ActivityType>& type) const { return find_in(activities, type); }
const RoleModel* Form::find(const Id<RoleModel>& role_model) const { return find_in(role_models, role_model); }
const ResourceType* Model::find(const Id<ResourceType>& id) const { return find_in(resources, id); }
const NamedScale* Model::find(const Id<NamedScale>& id) const { return find_in(scales, id); }
const Instrument* Model::find(const Id<Instrument>& id) const { return find_in(instruments, id); }
const PairKind* Model::find(const Id<PairKind>& id) const { return find_in(kinds, id); }
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

const RoleModel* Model::find(const Id<RoleModel>& id) const {
  for (const Form& form : forms) {
    if (const RoleModel* role_model = form.find(id)) {
      return role_model;
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

namespace {

/// The entries that the forms have in this member, each once.
template <class Entry>
std::vector<Entry> of_all_forms(const Model& model, std::vector<Entry> Form::*member) {
  std::vector<Entry> all;
  for (const Form& form : model.forms) {
    for (const Entry& entry : form.*member) {
      if (std::none_of(all.begin(), all.end(), [&](const Entry& one) { return one.id == entry.id; })) {
        all.push_back(entry);
      }
    }
  }
  return all;
}

}  // namespace

std::vector<ActivityType> all_types(const Model& model) { return of_all_forms(model, &Form::activities); }
std::vector<RoleModel> all_role_models(const Model& model) { return of_all_forms(model, &Form::role_models); }

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
    case ModelList::resources:
      return model.find(Id<ResourceType>{word}) != nullptr;
    case ModelList::instruments:
      return model.find(Id<Instrument>{word}) != nullptr;
    case ModelList::trainings:
      return model.find(Id<TrainingType>{word}) != nullptr;
    case ModelList::role_models:
      return model.find(Id<RoleModel>{word}) != nullptr;
    case ModelList::kinds:
      return model.find(Id<PairKind>{word}) != nullptr;
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
