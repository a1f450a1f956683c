/// Letters of the Latin and of the Cyrillic alphabet that look alike: A and А, c and с.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace mentor {

constexpr bool is_latin_letter(char32_t letter) {
  return (letter >= U'A' && letter <= U'Z') || (letter >= U'a' && letter <= U'z') ||
         (letter >= U'\u00C0' && letter <= U'\u024F' && letter != U'\u00D7' && letter != U'\u00F7');
}
constexpr bool is_cyrillic_letter(char32_t letter) { return letter >= U'\u0400' && letter <= U'\u052F'; }

/// The Cyrillic letter for which people may take a small Latin letter or its capital. Any other character is given
/// back.
constexpr char32_t as_cyrillic(char32_t small) {
  constexpr std::array<std::pair<char32_t, char32_t>, 12> alike = {{{U'a', U'а'},
                                                                    {U'b', U'в'},
                                                                    {U'c', U'с'},
                                                                    {U'e', U'е'},
                                                                    {U'h', U'н'},
                                                                    {U'k', U'к'},
                                                                    {U'm', U'м'},
                                                                    {U'o', U'о'},
                                                                    {U'p', U'р'},
                                                                    {U't', U'т'},
                                                                    {U'x', U'х'},
                                                                    {U'y', U'у'}}};
  if (small > U'z') {
    return small;  // as nearly every letter here
  }
  for (const auto& [latin, cyrillic] : alike) {
    if (small == latin) {
      return cyrillic;
    }
  }
  return small;
}

}  // namespace mentor
