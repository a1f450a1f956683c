/// Words of a command line, written so that people can type them again.
#pragma once

#include <string>
#include <string_view>

namespace mentor {

/// The word, written so that a shell reads exactly it: as it is, or in single quotes.
inline std::string shell_word(std::string_view word) {
  constexpr std::string_view special = " \t\n\r\"\\'`$&|;<>()*?[]#~!{}";
  if (!word.empty() && word.find_first_of(special) == std::string_view::npos) {
    return std::string{word};
  }
  std::string quoted = "'";
  for (const char byte : word) {
    quoted += byte == '\'' ? std::string{"'\\''"} : std::string{byte};
  }
  return quoted + '\'';
}

}  // namespace mentor
