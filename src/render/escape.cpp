#include "escape.hpp"

#include <fmt/format.h>

#include "mentor/utf8.hpp"

namespace mentor::render {

namespace {

std::string name_of(char32_t character) {
  switch (character) {
    case '\n':
      return "\\n";
    case '\t':
      return "\\t";
    case '\r':
      return "\\r";
    default:
      return fmt::format(fmt::runtime(character < 0x100 ? "\\x{:02x}" : "\\u{:04x}"),
                         static_cast<std::uint32_t>(character));
  }
}

}  // namespace

std::string visible(std::string_view text) {
  if (utf8::is_plain(text)) {
    return std::string{text};
  }
  std::string result;
  while (!text.empty()) {
    const auto decoded = utf8::decode(text);
    if (!decoded) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front()));
      text.remove_prefix(1);
      continue;
    }
    if (utf8::is_steering(decoded->character)) {
      result += name_of(decoded->character);
    } else {
      result += text.substr(0, decoded->length);
    }
    text.remove_prefix(decoded->length);
  }
  return result;
}

std::string markdown_text(std::string_view text) {
  std::string result;
  for (const char byte : visible(text)) {
    if (byte == '<') {
      result += "&lt;";
    } else if (byte == '&') {
      result += "&amp;";
    } else {
      if (std::string_view{"\\`*_{}[]#|~>"}.find(byte) != std::string_view::npos) {
        result += '\\';
      }
      result += byte;
    }
  }
  return result;
}

}  // namespace mentor::render
