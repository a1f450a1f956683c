/// The text of `--help`, made from the tables of commands and options.
#pragma once

#include <ostream>

#include "command.hpp"
#include "language/words.hpp"

namespace mentor::cli {

/// The help of the program: what it is, its commands, and the options that all commands have.
void main_help(std::ostream& out, const language::Words& words, std::size_t width);

/// The help of one command: how people type it, what it does, its options, examples.
void command_help(std::ostream& out, const Command& command, const Arguments& arguments, const language::Words& words,
                  std::size_t width);

}  // namespace mentor::cli
