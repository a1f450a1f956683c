/// What is asked of pairs once the program has a record that answers it: contacts of the curator, plans, trained
/// mentors. Reports and what is said of a first record go by the same.
#pragma once

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "mentor/program.hpp"
#include "mentor/rules.hpp"
#include "trained_mentors.hpp"

namespace mentor {

/// Whether the curator reached somebody by the day.
inline bool has_reached(const Contact& contact, Date day) { return !contact.reached && contact.on <= day; }

/// The days by this one on which the curator reached each person, in their order.
inline std::unordered_map<Id<Participant>, std::vector<Date>> contacts_by_person(const Program& program, Date day) {
  std::unordered_map<Id<Participant>, std::vector<Date>> contacts;
  for (const auto& stored : program.all<Contact>()) {
    if (has_reached(stored.record, day)) {
      for (const auto& person : stored.record.people) {
        contacts[person].push_back(stored.record.on);
      }
    }
  }
  for (auto& [person, days] : contacts) {
    std::sort(days.begin(), days.end());
  }
  return contacts;
}

/// The pairs that have a step of their own.
inline std::unordered_set<Id<Pair>> planned_pairs(const Program& program) {
  std::unordered_set<Id<Pair>> planned;
  for (const auto& stored : program.all<Step>()) {
    planned.insert(stored.record.pairs.begin(), stored.record.pairs.end());
  }
  return planned;
}

/// Which pairs began with an untrained mentor.
class UntrainedMentors {
 public:
  UntrainedMentors(const Program& program, Date day)
      : program_(program), day_(day), trained_(RuleContext{program, day, fold_}) {}

  /// Whether the pair is to be told of on the day: it is in force, nobody has accepted that its mentor is untrained,
  /// and the program keeps trainings of mentors.
  bool has(const Pair& pair) const {
    return is_in_force(pair, day_, program_.model()) && trained_.is_asked() &&
           !trained_.was_trained_by(pair.mentor, pair.from) && !is_accepted(pair);
  }
  /// Whether the mentor of such a pair was trained later, though not by its first day.
  bool was_trained_later(const Pair& pair) const { return trained_.first_day(pair.mentor).has_value(); }

 private:
  /// Whether the pair or its mentor is an exception from the rule that says the same.
  bool is_accepted(const Pair& pair) const {
    const auto rule = name_of(Rule::mentor_untrained);
    const Participant* mentor = program_.find(pair.mentor);
    return pair.accept.find(rule) || (mentor != nullptr && mentor->accept.find(rule));
  }

  const Program& program_;
  Date day_;
  Fold fold_ = [](std::string_view text) { return std::string{text}; };
  TrainedMentors trained_;
};

}  // namespace mentor
