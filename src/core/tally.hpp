/// The activities of a period, added up along every line that the summary shows.
#pragma once

#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "mentor/program.hpp"

namespace mentor {

struct Done {
  std::int64_t activities = 0;
  Duration hours;

  void add(const Activity& activity) {
    ++activities;
    hours += activity.hours.value_or(Duration{});
  }
  Done& operator+=(const Done& other) {
    activities += other.activities;
    hours += other.hours;
    return *this;
  }
};

/// A line of the tables by type.
using TypeLine = std::pair<Id<Form>, Id<ActivityType>>;

/// An activity of pairs of two forms counts once in each. One whose pairs are not there stands under a blank form: a
/// rule tells of it, and it still counts.
struct Tally {
  Done all;
  std::map<Id<Form>, Done> by_form;
  std::map<TypeLine, Done> by_type;
  std::map<Month, Done> by_month;  // those without work between the first and the last as well
  std::map<std::tuple<Id<Form>, Id<ActivityType>, Month>, Done> by_type_and_month;
};

Tally tally(const std::vector<const Activity*>& activities, const Program& program);

/// The model's forms, then those that only the records have.
template <class Counted>
std::vector<Id<Form>> form_lines(const Model& model, const std::map<Id<Form>, Counted>& counted) {
  std::vector<Id<Form>> lines;
  lines.reserve(model.forms.size() + counted.size());
  for (const Form& form : model.forms) {
    lines.push_back(form.id);
  }
  for (const auto& [id, count] : counted) {
    if (model.find(id) == nullptr) {
      lines.push_back(id);
    }
  }
  return lines;
}

/// Every type of every form of the model, then those that only the records have.
std::vector<TypeLine> type_lines(const Model& model, const Tally& tally);

/// What was counted under a key; nothing when the key has none.
template <class Counts, class Key>
Done count_of(const Counts& counts, const Key& key) {
  const auto found = counts.find(key);
  return found == counts.end() ? Done{} : found->second;
}

}  // namespace mentor
