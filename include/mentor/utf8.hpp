/// The little of UTF-8 that the core needs, without a locale or a library.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mentor::utf8 {

/// What Windows puts before a text in UTF-8. It is no part of the text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// One decoded character and the number of bytes (1 to 4) it took.
struct Decoded {
  char32_t character;
  std::size_t length;
};

/// Whether a byte continues a character that an earlier byte began.
constexpr bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Whether a byte begins a character from U+00C0 to U+05FF, except U+0340 to U+037F. Nearly all of these are letters,
/// Cyrillic among them. If another byte continues it, the two bytes are one character, and this character is not
/// steering.
constexpr bool begins_two_byte_letter(char byte) {
  constexpr unsigned char of_a_joiner = 0xCD;  // U+034F
  const auto lead = static_cast<unsigned char>(byte);
  return lead >= 0xC3 && lead <= 0xD7 && lead != of_a_joiner;
}

/// What `decode` gives, for any character.
std::optional<Decoded> decode_any(std::string_view text);

/// The character at the start of `text`. Nothing when `text` is empty or does not begin with well-formed UTF-8. An
/// overlong form, a surrogate and anything above U+10FFFF are not well-formed. Nearly every character has one byte or
/// two: those are decoded here, where the compiler can see it.
inline std::optional<Decoded> decode(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.empty() ? '\0' : text.front());
  if (lead < 0x80 && !text.empty()) {
    return Decoded{lead, 1};
  }
  if (lead >= 0xC2 && lead <= 0xDF && text.size() > 1 && continues(text[1])) {
    return Decoded{((lead & 0x1FU) << 6U) | (static_cast<unsigned char>(text[1]) & 0x3FU), 2};
  }
  return decode_any(text);
}

/// The offset of the first byte that is not well-formed UTF-8, or nothing when all of `text` is.
std::optional<std::size_t> first_invalid(std::string_view text);

/// Whether all of `text` is well-formed UTF-8 without a steering character.
bool is_plain(std::string_view text);

/// Whether `text` has only printable ASCII except `:` and `#`, and letters of two bytes. Such a text is plain, and one
/// line. Nearly all texts are so, and this test looks at sixteen bytes at once.
bool is_usual_line(std::string_view text);

/// The number of characters in `text`. A malformed byte counts as one.
std::size_t length(std::string_view text);

/// Whether a character leaves no mark: a blank of any width, or a steering character.
bool is_blank(char32_t character);

/// Whether a character is not shown, but steers how other text is shown or does nothing: controls, joiners, marks of
/// direction, fillers, variation selectors, tags, non-characters. A blank does not steer, since it is shown as a gap.
/// Terminals never get a steering character raw, and records hold it only escaped.
bool is_steering(char32_t character);

/// Appends `character`, which must be a Unicode scalar value.
void append(std::string& text, char32_t character);

}  // namespace mentor::utf8
