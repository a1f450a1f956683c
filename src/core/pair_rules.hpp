/// Rules about who works with whom, how many, for how long, and which pair goes on with which.
#pragma once

#include "inspection.hpp"

namespace mentor {

/// The day on which what members may be is judged: the first day, or today of a pair that is only proposed.
inline Date day_judged(const Pair& pair, Date today) { return pair.is_agreed() ? pair.from.day() : today; }

/// The day on which a member's age is taken (model §4): the first day of the first pair of its chain that lies in the
/// same school year and has that member. So a mentee who has turned 16 goes on with a new mentor until summer.
Date day_of_age(const Pair& pair, Role role, Inspection& inspection);

/// `pair-length`: a pair of the form lasts longer, or not so long.
void pair_length(const Stored<Pair>& stored, Inspection& inspection);
/// `mentor-load` [ours]: on the pair's first day the mentor has more mentees than he takes.
void mentor_load(const Stored<Pair>& stored, Inspection& inspection);
/// `mentor-younger` [unchecked]: a mentor of the same age group is younger, or in a lower class.
void mentor_younger(const Stored<Pair>& stored, Inspection& inspection);
/// `young-specialist` [unchecked]: a young specialist has taught for too long to be one.
void young_specialist(const Stored<Pair>& stored, Inspection& inspection);
/// `age-during-pair`: a note of a member who has passed the upper age while the pair works.
void age_during_pair(const Stored<Pair>& stored, Inspection& inspection);
/// `pair-continues` [ours]: the former pair is not one that this pair can go on with.
void pair_continues(const Stored<Pair>& stored, Inspection& inspection);

}  // namespace mentor
