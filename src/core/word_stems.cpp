#include "word_stems.hpp"

#include <algorithm>
#include <array>

#include "look_alikes.hpp"

namespace mentor {

bool is_letter_of_words(char32_t character) {
  constexpr char32_t first_sign = 0x2000;  // quotes, dashes, symbols
  constexpr char32_t last_sign = 0x2BFF;
  return is_latin_letter(character) || is_cyrillic_letter(character) ||
         (character > U'\u024F' && (character < first_sign || character > last_sign));
}

std::string stem_of_word(std::string_view word) {
  constexpr std::size_t fewest = 4;  // letters of a word that has an ending to lose
  constexpr std::array<std::string_view, 6> of_adjectives = {"ий", "ый", "ой", "ая", "яя", "ие"};
  constexpr std::array<std::string_view, 11> of_nouns = {"а", "е", "и", "о", "у", "ы", "ь", "э", "ю", "я", "й"};
  const auto without = [&](const auto& endings) {
    const auto found =
        std::find_if(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
    word.remove_suffix(found == endings.end() ? 0 : found->size());
    return found != endings.end();
  };
  const std::size_t letters = utf8::length(word);
  if (letters >= fewest + 2 && without(of_adjectives)) {
    return std::string{word};
  }
  if (letters >= fewest) {
    without(of_nouns);
  }
  return std::string{word};
}

}  // namespace mentor
