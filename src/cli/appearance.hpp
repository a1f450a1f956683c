/// How answers look: their language, colours and width, before anything else of the command line is understood.
#pragma once

#include <cstddef>

#include "command.hpp"
#include "world.hpp"

namespace mentor::cli {

/// Whether the terminals can do nothing but print: so is the window of an editor, say.
bool has_dumb_terminals(const World& world);

/// In how many columns text for people is wrapped: those of the terminal, up to 100, or 80 where there is none.
std::size_t page_width(const World& world);

/// Whether there is colour on a stream: as `--color` says, else on a terminal that can show it, unless NO_COLOR is set.
bool uses_color(const World& world, const Arguments& arguments, bool terminal);

/// The language that messages are in, before anything else is known: `--lang` when it is right, else the locale.
Language message_language(const World& world, const Arguments& arguments);

}  // namespace mentor::cli
