/// UTF-8 by hand: the little that the core needs without a locale or a library.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mentor::utf8 {

/// One decoded character and the number of bytes (1 to 4) it took.
struct Decoded {
  char32_t character;
  std::size_t length;
};

/// Whether a byte goes on with a character that another byte began.
constexpr bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Whether a byte begins one of U+00C0 to U+05FF, nearly all of them letters, those of Cyrillic among them, but none of
/// U+0340 to U+037F. When another byte continues it, the two are one character, and one that is not steering.
constexpr bool begins_two_byte_letter(char byte) {
  constexpr unsigned char of_a_joiner = 0xCD;  // U+034F
  const auto lead = static_cast<unsigned char>(byte);
  return lead >= 0xC3 && lead <= 0xD7 && lead != of_a_joiner;
}

/// The character at the start of `text`; nothing when `text` is empty or does not begin with well-formed UTF-8
/// (an overlong form, a surrogate and anything above U+10FFFF are not well-formed).
std::optional<Decoded> decode(std::string_view text);

/// The offset of the first byte that is not well-formed UTF-8, or nothing when all of `text` is.
std::optional<std::size_t> first_invalid(std::string_view text);

/// Whether all of `text` is well-formed UTF-8 and no character of it is steering.
bool is_plain(std::string_view text);

/// The number of characters in `text`; a malformed byte counts as one.
std::size_t length(std::string_view text);

/// Whether a character leaves no mark: blanks of every width, and what is steering.
bool is_blank(char32_t character);

/// Whether a character does something to what shows it, or nothing at all, instead of being shown: controls, joiners,
/// marks of direction, fillers, variation selectors, tags, what is no character. A blank is shown, as the gap that it
/// is. Terminals never get a steering one raw, and records hold it only escaped.
bool is_steering(char32_t character);

/// Appends `character`, which must be a Unicode scalar value.
void append(std::string& text, char32_t character);

}  // namespace mentor::utf8
