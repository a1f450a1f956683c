/// `--help` from the tables of commands and options.
#pragma once

#include <ostream>

#include "command.hpp"
#include "language/words.hpp"

namespace mentor::cli {

/// What the program is, its commands and the options of all of them.
void main_help(std::ostream& out, const language::Words& words, std::size_t width);

/// One command: how it is typed, what it does, its options, examples.
void command_help(std::ostream& out, const Command& command, const Arguments& arguments, const language::Words& words,
                  std::size_t width);

}  // namespace mentor::cli
