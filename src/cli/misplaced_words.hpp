/// Words that stand in each other's place: `add document Семёнова согласие`, where the type comes first.
#pragma once

#include <string>

#include "session.hpp"
#include "typed_fields.hpp"

namespace mentor::cli {

/// Throws `Refused` when a word names no record where one is wanted, but is a value of another field of the kind; and
/// when a record is named where a value of a list is wanted. Says which field the word fits, and the command line to
/// type; a line for each value that a word may mean. `kind` is the word for the kind, behind which these stand in the
/// command line; it is empty where they do not stand there, and no line is shown.
template <class Record>
void refuse_misplaced(const Session& session, const storage::Loaded& loaded, const TypedFields& typed,
                      const std::string& kind);

}  // namespace mentor::cli
