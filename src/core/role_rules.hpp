/// Whether a person may hold a role: ages, categories, forms that have a place for them. It is asked of people, as far
/// as no pair answers for them, and of pairs.
#pragma once

#include "inspection.hpp"

namespace mentor {

/// `mentee-age` and `mentor-age` [school]: on the day of joining, or (a pair's) on its first day.
template <Role role>
void age_of_participant(const Stored<Participant>& stored, Inspection& inspection);
template <Role role>
void age_of_pair(const Stored<Pair>& stored, Inspection& inspection);

/// `form-mentor` and `form-mentee` [school]: a person whom the model allows in the role, but whom no form has a place
/// for (graduates and employers); a member of a pair whose form does not have a place for them.
template <Role role>
void form_of_participant(const Stored<Participant>& stored, Inspection& inspection);
template <Role role>
void form_of_pair(const Stored<Pair>& stored, Inspection& inspection);

/// `role-category` [school]: whether the category may hold the role at all, and a member of a pair holds theirs.
void role_category_of_participant(const Stored<Participant>& stored, Inspection& inspection);
void role_category_of_pair(const Stored<Pair>& stored, Inspection& inspection);

}  // namespace mentor
