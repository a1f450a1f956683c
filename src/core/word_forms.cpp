#include "mentor/word_forms.hpp"

#include <algorithm>
#include <array>

#include "mentor/utf8.hpp"
#include "word_stems.hpp"

namespace mentor {

namespace {

/// The endings of Russian nouns and adjectives in all cases, singular and plural, as school grammars list them, and the
/// plural of English nouns. Left out are endings of verbs and participles, short adjectives, diminutives, and vowels
/// that come and go (день – дня).
constexpr std::array<std::string_view, 48> endings = {
    "",   "а",  "е",  "и",  "о",  "у",  "ы",   "ь",   "э",   "ю",   "я",   "й",   "ов",  "ев",  "ей", "ам",
    "ям", "ах", "ях", "ом", "ем", "ою", "ия",  "ии",  "ий",  "ие",  "ию",  "ый",  "ой",  "ая",  "яя", "ые",
    "ое", "ым", "им", "ых", "их", "ую", "ами", "ями", "его", "ого", "ому", "ему", "ыми", "ими", "s",  "es"};

bool is_ending(std::string_view text) { return std::find(endings.begin(), endings.end(), text) != endings.end(); }

/// How many bytes both texts begin with alike; whole characters.
std::size_t common_start(std::string_view one, std::string_view other) {
  const auto differ = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  auto length = static_cast<std::size_t>(differ.first - one.begin());
  const auto is_inside = [&](std::string_view text) { return length < text.size() && utf8::continues(text[length]); };
  while (length > 0 && (is_inside(one) || is_inside(other))) {
    --length;
  }
  return length;
}

}  // namespace

bool are_forms_of_one(std::string_view word, std::string_view other, std::size_t fewest) {
  const std::size_t common = common_start(word, other);
  return utf8::length(word.substr(0, common)) >= fewest && is_ending(word.substr(common)) &&
         is_ending(other.substr(common));
}

bool names_in_other_forms(std::string_view text, std::string_view name) {
  bool has_words = false;
  bool are_all = true;
  for_each_word(text, [&](std::string_view word) {
    bool is_there = false;
    for_each_word(name, [&](std::string_view other) { is_there = is_there || are_forms_of_one(word, other); });
    has_words = true;
    are_all = are_all && is_there;
  });
  return has_words && are_all;
}

}  // namespace mentor
