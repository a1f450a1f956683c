/// Words of which a command takes none: what they were meant for.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"
#include "status.hpp"

namespace mentor::cli {

/// The option of this name in the words of either language.
Label label_of_option(std::string_view name, const Command* command);

/// Refuses a word too many. Where the words say of themselves what they are, shows the line to type; where the command
/// still needs a name, the word is likely one.
Refused refused_extra(const std::vector<std::string>& extras, const Command& command,
                      std::span<const std::string> words);

}  // namespace mentor::cli
