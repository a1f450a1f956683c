/// A pair that goes on with a former one.
#pragma once

#include <optional>
#include <vector>

#include "mentor/edits.hpp"
#include "mentor/message.hpp"
#include "session.hpp"
#include "typed_fields.hpp"

namespace mentor::cli {

/// Gives a new pair what was not typed for it from the pair that it continues: both members, the form, the role model,
/// the kind, the programs and the goal. Of several pairs of one mentee in one form the last one is meant; its id takes
/// the place of what was typed. Throws `Refused` when no pair is meant, or several.
void take_from_former_pair(const Session& session, const storage::Loaded& loaded, TypedFields& typed);

/// The change that ends the former pair on the day before the new one begins. Its reason says whether the mentor was
/// replaced. Nothing when the former pair has ended by then.
std::optional<ChangeRecord> end_of_former_pair(const Session& session, const Program& program, const Pair& pair,
                                               std::vector<Message>& said);

}  // namespace mentor::cli
