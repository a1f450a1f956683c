#include "mentor/utf8.hpp"

namespace mentor::utf8 {

namespace {

/// Whether a letter of two bytes, as nearly all are here that are not ASCII, stands there.
bool has_two_byte_letter(std::string_view text, std::size_t offset) {
  return begins_two_byte_letter(text[offset]) && offset + 1 < text.size() && continues(text[offset + 1]);
}

}  // namespace

std::optional<Decoded> decode(std::string_view text) {
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

bool is_blank(char32_t character) {
  return character <= 0x20 || (character >= 0x7F && character <= 0xA0) || character == 0xAD || character == 0x1680 ||
         (character >= 0x2000 && character <= 0x200F) || (character >= 0x2028 && character <= 0x202F) ||
         (character >= 0x205F && character <= 0x206F) || character == 0x3000 || character == 0x3164 ||
         character == 0xFEFF;
}

bool is_steering(char32_t character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x61C ||
         (character >= 0x200B && character <= 0x200F) || (character >= 0x2028 && character <= 0x202E) ||
         (character >= 0x2060 && character <= 0x206F) || character == 0xFEFF || (character & 0xFFFEU) == 0xFFFE ||
         (character >= 0xFFF9 && character <= 0xFFFB) || (character >= 0xE0000 && character <= 0xE007F);
}

bool is_plain(std::string_view text) {
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
