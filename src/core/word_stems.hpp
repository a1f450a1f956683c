/// The words of a text, and what is the same in all forms of a word.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/utf8.hpp"

namespace mentor {

/// Whether the character is a letter: Latin, Cyrillic or another; no sign, quote or dash.
bool is_letter_of_words(char32_t character);

/// Calls `visit` with each word of a text: its letters, without signs.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  std::size_t begin = 0;
  std::size_t at = 0;
  const auto finish = [&] {
    if (at > begin) {
      visit(text.substr(begin, at - begin));
    }
  };
  while (at < text.size()) {
    const auto decoded = utf8::decode(text.substr(at));
    const std::size_t length = decoded ? decoded->length : 1;
    if (!decoded || !is_letter_of_words(decoded->character)) {
      finish();
      begin = at + length;
    }
    at += length;
  }
  finish();
}

/// The text between the signs, in parts that are not empty.
inline std::vector<std::string_view> parts_between(std::string_view text, std::string_view signs) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(signs), text.size());
    if (end != 0) {
      parts.push_back(text.substr(0, end));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// A folded word without its ending: «семенова» and «семеновой» are both «семенов».
std::string stem_of_word(std::string_view word);

}  // namespace mentor
