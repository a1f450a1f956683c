/// What is read from standard input where somebody has typed `-`.
#pragma once

#include <string>
#include <vector>

#include "session.hpp"

namespace mentor::cli {

/// All of standard input, with LF line ends. Throws `SystemError` when it cannot be read or does not end within bounds.
std::string standard_input(const Session& session);

/// The values of a repeated argument; `-` stands for the lines of standard input. Throws `Refused` when others stand
/// beside it.
std::vector<std::string> with_standard_input(const Session& session, const std::vector<std::string>& values);

}  // namespace mentor::cli
