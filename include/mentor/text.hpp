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

/// A key of a text: the order of the keys, byte by byte, is that of the texts in the alphabet of the reader. It costs
/// more than a comparison, so whoever sorts makes each key once.
using SortKey = std::function<std::string(std::string_view)>;

/// The lines of a text, without their line feeds. A last line without one counts; an empty text has none.
std::vector<std::string_view> lines_of(std::string_view text);

/// The text with LF line ends. A CR at its end is that of a CRLF that was cut off, and goes.
std::string with_line_feeds(std::string_view text);

/// The parts of a text between its commas; one part when there is none.
std::vector<std::string> split_at_commas(std::string_view text);

}  // namespace mentor
