#include "record_text.hpp"

#include <algorithm>
#include <array>

#include "mentor/utf8.hpp"

namespace mentor::storage {

namespace {

constexpr std::string_view digits = "0123456789";

/// Whether YAML 1.1 or 1.2 takes this word for something other than text.
bool is_reserved_word(std::string_view text) {
  static constexpr std::array words = {"y",    "n", "yes", "no", "on",   "off",   "true",  "false",
                                       "null", "~", "<<",  "=",  ".inf", "-.inf", "+.inf", ".nan"};
  std::string lower;
  std::transform(text.begin(), text.end(), std::back_inserter(lower),
                 [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; });
  return std::find(words.begin(), words.end(), lower) != words.end();
}

/// Whether a text begins like a number, a date or a time, and has only characters that these have. Such a text is
/// quoted, even if it is none of them.
bool looks_like_number(std::string_view text) {
  const auto first = text.find_first_not_of("+-.");
  return first != std::string_view::npos && digits.find(text[first]) != std::string_view::npos &&
         text.find_first_not_of("0123456789+-.,:_xXoOabcdefABCDEFTZtz ") == std::string_view::npos;
}

/// Whether a text is a number as everybody writes it: `0`, `7`, `12.50`.
bool is_plain_decimal(std::string_view text) {
  const auto whole = text.substr(0, text.find('.'));
  const auto all_digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of(digits) == std::string_view::npos;
  };
  return all_digits(whole) && (whole.size() == 1 || whole.front() != '0') &&
         (whole.size() == text.size() || all_digits(text.substr(whole.size() + 1)));
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

/// The words of a list on one line.
std::string list_text(std::span<const std::string> words) {
  std::string text = "[";
  for (const auto& word : words) {
    text.append(text.size() == 1 ? "" : ", ").append(scalar_in_brackets(word));
  }
  return text + ']';
}

}  // namespace

std::string scalar_text(std::string_view text) { return needs_quotes(text) ? quoted(text) : std::string{text}; }

std::string scalar_in_brackets(std::string_view text) {
  const bool plain = !needs_quotes(text) && text.find_first_of(",?[]{}") == std::string_view::npos;
  return plain ? std::string{text} : quoted(text);
}

std::vector<FieldEntry> entries_of(Shape shape, std::span<const std::string> scalars) {
  std::vector<FieldEntry> entries;
  if (shape != Shape::entries && !scalars.empty() && scalars.front().empty()) {
    return entries;
  }
  for (std::size_t index = 0; index + 1 < scalars.size(); index += 2) {
    const std::string& key = scalars[index];
    if (shape != Shape::dated_words || entries.empty() || entries.back().key != key) {
      entries.push_back({key, {}});
    }
    entries.back().scalars.push_back(scalars[index + 1]);
  }
  return entries;
}

std::string scalar_of(Shape shape, std::string_view text, bool within_brackets) {
  const bool bare = shape == Shape::plain ? text.find_first_not_of("0123456789-.") == std::string_view::npos
                                          : shape == Shape::entries && is_plain_decimal(text);
  return bare && !text.empty() ? std::string{text} : within_brackets ? scalar_in_brackets(text) : scalar_text(text);
}

std::string entry_value(Shape shape, const FieldEntry& entry, bool within_brackets) {
  if (shape != Shape::dated_words) {
    return scalar_of(shape, entry.scalars.front(), within_brackets);
  }
  const bool ends = entry.scalars.size() == 1 && entry.scalars.front().empty();
  return ends ? "[]" : list_text(entry.scalars);
}

std::string entry_text(Shape shape, const FieldEntry& entry, bool within_brackets) {
  const Shape key = shape == Shape::entries ? Shape::text : Shape::plain;
  return scalar_of(key, entry.key, within_brackets) + ": " + entry_value(shape, entry, within_brackets);
}

std::string value_in_line(Shape shape, std::span<const std::string> scalars, bool within_brackets) {
  switch (shape) {
    case Shape::plain:
    case Shape::text:
      return scalar_of(shape, scalars.front(), within_brackets);
    case Shape::words:
      return list_text(scalars);
    case Shape::dated:
    case Shape::dated_words:
    case Shape::entries:
      break;
  }
  const auto entries = entries_of(shape, scalars);
  if (entries.empty()) {  // a value without a day
    FieldEntry whole;
    for (std::size_t index = 1; index < scalars.size(); index += 2) {
      whole.scalars.push_back(scalars[index]);
    }
    return entry_value(shape, whole, within_brackets);
  }
  std::string text = "{";
  for (const FieldEntry& entry : entries) {
    text.append(text.size() == 1 ? "" : ", ").append(entry_text(shape, entry, true));
  }
  return text + '}';
}

template <class Record>
std::string record_text(const Record& record) {
  std::string text;
  for (const auto& field : fields<Record>()) {
    const auto scalars = field.scalars(record);
    if (scalars.empty()) {
      continue;
    }
    text.append(field.name).append(":");
    if (field.shape != Shape::entries) {
      text.append(" ").append(value_in_line(field.shape, scalars, false));
    } else {
      for (const FieldEntry& entry : entries_of(field.shape, scalars)) {
        text.append("\n  ").append(entry_text(field.shape, entry, false));
      }
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
