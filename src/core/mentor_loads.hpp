/// How many mentees each mentor has when a pair begins, which pairs go on with others, and which are only proposed.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "mentor/rules.hpp"

namespace mentor {

class MentorLoads {
 public:
  /// The program must outlive this, and must not change.
  explicit MentorLoads(const RuleContext& context);

  /// How many pairs of the same mentor work on the first day of this one, itself among them. The pairs of a group in
  /// one form are one. 0 of a pair that does not count.
  std::int64_t on_first_day_of(const Stored<Pair>& stored) const;

 private:
  void count(const std::vector<const Pair*>& pairs, const Model& model);

  std::unordered_map<const Pair*, std::int64_t> loads_;
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

/// The pairs that are only proposed: few.
class ProposedPairs {
 public:
  explicit ProposedPairs(const RuleContext& context);

  const std::vector<const Pair*>& all() const { return pairs_; }

 private:
  std::vector<const Pair*> pairs_;
};

}  // namespace mentor
