#include "tally.hpp"

#include <set>

namespace mentor {

Tally tally(const std::vector<const Activity*>& activities, const Program& program) {
  Tally result;
  for (const Activity* activity : activities) {
    const Month month = month_of(activity->on);
    result.all.add(*activity);
    result.by_month[month].add(*activity);
    std::set<Id<Form>> forms;
    for (const auto id : activity->pairs) {
      if (const Pair* pair = program.find(id)) {
        forms.insert(pair->form);
      }
    }
    if (forms.empty()) {
      forms.insert(Id<Form>{});
    }
    for (const auto form : forms) {
      result.by_form[form].add(*activity);
      result.by_type[{form, activity->type}].add(*activity);
      result.by_type_and_month[{form, activity->type, month}].add(*activity);
    }
  }
  if (!result.by_month.empty()) {
    const Month last = result.by_month.rbegin()->first;
    for (Month month = result.by_month.begin()->first; month < last; month = month.next()) {
      result.by_month[month];
    }
  }
  return result;
}

std::vector<TypeLine> type_lines(const Model& model, const Tally& tally) {
  std::vector<TypeLine> lines;
  for (const Id<Form> id : form_lines(model, tally.by_form)) {
    const Form* form = model.find(id);
    if (form != nullptr) {
      for (const ActivityType& type : form->activities) {
        lines.emplace_back(id, type.id);
      }
    }
    for (const auto& [line, done] : tally.by_type) {
      if (line.first == id && (form == nullptr || form->find(line.second) == nullptr)) {
        lines.push_back(line);
      }
    }
  }
  return lines;
}

}  // namespace mentor
