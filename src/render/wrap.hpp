/// Breaks messages at blanks, so that a terminal need not break their words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mentor::render {

/// The text with no line wider than `width`, unless a word alone is. Lines that go on begin with the blanks that the
/// broken line began with. Escape sequences for colors have no width.
std::string wrapped_lines(std::string_view text, std::size_t width);

}  // namespace mentor::render
