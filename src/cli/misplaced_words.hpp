/// Words that stand in each other's place: `add document Семёнова согласие`, where the type comes first.
#pragma once

#include "session.hpp"
#include "typed_fields.hpp"

namespace mentor::cli {

/// Throws `Refused` when a word names no record where one is wanted, but is a value of another field of the kind; and
/// when a record is named where a value of a list is wanted. Says which field the word fits, and with `shows_line` the
/// command line to type.
template <class Record>
void refuse_misplaced(const Session& session, const storage::Loaded& loaded, const TypedFields& typed, bool shows_line);

}  // namespace mentor::cli
