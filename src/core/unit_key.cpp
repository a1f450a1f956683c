#include "mentor/unit_key.hpp"

#include <utility>

#include "look_alikes.hpp"
#include "mentor/utf8.hpp"

namespace mentor {

std::string unit_key(std::string_view unit, const Fold& fold) {
  const std::string folded = fold(unit);
  std::string key;
  for (std::string_view rest = folded; !rest.empty();) {
    const auto decoded = utf8::decode(rest);
    if (decoded && decoded->character != U' ') {
      utf8::append(key, as_cyrillic(decoded->character));
    }
    rest.remove_prefix(decoded ? decoded->length : 1);
  }
  return key;
}

std::optional<std::string> class_in_cyrillic(std::string_view unit) {
  constexpr char32_t to_capital = U'А' - U'а';
  std::string cyrillic;
  bool has_letters = false;
  for (const char byte : unit) {
    const bool is_capital = byte >= 'A' && byte <= 'Z';
    const auto small = static_cast<char32_t>(is_capital ? byte - 'A' + 'a' : byte);
    const bool is_letter = small >= U'a' && small <= U'z';
    const char32_t letter = as_cyrillic(small);
    const bool is_sign = (byte >= '0' && byte <= '9') || byte == ' ' || byte == '-';
    if ((is_letter && letter == small) || (!is_letter && !is_sign)) {
      return std::nullopt;
    }
    has_letters = has_letters || is_letter;
    utf8::append(cyrillic, is_capital ? letter + to_capital : letter);
  }
  const bool has_grade = !unit.empty() && unit.front() >= '0' && unit.front() <= '9';
  return has_grade && has_letters ? std::optional{std::move(cyrillic)} : std::nullopt;
}

std::optional<std::string> class_with_be(std::string_view unit) {
  auto cyrillic = class_in_cyrillic(unit);
  bool has_b = false;
  for (const auto& [ve, be] : {std::pair{"в", "б"}, std::pair{"В", "Б"}}) {
    const std::string_view looks_like{ve};
    for (auto place = cyrillic ? cyrillic->find(looks_like) : std::string::npos; place != std::string::npos;
         place = cyrillic->find(looks_like, place)) {
      cyrillic->replace(place, looks_like.size(), be);
      has_b = true;
    }
  }
  return has_b ? cyrillic : std::nullopt;
}

}  // namespace mentor
