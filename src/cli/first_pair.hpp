/// A person joined the program with their first pair: what the curator enters late has begun all the same.
#pragma once

#include <vector>

#include "mentor/edits.hpp"
#include "session.hpp"

namespace mentor::cli {

/// The edits that move the day of joining of the members of these pairs to the first day of their earliest one, where
/// that is earlier. A person who is in yet another pair is left alone. What moves is said.
Edits joined_with_first_pairs(const Session& session, const Program& program, const std::vector<Pair>& pairs,
                              std::vector<Message>& said);

}  // namespace mentor::cli
