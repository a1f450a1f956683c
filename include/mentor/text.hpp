/// Texts: their lines, and what the core needs of human languages, handed in as functions since it knows no locale.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

/// Two texts that a person would call the same have the same folding: case and ё/е do not count, dashes are one,
/// blanks are single.
using Fold = std::function<std::string(std::string_view)>;

/// Whether the first text stands before the second in the alphabet of the reader.
using Before = std::function<bool(std::string_view, std::string_view)>;

/// The lines of a text, without their line feeds. A last line without one counts; an empty text has none.
std::vector<std::string_view> lines_of(std::string_view text);

/// The parts of a text between its commas; one part when there is none.
std::vector<std::string> split_at_commas(std::string_view text);

}  // namespace mentor
