/// Chains: a pair and all that go on with it (model §4).
#pragma once

#include <array>
#include <unordered_map>

#include "mentor/rules.hpp"

namespace mentor {

/// The chains of a program. They are walked once, so a long chain costs no more than as many pairs that stand alone.
class Chains {
 public:
  /// The program must outlive this, and must not change.
  explicit Chains(const Program& program);
  explicit Chains(const RuleContext& context) : Chains(context.program) {}

  /// The first pair of the chain in which this one is. Of a ring, which a rule tells of, any of its pairs.
  Id<Pair> first_of(const Id<Pair>& pair) const;
  /// Whether whoever goes back from this pair comes to a ring.
  bool comes_to_ring(const Id<Pair>& pair) const;
  /// The earliest first day among this pair, which must be agreed, and the pairs that it goes on with, as far back as
  /// they lie in its school year and have the same member.
  Date first_day_in_year(const Pair& pair, Role role) const;

 private:
  struct First {
    Id<Pair> pair;
    bool is_in_ring = false;
  };

  void find_first(const Pair& last);
  void find_first_day(const Pair& last, Role role);
  const Pair* former_in_year(const Pair& pair, Role role) const;

  const Program& program_;
  std::unordered_map<Id<Pair>, First> firsts_;  // of the pairs that go on with another one
  std::array<std::unordered_map<Id<Pair>, Date>, std::size(all_roles)> first_days_;  // likewise, by role
};

}  // namespace mentor
