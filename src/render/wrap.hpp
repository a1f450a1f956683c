/// Breaks texts at blanks, so that a terminal need not break their words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mentor::render {

/// Where the stretch of a text ends that begins at `begin` and stands on one line: the next blank or line feed at which
/// a line may end, or the end of the text. What belongs together stays so: a number and the word behind it (`2026 г.`,
/// `1,5 ч`, `5 ноября`), «№» and its number, a telephone, the initials of a name, and a quoted word of a command.
std::size_t end_of_stretch(std::string_view text, std::size_t begin);

/// The text with no line wider than `width`, unless a word alone is. Lines that go on begin with the blanks that the
/// broken line began with. A command on a line of its own, four blanks from the margin, is not broken. Escape sequences
/// for colors have no width.
std::string wrapped_lines(std::string_view text, std::size_t width);

}  // namespace mentor::render
