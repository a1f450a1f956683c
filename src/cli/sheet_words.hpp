/// Which sheet, and which of its questions, the words of somebody who enters one mean.
#pragma once

#include <string>

#include "session.hpp"
#include "typed_fields.hpp"

namespace mentor::cli {

/// Takes the word in the place of the instrument for whoever answered, if it names somebody and no instrument. Gives
/// the instrument that is for the role of that person, asks something at the stage and has the answered questions.
/// Throws `Refused` when several are left, with a line to type for each; `kind` is the word behind which these were
/// typed.
void choose_sheet(const Session& session, const storage::Loaded& loaded, TypedFields& typed, const std::string& kind);

/// Throws `Refused` when a column of a table of sheets is headed by no question of the instrument.
void refuse_unknown_headings(const Session& session, const storage::Loaded& loaded, const TypedFields& typed);

}  // namespace mentor::cli
