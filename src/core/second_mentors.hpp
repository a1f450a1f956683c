/// Which pairs give a mentee more mentors in one form, on one day, than the norms allow.
#pragma once

#include <optional>
#include <span>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "mentor/rules.hpp"

namespace mentor {

class SecondMentors {
 public:
  using StoredPair = const Stored<Pair>*;

  /// On this day the mentee has the mentor of another pair as well, and with that one too many.
  struct Excess {
    Date on;
    StoredPair other;
  };

  /// The program must outlive this, and must not change.
  explicit SecondMentors(const RuleContext& context);

  /// What is wrong on the first day of the pair, before which it was not; nothing when nothing is. So of any number of
  /// pairs each is told of once, with one other alone.
  std::optional<Excess> on_first_day_of(StoredPair pair) const;
  /// What is wrong on any day of a pair that a command proposes.
  std::optional<Excess> within(StoredPair pair) const;

 private:
  struct Place {
    Id<Form> form;
    Id<Participant> mentee;
    StoredPair pair = nullptr;

    auto key() const { return std::tie(form, mentee); }
  };

  void index(std::span<const Place> places);

  int most_;
  std::vector<Place> places_;  // by form and mentee, and those of each in the order of their first days
  std::unordered_map<StoredPair, Excess> excess_;
};

}  // namespace mentor
