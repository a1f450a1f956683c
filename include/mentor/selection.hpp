/// Which records a list or a report is about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mentor/program.hpp"

namespace mentor {

/// A word of another list than that of the activity types, for reports on things with types of their own.
struct OwnType {
  ModelList list{};
  IdText id;
};

/// What is left out limits nothing. A person is selected by their own fields and by their pairs; a pair by its own
/// fields, its members and its activities; an activity by its own fields and its pairs.
struct Filter {
  std::optional<Role> role;
  std::optional<Id<Category>> category;
  std::vector<std::string> units;  // as they are written in records
  std::optional<Id<Form>> form;
  std::optional<Id<ActivityType>> type;
  std::optional<OwnType> own_type = {};
  std::optional<Id<Pair>> pair;
  std::optional<Id<Participant>> person;
  std::optional<PairState> state;  // of the pair, on the day that `day_of_state` gives
  std::optional<int> idle_days;    // of a pair that is open: at least so many days without an activity
  std::optional<int> ending_days;  // of a pair that is open: its last day comes within so many days
  bool is_unpaired = false;        // of a person: has not left, and is in no pair that is open or to begin
  bool with_void = false;          // void pairs and their activities too, as on the page of a record
  Period period = Period::all();

  /// Whether void pairs are selected.
  bool takes_void() const { return with_void || state == PairState::cancelled; }
};

/// The day for which a report or a list asks `state_on`: the last day of the period, but not later than today.
Date day_of_state(const Period& period, Date today);

/// The selected records, in the order of the program. Without limits these are the people who had joined by the
/// period's end, the pairs with a day in the period that are not void, and the activities of the period that have
/// another pair than void ones. If a kind has no `select` of its
/// own, the period limits the records that have a day; and if the filter is about pairs or people, a record must name a
/// selected one.
template <class Record>
std::vector<const Record*> select(const Program& program, const Filter& filter, Date today);

}  // namespace mentor
