/// Turns what was typed into a command and its arguments. Only this code knows CLI11.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "command.hpp"

namespace mentor::cli {

struct Typed {
  const Command* command = nullptr;  // null: no command was named
  Arguments arguments;
};

/// The words with the names of the command and of options as the tables have them: `занятие --вид` is
/// `log-activity --type`. All else stays, and so does what follows `--`.
std::vector<std::string> with_table_names(std::span<const std::string> words);

/// Reads words as `with_table_names` gives them. Throws `Refused` (usage), with "did you mean" when something is near.
/// If `--help` or `--version` is among the words, nothing else needs to be right.
Typed parse_command_line(std::span<const std::string> words);

}  // namespace mentor::cli
