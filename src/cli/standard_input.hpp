/// Reads standard input where a person typed `-`.
#pragma once

#include <string>
#include <vector>

#include "session.hpp"

namespace mentor::cli {

/// All of standard input, with LF line ends and without the byte-order mark that Windows puts before a text. Throws
/// `SystemError` when it cannot be read, or is longer than the bound.
std::string standard_input(const Session& session);

/// The values of a repeated argument. `-` stands for the lines of standard input. Throws `Refused` when `-` is not the
/// only value.
std::vector<std::string> with_standard_input(const Session& session, const std::vector<std::string>& values);

}  // namespace mentor::cli
