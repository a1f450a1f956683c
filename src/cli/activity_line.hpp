/// Reads the short way to log an activity, in which no option is named: `Семёнова проект 1,5 вчера`.
#pragma once

#include <vector>

#include "mentor/records/activity.hpp"
#include "session.hpp"
#include "typed_fields.hpp"

namespace mentor::cli {

/// Finds the type, the day and the duration among the words that were typed for the pairs, and gives each its field.
/// Throws `Refused` when a word can be nothing of these, or when the line can be read in several ways.
void read_activity_line(const Session& session, const storage::Loaded& loaded, TypedFields& typed);

/// If the note of a new activity tells that somebody did not come, and nothing else does, says how that is written
/// down.
void say_note_of_missed(const Session& session, const Activity& activity, std::vector<Message>& said);

}  // namespace mentor::cli
