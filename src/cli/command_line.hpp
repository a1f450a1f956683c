/// From what was typed to a command and its arguments. CLI11 stays behind this header.
#pragma once

#include <span>
#include <string>

#include "command.hpp"

namespace mentor::cli {

struct Typed {
  const Command* command = nullptr;  // null: none was named
  Arguments arguments;
};

/// Throws `Refused` (usage), with a "did you mean" where something near exists. With `--help` or `--version` among the
/// arguments nothing else needs to be right.
Typed parse_command_line(std::span<const std::string> words);

}  // namespace mentor::cli
