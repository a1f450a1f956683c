/// What a refusal tells to type about records that were therefore not made.
#pragma once

#include "command.hpp"
#include "language/words.hpp"
#include "status.hpp"

namespace mentor::cli {

/// Rules tell to change a record by its id. Nobody will ever see a record with the id of one that was not made, so the
/// findings say what to change in the command instead: an option, or a field of `add`.
void tell_of_command(const Command& command, const language::Words& words, Refused& refused);

}  // namespace mentor::cli
