/// The parts of manual pages that are made from tables: commands, options, fields, settings, rules, reports. Each gives
/// text in the language of roff, and throws `std::logic_error` when something has no text in the language.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "cli/command.hpp"
#include "language/words.hpp"
#include "mentor/rules.hpp"

namespace mentor::cli {

/// What the hand-written part of a page says of options, by their names: lines of roff.
using OptionProse = std::map<std::string, std::string, std::less<>>;

/// The text of a key, which the catalogs of both languages must have.
std::string text_of(const language::Words& words, std::string_view key);
/// The sentence of an option, with its choices.
std::string help_of(const language::Words& words, const Option& option);

/// An entry for each option: its names, its sentence, and what the page adds by hand.
std::string options_listing(std::span<const Option> options, const language::Words& words, const OptionProse& prose);
/// How a command is typed, with all its options.
std::string synopsis_of(const Command& command, const language::Words& words);
/// An entry for a rule: how bad a finding is, what holds, what to do, on what the rule stands, what it says.
std::string rule_listing(const RuleRow& rule, const language::Words& words);

/// The listing that a page asks for by the line `.\" @NAME`. Throws `std::logic_error` when there is no such one.
std::string listing(std::string_view name, const language::Words& words);

}  // namespace mentor::cli
