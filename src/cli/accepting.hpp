/// `--accept RULE=REASON`: an exception from a rule, accepted with the change that needs it.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "command.hpp"
#include "field_names.hpp"
#include "mentor/rules.hpp"
#include "record_builder.hpp"

namespace mentor::cli {

inline constexpr Option accept_option{"--accept",      "--исключение",           "", key("value.rule-and-reason"),
                                      Arity::repeated, key("help.option.accept")};

/// The field of records that `--accept` fills.
inline constexpr std::string_view accept_name = "accept";

/// The rules and the reasons that were typed. Throws `Refused` when a word has no rule, or one rule is typed twice.
inline std::vector<std::pair<std::string, std::string>> typed_exceptions(const Arguments& arguments) {
  std::vector<std::pair<std::string, std::string>> exceptions;
  for (const std::string& word : arguments.all(accept_option)) {
    const auto equals = word.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw Refused{Status::usage, say("accept.no-reason", typed_name(accept_option), word)};
    }
    std::string rule = word.substr(0, equals);
    const auto former = std::find_if(exceptions.begin(), exceptions.end(),
                                     [&](const auto& exception) { return exception.first == rule; });
    if (former != exceptions.end()) {
      throw refused_twice(former->first + '=' + former->second, word);
    }
    exceptions.emplace_back(std::move(rule), word.substr(equals + 1));
  }
  return exceptions;
}

/// Throws `Refused` when one of these words, typed as `accept.RULE=REASON` in either language, is about a rule of
/// `--accept` too.
inline void refuse_repeated_exceptions(const Arguments& arguments, const std::vector<std::string>& words) {
  for (const auto& exception : typed_exceptions(arguments)) {
    const std::string field = std::string{accept_name} + '.' + exception.first;
    for (const std::string& word : words) {
      if (field_name(word.substr(0, word.find('='))) == field) {
        throw Refused{Status::usage,
                      say("edit.twice", word, typed_label(accept_option, exception.first + '=' + exception.second))};
      }
    }
  }
}

/// Gives the record the exceptions that were typed. Throws `Refused` when its kind has none.
template <class Record>
void accept_typed(RecordBuilder<Record>& builder, const Arguments& arguments) {
  if constexpr (TakesExceptions<Record>) {
    for (const auto& [rule, reason] : typed_exceptions(arguments)) {
      builder.add_entry(accept_name, rule, reason);
    }
  } else if (arguments.has(accept_option)) {
    throw Refused{Status::usage, say("accept.not-here", typed_name(accept_option))};
  }
}

/// What to type if a command was refused by what may be accepted, and by nothing else. Nothing when the command takes
/// no exceptions.
inline std::optional<Message> how_to_accept(const Command& command, const std::vector<Finding>& findings) {
  const bool takes_exceptions = std::any_of(command.options.begin(), command.options.end(),
                                            [](const Option& option) { return option.name == accept_option.name; });
  std::vector<Rule> refusing;
  if (!takes_exceptions) {
    return std::nullopt;
  }
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::error) {
      continue;
    }
    if (!is_acceptable(finding.rule) || !finding.place.path.empty()) {
      return std::nullopt;
    }
    if (std::find(refusing.begin(), refusing.end(), finding.rule) == refusing.end()) {
      refusing.push_back(finding.rule);
    }
  }
  Label typed;
  for (const Rule rule : refusing) {
    const Label one = typed_label(accept_option, std::string{name_of(rule)} + "=\"…\"");
    typed = refusing.front() == rule ? one
                                     : Label{typed.in(Language::ru) + ' ' + one.in(Language::ru),
                                             typed.in(Language::en) + ' ' + one.in(Language::en)};
  }
  return refusing.empty() ? std::nullopt : std::optional{say("accept.hint", typed)};
}

}  // namespace mentor::cli
