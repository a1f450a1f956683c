#include "mentor/private_words.hpp"

#include <algorithm>

#include "look_alikes.hpp"
#include "mentor/utf8.hpp"

namespace mentor {

namespace {

constexpr bool is_letter(char32_t character) {
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

/// Whether a byte belongs to a word: to an ASCII or Cyrillic letter, or to a digit.
constexpr std::array<bool, 256> bytes_of_words() {
  std::array<bool, 256> in_words{};
  for (std::size_t byte = 0; byte < in_words.size(); ++byte) {
    const auto letter = static_cast<char32_t>(byte);
    in_words[byte] = byte < 0x80 ? is_letter(letter) : byte < 0xC0 || (byte >= 0xD0 && byte <= 0xD3);
  }
  return in_words;
}

}  // namespace

std::size_t PrivateWords::next_word(std::string_view text, std::size_t place) const {
  const auto is_in_word = [&](std::size_t at) { return in_words_[static_cast<unsigned char>(text[at])]; };
  while (place < text.size() && is_in_word(place)) {
    ++place;
  }
  while (place < text.size() && !is_in_word(place)) {
    const auto decoded = utf8::decode(text.substr(place));
    place += decoded ? decoded->length : 1;
  }
  return place;
}

PrivateWords::PrivateWords(const std::vector<std::string>& words) : in_words_(bytes_of_words()) {
  constexpr char32_t first_beyond_ascii = 0x80;
  for (const std::string& word : words) {
    if (std::u32string letters = plain_letters(word); !letters.empty()) {
      const char32_t first = letters.front();
      if (first < first_beyond_ascii) {
        in_words_[first] = true;  // a word of the model may begin with a sign: `+7`
      }
      beginning_with(first).push_back({word, std::move(letters)});
    }
  }
}

PrivateWords::Words& PrivateWords::beginning_with(char32_t letter) {
  const auto there = std::find_if(lists_.begin(), lists_.end(),
                                  [letter](const Words& words) { return words.front().letters.front() == letter; });
  if (there != lists_.end()) {
    return *there;
  }
  lists_.emplace_back();
  for (char32_t code = 0; code < numbers_.size(); ++code) {
    numbers_[code] = plain(code) == letter ? static_cast<std::uint16_t>(lists_.size()) : numbers_[code];
  }
  return lists_.back();
}

const PrivateWords::Word* PrivateWords::at_start_of(std::string_view text) const {
  const auto first = utf8::decode(text);
  if (!first || first->character >= numbers_.size() || numbers_[first->character] == 0) {
    return nullptr;
  }
  const Words& words = lists_[numbers_[first->character] - 1U];
  const auto found =
      std::find_if(words.begin(), words.end(), [text](const Word& word) { return begins_with(text, word.letters); });
  return found == words.end() ? nullptr : &*found;
}

std::optional<std::string> PrivateWords::in(std::string_view text) const {
  for (std::size_t place = 0; place < text.size(); place = next_word(text, place)) {
    if (const Word* word = at_start_of(text.substr(place))) {
      return word->written;
    }
  }
  return std::nullopt;
}

}  // namespace mentor
