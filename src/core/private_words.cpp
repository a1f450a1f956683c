#include "private_words.hpp"

#include <algorithm>

#include "look_alikes.hpp"
#include "mentor/utf8.hpp"

namespace mentor {

namespace {

bool is_letter(char32_t character) {
  return is_latin_letter(character) || is_cyrillic_letter(character) || (character >= U'0' && character <= U'9');
}

/// The small letter of a capital, and е for ё.
char32_t plain(char32_t letter) {
  constexpr char32_t between = 0x20;
  if ((letter >= U'A' && letter <= U'Z') || (letter >= U'А' && letter <= U'Я')) {
    return letter + between;
  }
  return letter == U'Ё' || letter == U'ё' ? U'е' : letter;
}

/// The characters of a text as they are compared.
std::u32string plain_letters(std::string_view text) {
  std::u32string letters;
  letters.reserve(text.size());
  while (!text.empty()) {
    const auto decoded = utf8::decode(text);
    letters.push_back(decoded ? plain(decoded->character) : U'\uFFFD');
    text.remove_prefix(decoded ? decoded->length : 1);
  }
  return letters;
}

}  // namespace

PrivateWords::PrivateWords(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    words_.push_back({word, plain_letters(word)});
  }
}

std::optional<std::string> PrivateWords::in(std::string_view text) const {
  const std::u32string letters = plain_letters(text);
  const std::u32string_view all = letters;
  for (std::size_t place = 0; place < all.size(); ++place) {
    if (place != 0 && is_letter(all[place - 1])) {
      continue;
    }
    const auto found = std::find_if(words_.begin(), words_.end(), [&](const Word& word) {
      return !word.letters.empty() && word.letters.front() == all[place] && all.substr(place).starts_with(word.letters);
    });
    if (found != words_.end()) {
      return found->written;
    }
  }
  return std::nullopt;
}

}  // namespace mentor
