/// Whether a person may hold a role, by age, by category, and by whether a form has a place for them. The rules ask
/// this of pairs, and of people as far as no pair answers it for them.
#pragma once

#include "inspection.hpp"

namespace mentor {

/// `mentee-age` and `mentor-age` [school]. A member's age is taken on the first day of the pair. Of a person in no pair
/// the lower bound is asked for today, or on the day of joining if that is later, and the upper bound on the day of
/// joining: so a mentee who joined at 14 becomes a mentor at 15.
template <Role role>
void age_of_participant(const Stored<Participant>& stored, Inspection& inspection);
template <Role role>
void age_of_pair(const Stored<Pair>& stored, Inspection& inspection);

/// `form-mentor` and `form-mentee` [school]: the pair's form has no place for a member.
template <Role role>
void form_of_pair(const Stored<Pair>& stored, Inspection& inspection);

/// `role-category` [school]. For a person: whether their category may hold the role at all, on every day on which
/// either began. For a pair: whether each member holds their role in it on its first day.
void role_category_of_participant(const Stored<Participant>& stored, Inspection& inspection);
void role_category_of_pair(const Stored<Pair>& stored, Inspection& inspection);

}  // namespace mentor
