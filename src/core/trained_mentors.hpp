/// Who was trained as a mentor, and since when.
#pragma once

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "mentor/rules.hpp"

namespace mentor {

class TrainedMentors {
 public:
  explicit TrainedMentors(const RuleContext& context) {
    for (const auto& stored : context.program.all<Training>()) {
      const Training& training = stored.record;
      const TrainingType* type = context.program.model().find(training.type);
      if (type == nullptr || !type->trains_mentors) {
        continue;
      }
      for (const auto& person : training.people) {
        Date& first = first_.try_emplace(person, training.on).first->second;
        first = std::min(first, training.on);
      }
    }
  }

  /// Whether anybody was: until then the program does not ask for it.
  bool is_asked() const { return !first_.empty(); }
  bool was_trained_by(const Id<Participant>& mentor, Date day) const {
    const auto first = first_day(mentor);
    return first && *first <= day;
  }
  /// The day of the mentor's first such training. Nothing when there was none.
  std::optional<Date> first_day(const Id<Participant>& mentor) const {
    const auto found = first_.find(mentor);
    return found == first_.end() ? std::nullopt : std::optional{found->second};
  }

 private:
  std::unordered_map<Id<Participant>, Date> first_;  // the day of the first such training
};

}  // namespace mentor
