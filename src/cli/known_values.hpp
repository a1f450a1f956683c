/// What need not be typed, because something else that was typed leaves only one value.
#pragma once

#include <string>
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
/// The ids of questions that were named by their texts or by numbers. `sheet_words.cpp` has it.
template <>
void add_known_values<Survey>(const Session& session, const storage::Loaded& loaded, TypedFields& typed);
/// What words without a name are of a document: people, or pairs where its type is about pairs.
template <>
void add_known_values<Document>(const Session& session, const storage::Loaded& loaded, TypedFields& typed);

/// Throws `Refused` when several forms take both and none was typed. Shows the line to type for each; `before` is what
/// stands there before the form: `--form ` or `form=`.
void refuse_several_forms(const Session& session, const storage::Loaded& loaded, const TypedFields& typed,
                          const std::string& before);

}  // namespace mentor::cli
