/// How answers look: their language, colours and width. All of it must be known before the command line is parsed.
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string_view>

#include "command.hpp"
#include "world.hpp"

namespace mentor::cli {

/// Whether the terminal can only print text, as the window of an editor does.
bool has_dumb_terminals(const World& world);

/// The width to which text for people is wrapped: that of the terminal, but at most 100 columns; 80 without a terminal.
std::size_t page_width(const World& world);

/// Writes messages, whose lines are broken at blanks where a terminal of this width would break their words. Without a
/// width they are written as they are.
void write_messages(std::ostream& out, std::optional<std::size_t> width, std::string_view text);

/// Whether a stream has colour. `--color` decides; without it, a terminal that can show colour has it, unless NO_COLOR
/// is set.
bool uses_color(const World& world, const Arguments& arguments, bool terminal);

/// The language of messages that `--lang` or else the locale names. Nothing where neither does, as in cron: then it is
/// that of the program.
std::optional<Language> named_language(const World& world, const Arguments& arguments);

/// The language of the program, which is read for it; English when there is none. `directory` is what `-C` says.
Language language_of_program(const World& world, const std::optional<std::string>& directory);

/// The language of messages: the named one, else that of the program.
Language message_language(const World& world, const Arguments& arguments);

}  // namespace mentor::cli
