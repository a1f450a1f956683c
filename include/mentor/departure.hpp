/// What changes when people leave the program: their last day is entered, and their pairs end on it.
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "mentor/edits.hpp"

namespace mentor {

class Departures {
 public:
  /// What becomes of the pairs of somebody who leaves.
  struct Pairs {
    std::vector<const Pair*> ended;    // they end on the day; a pair whose members both leave is named once
    std::vector<const Pair*> planned;  // they begin only later, so the day cannot end them
  };

  /// `day` is the last day in the program of all who leave, and `reason` why they do; null when nobody says. Their
  /// pairs end for the same reason if pairs may. The program must outlive this.
  Departures(const Program& program, Date day, const Reason* reason);

  /// Lets a person leave. If a pair is planned, nothing is changed for this person: somebody has to decide first.
  Pairs add(const Stored<Participant>& stored);

  Edits take() { return std::move(edits_); }

 private:
  const Program& program_;
  Date day_;
  const Reason* reason_;
  Edits edits_;
  std::unordered_multimap<Id<Participant>, const Stored<Pair>*> pairs_;  // those with a later day, by each member
  std::unordered_set<Id<Pair>> ended_;
};

}  // namespace mentor
