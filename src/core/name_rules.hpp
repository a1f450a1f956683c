/// What the rules ask of the names of people and classes.
#pragma once

#include "inspection.hpp"

namespace mentor {

/// `duplicate-person` [ours]. Of a record in a file one other is named, of a proposed one all.
void duplicate_person(const Stored<Participant>& stored, Inspection& inspection);

/// `look-alike-letters` [ours]. A run of letters has Latin and Cyrillic ones, or a class is spelt otherwise than that
/// of most others.
void look_alike_letters(const Stored<Participant>& stored, Inspection& inspection);

}  // namespace mentor
