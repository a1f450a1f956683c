/// On which days pairs are paused.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "mentor/program.hpp"
#include "mentor/rules.hpp"

namespace mentor {

class Pauses {
 public:
  /// The program must outlive this, and must not change.
  explicit Pauses(const Program& program);
  explicit Pauses(const RuleContext& context) : Pauses(context.program) {}

  /// The pause of the pair on this day, or null.
  const Stored<Pause>* on(const Id<Pair>& pair, Date day) const;
  /// How many days of the period the pair is paused.
  std::int64_t days_within(const Id<Pair>& pair, const Period& period) const;
  /// A pause of the pair that begins no later than this one and shares a day with it; if there are several, the one
  /// that lasts longest. Of a proposed pause also one that begins later. Null when there is none.
  const Stored<Pause>* shared_by(const Stored<Pause>& stored, const Id<Pair>& pair) const;

 private:
  struct Entry {
    const Stored<Pause>* pause;
    const Stored<Pause>* longest;  // that ends last of this one and those before it
  };
  /// The entries of the pair that begin up to the day.
  std::pair<const Entry*, const Entry*> until(const Id<Pair>& pair, Date day) const;

  std::unordered_map<Id<Pair>, std::vector<Entry>> by_pair_;  // in the order of their first days
};

/// Where a pair stands on a day: as `state_on` without pauses, but paused where a pause has the day.
inline PairState state_on(const Pair& pair, Date day, const Model& model, const Pauses& pauses) {
  const PairState state = state_on(pair, day, model);
  return state == PairState::open && pauses.on(pair.id, day) != nullptr ? PairState::paused : state;
}

}  // namespace mentor
