/// What a program asks of everybody from the first record on that answers it (model §0): the first consent, the first
/// training of mentors, the first plan. People who write that record are told so.
#pragma once

#include <vector>

#include "mentor/edits.hpp"
#include "mentor/records.hpp"

namespace mentor {

/// The kinds whose records must be read to say what the new records begin. None when they begin nothing, since others
/// like them are in the program already. `before` is the program before the edits; it may hold only a part.
KindSet kinds_to_say_begun(const Program& before, const Edits& edits);

/// Says what is asked from these new records on, and of how many that is still missing. What nobody lacks is left out.
/// `after` is the program after the edits.
std::vector<Message> begun_by(const Program& after, const Edits& edits, Date today);

}  // namespace mentor
