/// The papers that a new person brings along: `--documents`.
#pragma once

#include <vector>

#include "command.hpp"
#include "mentor/edits.hpp"
#include "session.hpp"

namespace mentor::cli {

inline constexpr Option papers_option{"--documents",
                                      "--документы",
                                      "",
                                      key("value.document-types"),
                                      Arity::repeated,
                                      key("help.add-participant.documents")};

/// A paper of each type that was typed, about the person of this edit, of the day of joining. They have no ids yet.
/// Throws `Refused` when a word is no type of the model, or a type is not about people.
std::vector<Document> papers_of(const Session& session, const Arguments& arguments, const Program& program,
                                const CreateRecord& created);

}  // namespace mentor::cli
