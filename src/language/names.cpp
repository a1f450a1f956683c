#include "names.hpp"

#include <algorithm>

#include "mentor/utf8.hpp"

namespace mentor::language {

namespace {

constexpr std::string_view between_names = " / ";
constexpr std::string_view between_pairs = ", ";

bool is_small(char32_t letter) { return (letter >= U'a' && letter <= U'z') || (letter >= U'а' && letter <= U'џ'); }

/// The small letter of a capital one of ASCII or Cyrillic. Any other character is given back.
char32_t small_of(char32_t letter) {
  constexpr char32_t to_next_row = 0x20;
  constexpr char32_t to_small_of_first = 0x50;  // Ё and its neighbours, U+0400 to U+040F
  const bool is_usual = (letter >= U'A' && letter <= U'Z') || (letter >= U'А' && letter <= U'Я');
  const bool is_of_first = letter >= U'Ѐ' && letter <= U'Џ';
  return is_usual ? letter + to_next_row : is_of_first ? letter + to_small_of_first : letter;
}

/// Whether a mark belongs to the letter before it.
bool is_combining(char32_t character) { return character >= 0x0300 && character <= 0x036F; }

/// The first letter of a word, with its marks, and a point.
std::string initial(std::string_view word) {
  std::size_t length = 0;
  while (const auto next = utf8::decode(word.substr(length))) {
    if (length > 0 && !is_combining(next->character)) {
      break;
    }
    length += next->length;
  }
  return std::string{word.substr(0, length)}.append(".");
}

/// The initials of a word: «А.-М.» of «Анна-Мария».
std::string initials(std::string_view word) {
  const auto first = utf8::decode(word);
  if (!first || is_small(first->character) || word.find('.') != std::string_view::npos) {
    return std::string{word};
  }
  std::string result;
  while (!word.empty()) {
    const std::size_t end = std::min(word.find('-'), word.size());
    result.append(result.empty() ? "" : "-").append(initial(word.substr(0, end)));
    word.remove_prefix(std::min(end + 1, word.size()));
  }
  return result;
}

std::string short_name(std::string_view name) {
  std::string result;
  bool has_surname = false;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    const std::string_view word = name.substr(0, end);
    if (!word.empty()) {
      const auto first = utf8::decode(word);
      result.append(result.empty() ? "" : " ").append(has_surname ? initials(word) : std::string{word});
      has_surname = has_surname || !first || !is_small(first->character);
    }
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return result;
}

/// The words of a name up to the surname: it may have small ones before it.
std::string surname(std::string_view name) {
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    const auto first = utf8::decode(name.substr(begin));
    if (!first || !is_small(first->character)) {
      return std::string{name.substr(0, end)};
    }
    begin = end + 1;
  }
  return std::string{name};
}

/// The names with each of them shortened; the signs between them stay.
template <class Shorten>
std::string each_shortened(std::string_view names, Shorten shorten) {
  std::string result;
  while (true) {
    const std::size_t slash = std::min(names.find(between_names), names.size());
    const std::size_t comma = std::min(names.find(between_pairs), names.size());
    const std::size_t end = std::min(slash, comma);
    result.append(shorten(names.substr(0, end)));
    if (end == names.size()) {
      return result;
    }
    const std::string_view sign = end == slash ? between_names : between_pairs;
    result.append(sign);
    names.remove_prefix(end + sign.size());
  }
}

}  // namespace

std::string short_names(std::string_view names) { return each_shortened(names, short_name); }

std::string surnames(std::string_view names) { return each_shortened(names, surname); }

std::string uncapitalized(std::string_view text) {
  const auto first = utf8::decode(text);
  const auto second = first ? utf8::decode(text.substr(first->length)) : std::nullopt;
  const bool is_abbreviation = second && small_of(second->character) != second->character;  // «ФИО»
  if (!first || is_abbreviation) {
    return std::string{text};
  }
  std::string result;
  utf8::append(result, small_of(first->character));
  return result.append(text.substr(first->length));
}

}  // namespace mentor::language
