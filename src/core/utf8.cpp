#include "mentor/utf8.hpp"

#include <algorithm>
#include <array>

#include "mentor/byte_block.hpp"

namespace mentor::utf8 {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

/// Characters that are not shown. Unicode calls them Default_Ignorable_Code_Point, or a control, a format, a line or
/// paragraph separator, or no character. U+2800 is here, too, a symbol that is drawn as nothing. The tests compare the
/// table with ICU. The last two code points of every plane are no characters either, but they are not in the table.
constexpr std::array unseen = std::to_array<Range>({
    {0x00, 0x1F},       {0x7F, 0x9F},       {0xAD, 0xAD},       {0x34F, 0x34F},     {0x600, 0x605},
    {0x61C, 0x61C},     {0x6DD, 0x6DD},     {0x70F, 0x70F},     {0x890, 0x891},     {0x8E2, 0x8E2},
    {0x115F, 0x1160},   {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E},
    {0x2060, 0x206F},   {0x2800, 0x2800},   {0x3164, 0x3164},   {0xFDD0, 0xFDEF},   {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},   {0x110BD, 0x110BD}, {0x110CD, 0x110CD},
    {0x13430, 0x1343F}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
});

/// The blanks that Unicode calls word separators.
constexpr std::array blanks = std::to_array<Range>({
    {0x20, 0x20},
    {0xA0, 0xA0},
    {0x1680, 0x1680},
    {0x2000, 0x200A},
    {0x202F, 0x202F},
    {0x205F, 0x205F},
    {0x3000, 0x3000},
});

template <std::size_t Count>
bool is_in(const std::array<Range, Count>& ranges, char32_t character) {
  const auto found = std::lower_bound(ranges.begin(), ranges.end(), character,
                                      [](const Range& range, char32_t wanted) { return range.last < wanted; });
  return found != ranges.end() && found->first <= character;
}

/// Whether a letter of two bytes stands there. Nearly all letters here that are not ASCII have two bytes.
bool has_two_byte_letter(std::string_view text, std::size_t offset) {
  return begins_two_byte_letter(text[offset]) && offset + 1 < text.size() && continues(text[offset + 1]);
}

/// `begins_two_byte_letter` for each byte of a block.
auto begin_two_byte_letters(const ByteBlock& block) { return ((block - 0xC3) <= 0x14) & (block != 0xCD); }
/// `continues` for each byte of a block.
auto continue_characters(const ByteBlock& block) { return (block & 0xC0) == 0x80; }

constexpr bool is_usual_ascii(char byte) { return byte >= ' ' && byte <= '~' && byte != ':' && byte != '#'; }

constexpr std::size_t looked_at = sizeof(ByteBlock) + 1;  // a block, and the byte that may end its last letter

/// Whether the bytes of a block are usual. The letter that it begins with may have begun before it, and the byte behind
/// it is asked only whether it ends the last letter.
bool is_usual_block(const char* bytes) {
  const ByteBlock here = block_at(bytes);
  const auto begins = begin_two_byte_letters(here);
  const auto is_ascii = ((here - ' ') <= '~' - ' ') & (here != ':') & (here != '#');
  const auto is_cut = begins ^ continue_characters(block_at(bytes + 1));  // half a letter: one byte of two
  return !holds_anywhere(is_cut | ~(begins | continue_characters(here) | is_ascii));
}

}  // namespace

bool is_usual_line(std::string_view text) {
  if (text.size() < looked_at) {
    std::array<char, looked_at> filled{};
    filled.fill(' ');
    std::copy(text.begin(), text.end(), filled.begin());
    return !continues(filled.front()) && is_usual_block(filled.data());
  }
  for (std::size_t place = 0; place + looked_at <= text.size();) {
    if (continues(text[place]) || !is_usual_block(text.data() + place)) {
      return false;
    }
    place += sizeof(ByteBlock);
    place += continues(text[place]) ? std::size_t{1} : 0;
  }
  const char last = text.back();
  return (continues(last) || is_usual_ascii(last)) && is_usual_block(text.data() + text.size() - looked_at);
}

std::optional<Decoded> decode_any(std::string_view text) {
  if (text.empty()) {
    return std::nullopt;
  }
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) {
    return Decoded{lead, 1};
  }
  std::size_t length = 0;
  char32_t character = 0;
  char32_t smallest = 0;
  if ((lead & 0xE0U) == 0xC0U) {
    length = 2, character = lead & 0x1FU, smallest = 0x80;
  } else if ((lead & 0xF0U) == 0xE0U) {
    length = 3, character = lead & 0x0FU, smallest = 0x800;
  } else if ((lead & 0xF8U) == 0xF0U) {
    length = 4, character = lead & 0x07U, smallest = 0x10000;
  } else {
    return std::nullopt;
  }
  if (text.size() < length) {
    return std::nullopt;
  }
  for (std::size_t index = 1; index < length; ++index) {
    if (!continues(text[index])) {
      return std::nullopt;
    }
    character = (character << 6U) | (static_cast<unsigned char>(text[index]) & 0x3FU);
  }
  const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
  if (character < smallest || character > 0x10FFFF || surrogate) {
    return std::nullopt;
  }
  return Decoded{character, length};
}

std::optional<std::size_t> first_invalid(std::string_view text) {
  if (is_usual_line(text)) {
    return std::nullopt;
  }
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (static_cast<unsigned char>(text[offset]) < 0x80) {
      ++offset;
    } else if (has_two_byte_letter(text, offset)) {
      offset += 2;
    } else if (const auto decoded = decode(text.substr(offset))) {
      offset += decoded->length;
    } else {
      return offset;
    }
  }
  return std::nullopt;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    const auto decoded = decode(text.substr(offset));
    offset += decoded ? decoded->length : 1;
  }
  return count;
}

bool is_blank(char32_t character) { return is_steering(character) || is_in(blanks, character); }

bool is_steering(char32_t character) { return is_in(unseen, character) || (character & 0xFFFEU) == 0xFFFE; }

bool is_plain(std::string_view text) {
  if (is_usual_line(text)) {
    return true;
  }
  for (std::size_t offset = 0; offset < text.size();) {
    if (text[offset] >= ' ' && text[offset] < 0x7F) {
      ++offset;
      continue;
    }
    if (has_two_byte_letter(text, offset)) {
      offset += 2;
      continue;
    }
    const auto decoded = decode(text.substr(offset));
    if (!decoded || is_steering(decoded->character)) {
      return false;
    }
    offset += decoded->length;
  }
  return true;
}

void append(std::string& text, char32_t character) {
  const auto byte = [&text](char32_t value) { text.push_back(static_cast<char>(value)); };
  if (character < 0x80) {
    byte(character);
  } else if (character < 0x800) {
    byte(0xC0U | (character >> 6U));
    byte(0x80U | (character & 0x3FU));
  } else if (character < 0x10000) {
    byte(0xE0U | (character >> 12U));
    byte(0x80U | ((character >> 6U) & 0x3FU));
    byte(0x80U | (character & 0x3FU));
  } else {
    byte(0xF0U | (character >> 18U));
    byte(0x80U | ((character >> 12U) & 0x3FU));
    byte(0x80U | ((character >> 6U) & 0x3FU));
    byte(0x80U | (character & 0x3FU));
  }
}

}  // namespace mentor::utf8
