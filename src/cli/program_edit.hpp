/// `mentor edit program organization="…"`: changes of the lines of `program.yaml` that are one text each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"
#include "session.hpp"

namespace mentor::cli {

/// The word that means the program itself where a record is named, with what people call it.
Choice program_choice();

/// Whether this means the settings of the program: that word, in either language, or `program.yaml`.
bool means_program(std::string_view reference);

/// Whether a line of program.yaml that can be changed so has this name in the language.
bool is_setting(std::string_view name, Language language);

/// Makes the changes, each `NAME=VALUE` as it was typed, in one change of `program.yaml`. An empty value takes a line
/// out. Throws `Refused` when a name is none of these lines, or a value is none of its line.
Status edit_program(Session& session, const Arguments& arguments, const std::vector<std::string>& changes);

}  // namespace mentor::cli
