/// How many mentees each mentor has on a day, and which pair goes on with which.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "mentor/rules.hpp"

namespace mentor {

class MentorLoads {
 public:
  /// The program must outlive this, and must not change.
  explicit MentorLoads(const RuleContext& context);

  /// How many pairs of the same mentor work on the first day of this one, itself among them. The pairs of a group in
  /// one form are one.
  std::int64_t on_first_day_of(const Stored<Pair>& stored) const;

 private:
  const Model& model_;
  std::unordered_map<Id<Participant>, std::vector<const Pair*>> by_mentor_;  // pairs that count
};

/// The pairs that go on with others, by those.
class Continuations {
 public:
  explicit Continuations(const RuleContext& context);

  /// Another pair than `own` that goes on with this one. Null when there is none.
  const Pair* other_of(const Id<Pair>& former, const Id<Pair>& own) const;

 private:
  std::unordered_map<Id<Pair>, std::vector<const Pair*>> by_former_;
};

}  // namespace mentor
