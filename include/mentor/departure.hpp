/// What changes when people leave the program: their last day is entered, their pairs end on it, and pairs that would
/// begin only later are made void.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "mentor/edits.hpp"

namespace mentor {

/// The day of the latest activity of each pair that has one after some day.
using LatestActivities = std::unordered_map<Id<Pair>, Date>;
LatestActivities latest_activities_after(const Program& program, Date day);

class Departures {
 public:
  /// What becomes of the pairs of somebody who leaves.
  struct Pairs {
    // A pair whose members both leave is named once.
    std::vector<const Pair*> ended;    // they end on the day
    std::vector<const Pair*> voided;   // they would begin only later, so they never were
    std::vector<const Pair*> planned;  // likewise, but the model has no reason to make a pair void
    std::vector<const Pair*> worked;   // likewise, but they have begun by now, or have activities, which would be lost

    bool stand_in_the_way() const { return !planned.empty() || !worked.empty(); }
  };

  /// `day` is the last day in the program of all who leave, and `reason` why they do; null when nobody says. Their
  /// pairs end for the same reason if pairs may. The program must outlive this.
  Departures(const Program& program, Date day, Date today, const Reason* reason);

  /// Whether a pair of this person has an activity after the day.
  bool works_later(const Id<Participant>& person) const;
  /// The day of the pair's latest activity after the day. Nothing when it has none.
  std::optional<Date> latest_activity(const Id<Pair>& pair) const;

  /// Lets a person leave. If a pair cannot be made void, nothing is changed for this person: somebody has to decide
  /// first.
  Pairs add(const Stored<Participant>& stored);

  Edits take() { return std::move(edits_); }

 private:
  ChangeRecord ended(const Stored<Pair>& stored) const;
  ChangeRecord voided(const Stored<Pair>& stored, const Reason& reason) const;

  const Program& program_;
  Date day_;
  Date today_;
  const Reason* reason_;
  Edits edits_;
  std::unordered_multimap<Id<Participant>, const Stored<Pair>*> pairs_;  // those with a later day, by each member
  LatestActivities active_;                                              // after the day
  std::unordered_set<Id<Pair>> changed_;
};

}  // namespace mentor
