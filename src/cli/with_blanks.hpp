/// Words as one text.
#pragma once

#include <span>
#include <string>

namespace mentor::cli {

/// The words with a blank between each two.
inline std::string with_blanks_between(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) {
    text.append(text.empty() ? "" : " ").append(word);
  }
  return text;
}

}  // namespace mentor::cli
