#include "record_text.hpp"

#include <algorithm>
#include <array>

#include "mentor/fields.hpp"
#include "mentor/utf8.hpp"

namespace mentor::storage {

namespace {

constexpr std::string_view digits = "0123456789";

/// Words that YAML 1.1 or 1.2 takes for something other than text.
bool is_reserved_word(std::string_view text) {
  static constexpr std::array words = {"y",    "n", "yes", "no", "on",   "off",   "true",  "false",
                                       "null", "~", "<<",  "=",  ".inf", "-.inf", "+.inf", ".nan"};
  std::string lower;
  std::transform(text.begin(), text.end(), std::back_inserter(lower),
                 [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; });
  return std::find(words.begin(), words.end(), lower) != words.end();
}

/// Begins as numbers, dates and times do, and holds nothing that they do not: quoted, whether it is one or not.
bool looks_like_number(std::string_view text) {
  const auto first = text.find_first_not_of("+-.");
  return first != std::string_view::npos && digits.find(text[first]) != std::string_view::npos &&
         text.find_first_not_of("0123456789+-.,:_xXoOabcdefABCDEFTZtz ") == std::string_view::npos;
}

bool has_escapes(std::string_view text) {
  while (!text.empty()) {
    const auto decoded = utf8::decode(text);
    if (!decoded || utf8::is_steering(decoded->character)) {
      return true;
    }
    text.remove_prefix(decoded->length);
  }
  return false;
}

bool needs_quotes(std::string_view text) {
  return text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':' ||
         std::string_view{"-?:,[]{}#&*!|>'\"%@`"}.find(text.front()) != std::string_view::npos ||
         text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos ||
         is_reserved_word(text) || looks_like_number(text) || has_escapes(text);
}

void append_escape(std::string& result, char32_t character) {
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  switch (character) {
    case '\n':
      result += "\\n";
      return;
    case '\t':
      result += "\\t";
      return;
    case '\r':
      result += "\\r";
      return;
    default:
      break;
  }
  const int width = character < 0x100 ? 2 : character < 0x10000 ? 4 : 8;
  result += width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U";
  for (int shift = (width - 1) * 4; shift >= 0; shift -= 4) {
    result += hexadecimal[(character >> static_cast<unsigned>(shift)) & 0xFU];
  }
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  while (!text.empty()) {
    const auto decoded = utf8::decode(text).value_or(utf8::Decoded{U'\uFFFD', 1});
    if (utf8::is_steering(decoded.character)) {
      append_escape(result, decoded.character);
    } else {
      if (decoded.character == '"' || decoded.character == '\\') {
        result += '\\';
      }
      utf8::append(result, decoded.character);
    }
    text.remove_prefix(decoded.length);
  }
  return result + '"';
}

}  // namespace

std::string scalar_text(std::string_view text) { return needs_quotes(text) ? quoted(text) : std::string{text}; }

std::string scalar_in_brackets(std::string_view text) {
  const bool plain = !needs_quotes(text) && text.find_first_of(",[]{}") == std::string_view::npos;
  return plain ? std::string{text} : quoted(text);
}

template <class Record>
std::string record_text(const Record& record) {
  std::string text;
  for (const auto& field : fields<Record>()) {
    const auto scalars = field.scalars(record);
    if (scalars.empty()) {
      continue;
    }
    text.append(field.name).append(": ");
    switch (field.shape) {
      case Shape::plain:
        text += scalars.front();
        break;
      case Shape::text:
        text += scalar_text(scalars.front());
        break;
      case Shape::words:
        text += '[';
        for (std::size_t index = 0; index < scalars.size(); ++index) {
          text.append(index == 0 ? "" : ", ").append(scalar_in_brackets(scalars[index]));
        }
        text += ']';
        break;
    }
    text += '\n';
  }
  return text;
}

/// The instances of every kind.
template <class... Records>
auto instances_of_record_text(std::tuple<Records...>) {
  return std::tuple{&record_text<Records>...};
}
template auto instances_of_record_text(Kinds);

}  // namespace mentor::storage
