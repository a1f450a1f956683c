/// `form-word`: the role model and the kind of a record are among those of its form.
#pragma once

#include <algorithm>

#include "inspection.hpp"

namespace mentor {

/// Of a record with a form and a role model; the kind too, if it has one. A form without a list takes any word.
template <class Record>
void words_of_form(const Stored<Record>& stored, Inspection& inspection) {
  const Record& record = stored.record;
  const Model& model = inspection.model();
  const Form* form = model.find(record.form);
  if (form == nullptr) {
    return;
  }
  const auto refuse = [&](std::string_view field, const Label& word, Labels allowed) {
    inspection.add(Rule::form_word, Severity::error, stored, field,
                   say("form-word.not-in-form", word, form->label, std::move(allowed)));
  };
  const RoleModel* role_model = record.role_model ? model.find(*record.role_model) : nullptr;
  if (role_model != nullptr && !form->role_models.empty() && form->find(role_model->id) == nullptr) {
    Labels allowed;
    for (const RoleModel& one : form->role_models) {
      allowed.push_back(one.label);
    }
    refuse("role-model", role_model->label, std::move(allowed));
  }
  if constexpr (requires { record.kind; }) {
    const PairKind* kind = record.kind ? model.find(*record.kind) : nullptr;
    const auto& kinds = form->kinds;
    if (kind != nullptr && !kinds.empty() && std::find(kinds.begin(), kinds.end(), kind->id) == kinds.end()) {
      Labels allowed;
      for (const auto& id : kinds) {
        const PairKind* one = model.find(id);
        allowed.push_back(one != nullptr ? one->label : Label{id.to_string(), id.to_string()});
      }
      refuse("kind", kind->label, std::move(allowed));
    }
  }
}

}  // namespace mentor
