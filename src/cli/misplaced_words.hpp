/// Words that stand in each other's place: `add document Семёнова согласие`, where the type comes first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "session.hpp"
#include "typed_fields.hpp"

namespace mentor::cli {

/// Gives the field that it fits to a word that stands among references and names no record: a day, also of several
/// words, or a word of the only choice. `Громов вчера звонок` are a person, a day and a way.
template <class Record>
void place_words(const Session& session, const storage::Loaded& loaded, TypedFields& typed);

/// What was typed behind the word for a kind, with a text in the place of a word. Nothing when nobody can tell where
/// the word stands.
std::optional<std::string> line_with(const Session& session, const std::string& kind, const std::string& word,
                                     const std::string& text);

/// The command line with a text in the place of words that stand there one after another; an empty text takes them
/// away. Nothing when they do not stand there so.
std::optional<std::string> line_with_words(const Session& session, const std::vector<std::string>& words,
                                           const std::string& text);

/// Throws `Refused` when a word names no record where one is wanted, but is a value of another field of the kind; and
/// when a record is named where a value of a list is wanted. Says which field the word fits, and the command line to
/// type; a line for each value that a word may mean. `kind` is the word for the kind, behind which these stand in the
/// command line; it is empty where they do not stand there, and no line is shown.
template <class Record>
void refuse_misplaced(const Session& session, const storage::Loaded& loaded, const TypedFields& typed,
                      const std::string& kind);

}  // namespace mentor::cli
