/// The parts of manual pages that are made from tables: commands, options, fields, settings, rules. Each part is text
/// in roff. Each function throws `std::logic_error` when something has no text in the language.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "cli/command.hpp"
#include "language/words.hpp"
#include "mentor/rules.hpp"

namespace mentor::cli {

/// What the hand-written part of a page says about options: lines of roff, by the name of the option.
using OptionProse = std::map<std::string, std::string, std::less<>>;

/// The text of a key. The catalogs of both languages must have it.
std::string text_of(const language::Words& words, std::string_view key);
/// The sentence of an option, with its choices.
std::string help_of(const language::Words& words, const Option& option);

/// An entry for each option: its names, its sentence, and what a person wrote about it for this page.
std::string options_listing(std::span<const Option> options, const language::Words& words, const OptionProse& prose);
/// How a command is typed, with all its options.
std::string synopsis_of(const Command& command, const language::Words& words);
/// An entry for a rule: how bad a finding is, what must hold, what to do, what the rule is based on, and its messages.
std::string rule_listing(const RuleRow& rule, const language::Words& words);

/// Throws `std::logic_error` when something that a table names has no text in one of the languages: a report, a kind, a
/// field, a word of an enumeration.
void require_texts();

/// The listing for which a page has a line `.\" @NAME`. Throws `std::logic_error` when there is no such listing.
std::string listing(std::string_view name, const language::Words& words);

}  // namespace mentor::cli
