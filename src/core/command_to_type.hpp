/// Commands that reports and figures tell people to type, in the words of either language.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include "mentor/cell.hpp"
#include "mentor/label.hpp"

namespace mentor {

/// A value in a command: an id, and what people type in its place in either language.
struct WordToType {
  WordToType(std::string value)  // NOLINT(google-explicit-constructor): a word that is typed as it is
      : id(std::move(value)), typed(id, id) {}
  WordToType(std::string value, Label typed_for_it) : id(std::move(value)), typed(std::move(typed_for_it)) {}

  std::string id;
  Label typed;
};

/// The command with these values in the places of `{}`, in their order. Machines get it in English and with ids. The
/// core does not know the tables of commands and options: `commands_told_test` holds that every command in the code is
/// in them.
inline Labelled command_to_type(FixedLabel command, std::initializer_list<WordToType> values) {
  const auto with = [&](Language language, auto word_of) {
    std::string text{command.in(language)};
    std::size_t place = 0;
    for (const WordToType& value : values) {
      const std::string& word = word_of(value);
      place = text.find("{}", place);
      text.replace(place, 2, word);
      place += word.size();
    }
    return text;
  };
  const auto typed_in = [&](Language language) {
    return with(language, [&](const WordToType& value) -> const std::string& { return value.typed.in(language); });
  };
  return {with(Language::en, [](const WordToType& value) -> const std::string& { return value.id; }),
          {typed_in(Language::ru), typed_in(Language::en)}};
}

}  // namespace mentor
