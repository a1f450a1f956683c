/// Commands that reports and figures tell people to type, in the words of either language.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "mentor/cell.hpp"
#include "mentor/label.hpp"

namespace mentor {

/// The command with these values in the places of `{}`, in their order. Machines get it in English. The core does not
/// know the tables of commands and options: `commands_told_test` holds that every command in the code is in them.
inline Labelled command_to_type(FixedLabel command, std::initializer_list<std::string_view> values) {
  const auto in = [&](Language language) {
    std::string text{command.in(language)};
    std::size_t place = 0;
    for (const std::string_view value : values) {
      place = text.find("{}", place);
      text.replace(place, 2, value);
      place += value.size();
    }
    return text;
  };
  Label both{in(Language::ru), in(Language::en)};
  return {both.in(Language::en), both};
}

}  // namespace mentor
