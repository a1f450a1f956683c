/// Which records a list or a report is about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mentor/program.hpp"

namespace mentor {

/// What is left out does not limit. A person is selected by what they are and by the pairs they are in; a pair by what
/// it is, by its members and by what it did; an activity by what it is and by its pairs.
struct Filter {
  std::optional<Role> role;
  std::optional<Id<Category>> category;
  std::vector<std::string> units;  // as they are written in records
  std::optional<Id<Form>> form;
  std::optional<Id<ActivityType>> type;
  std::optional<Id<Pair>> pair;
  std::optional<Id<Participant>> person;
  std::optional<PairState> state;  // of the pair, on `today` or at the period's end when that is earlier
  Period period = Period::all();
};

/// The day of which `state_on` is asked for a report or a list: the period's last day, but not after today.
Date day_of_state(const Period& period, Date today);

/// The selected records, in the order of the program; of a kind that says nothing else those of the period, if each has
/// a day, that name a selected pair or person, if the filter is about pairs or people. Without limits these are: the
/// people who had joined by the period's end, the pairs with a day in the period, the activities of the period.
template <class Record>
std::vector<const Record*> select(const Program& program, const Filter& filter, Date today);

}  // namespace mentor
