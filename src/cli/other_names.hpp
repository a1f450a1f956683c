/// Words that people know from other programs, and what mentor calls the same thing.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "mentor/label.hpp"
#include "mentor/message.hpp"

namespace mentor::cli {

/// What people may type for this command, which must be one, in either language.
Label typed_command(std::string_view name);

/// What to type for a command of another program, as a hint. Nothing for a word that is not known.
std::optional<Message> hint_for_command(std::string_view word);

/// The option that people mean by an option of another program, if it is one of `options`: `--on` for `--date`.
std::optional<std::string> option_meant(std::string_view word, std::span<const std::string> options);

}  // namespace mentor::cli
