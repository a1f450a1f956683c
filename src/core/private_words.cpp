#include "mentor/private_words.hpp"

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

/// Whether the text begins with these letters.
bool begins_with(std::string_view text, std::u32string_view letters) {
  for (const char32_t letter : letters) {
    const auto decoded = utf8::decode(text);
    if (!decoded || plain(decoded->character) != letter) {
      return false;
    }
    text.remove_prefix(decoded->length);
  }
  return !letters.empty();
}

/// A character of a text: ASCII and Cyrillic ones are told apart, any other is 0.
struct Character {
  std::size_t code;
  std::size_t length;
};

Character character_at(std::string_view text) {
  constexpr unsigned char first_of_two = 0xC0;
  constexpr unsigned char first_cyrillic = 0xD0;
  constexpr unsigned char last_cyrillic = 0xD3;
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < first_of_two) {
    return {lead, 1};
  }
  if (lead >= first_cyrillic && lead <= last_cyrillic && text.size() > 1) {
    const auto second = static_cast<unsigned char>(text[1]);
    return {((lead & 0x1FU) << 6U) | (second & 0x3FU), 2};
  }
  const auto decoded = utf8::decode(text);
  return {0, decoded ? decoded->length : 1};
}

}  // namespace

PrivateWords::PrivateWords(const std::vector<std::string>& words) {
  std::u32string first_letters;
  for (const std::string& word : words) {
    words_.push_back({word, plain_letters(word)});
    first_letters += words_.back().letters.substr(0, 1);
  }
  constexpr char32_t first_cyrillic = U'\u0400';
  for (char32_t code = 0; code < parts_.size(); ++code) {
    if (first_letters.find(plain(code)) != std::u32string::npos) {
      parts_[code] = Part::beginning;
    } else if (code >= first_cyrillic || is_letter(plain(code))) {
      parts_[code] = Part::letter;
    }
  }
}

std::optional<std::string> PrivateWords::in(std::string_view text) const {
  bool is_in_word = false;
  while (!text.empty()) {
    const auto [code, length] = character_at(text);
    const Part part = parts_[code];
    if (part == Part::beginning && !is_in_word) {
      const char32_t first = plain(static_cast<char32_t>(code));
      const auto found = std::find_if(words_.begin(), words_.end(), [&](const Word& word) {
        return word.letters.starts_with(first) && begins_with(text, word.letters);
      });
      if (found != words_.end()) {
        return found->written;
      }
    }
    is_in_word = part != Part::none;
    text.remove_prefix(length);
  }
  return std::nullopt;
}

}  // namespace mentor
