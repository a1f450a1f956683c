#include "tally.hpp"

#include <algorithm>
#include <unordered_map>

namespace mentor {

namespace {

using Line = std::tuple<Id<Form>, Id<ActivityType>, Month>;

struct HashOfLine {
  std::size_t operator()(const Line& line) const {
    const auto& [form, type, month] = line;
    return form.hash() + 3 * type.hash() + static_cast<std::size_t>(month.year) * 12 + month.month;
  }
};

/// The forms of an activity's pairs, each once; a blank one when none of the pairs is there.
void forms_of(const Activity& activity, const Program& program, std::vector<Id<Form>>& forms) {
  forms.clear();
  for (const auto& id : activity.pairs) {
    const Pair* pair = program.find(id);
    if (pair != nullptr && std::find(forms.begin(), forms.end(), pair->form) == forms.end()) {
      forms.push_back(pair->form);
    }
  }
  if (forms.empty()) {
    forms.emplace_back();
  }
}

}  // namespace

Tally tally(const std::vector<const Activity*>& activities, const Program& program) {
  Tally result;
  std::unordered_map<Line, Done, HashOfLine> lines;  // there may be a million activities, and few lines
  std::vector<Id<Form>> forms;
  for (const Activity* activity : activities) {
    const Month month = month_of(activity->on);
    result.by_month[month].add(*activity);
    forms_of(*activity, program, forms);
    for (const auto& form : forms) {
      lines[{form, activity->type, month}].add(*activity);
    }
  }
  result.by_type_and_month.insert(lines.begin(), lines.end());
  for (const auto& [month, done] : result.by_month) {
    result.all += done;
  }
  for (const auto& [line, done] : result.by_type_and_month) {
    const auto& [form, type, month] = line;
    result.by_form[form] += done;
    result.by_type[{form, type}] += done;
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
  std::map<Id<Form>, std::vector<TypeLine>> of_records_alone;
  for (const auto& [line, done] : tally.by_type) {
    const Form* form = model.find(line.first);
    if (form == nullptr || form->find(line.second) == nullptr) {
      of_records_alone[line.first].push_back(line);
    }
  }
  std::vector<TypeLine> lines;
  for (const Id<Form>& id : form_lines(model, tally.by_form)) {
    const Form* form = model.find(id);
    if (form != nullptr) {
      for (const ActivityType& type : form->activities) {
        lines.emplace_back(id, type.id);
      }
    }
    const auto& others = of_records_alone[id];
    lines.insert(lines.end(), others.begin(), others.end());
  }
  return lines;
}

}  // namespace mentor
