/// What need not be typed, because something else that was typed leaves only one value.
#pragma once

#include <vector>

#include "mentor/message.hpp"
#include "session.hpp"
#include "typed_fields.hpp"

namespace mentor::cli {

/// Gives a new record the values that are known. Gives nothing where several are left.
template <class Record>
void add_known_values(const Session&, const storage::Loaded&, TypedFields&) {}

/// The form, if the categories of both leave only one. Throws `Refused` when mentor and mentee seem to be swapped.
template <>
void add_known_values<Pair>(const Session& session, const storage::Loaded& loaded, TypedFields& typed);
/// The role, if category and age leave only one.
template <>
void add_known_values<Participant>(const Session& session, const storage::Loaded& loaded, TypedFields& typed);

/// What words without a name are of a document: people, or pairs where its type is about pairs.
template <>
void add_known_values<Survey>(const Session& session, const storage::Loaded& loaded, TypedFields& typed);
template <>
void add_known_values<Document>(const Session& session, const storage::Loaded& loaded, TypedFields& typed);

}  // namespace mentor::cli
