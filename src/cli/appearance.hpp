/// How answers look: their language, colours and width. All of it must be known before the command line is parsed.
#pragma once

#include <cstddef>

#include "command.hpp"
#include "world.hpp"

namespace mentor::cli {

/// Whether the terminal can only print text, as the window of an editor does.
bool has_dumb_terminals(const World& world);

/// The width to which text for people is wrapped: that of the terminal, but at most 100 columns; 80 without a terminal.
std::size_t page_width(const World& world);

/// Whether a stream has colour. `--color` decides; without it, a terminal that can show colour has it, unless NO_COLOR
/// is set.
bool uses_color(const World& world, const Arguments& arguments, bool terminal);

/// The language of messages, before anything else is known: that of `--lang` if it names one, else that of the locale.
Language message_language(const World& world, const Arguments& arguments);

}  // namespace mentor::cli
