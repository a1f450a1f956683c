/// Reads the short way to log an activity, in which no option is named: `Семёнова проект 1,5 вчера`.
#pragma once

#include "session.hpp"
#include "typed_fields.hpp"

namespace mentor::cli {

/// The words of the line that may be the ids of pairs, so that only their files need be read. The program is not read
/// yet, so the last word that is no day and no duration is taken for the type, unless an option gives it.
std::vector<std::string> ids_in_line(const Session& session, const TypedFields& typed);

/// Finds the type, the day and the duration among the words that were typed for the pairs, and gives each its field.
/// Throws `Refused` when a word can be nothing of these, or when the line can be read in several ways.
void read_activity_line(const Session& session, const storage::Loaded& loaded, TypedFields& typed);

}  // namespace mentor::cli
