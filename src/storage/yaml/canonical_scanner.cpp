#include "canonical_scanner.hpp"

#include "mentor/utf8.hpp"
#include "yaml.hpp"

namespace mentor::storage {

namespace {

constexpr unsigned char first_beyond_ascii = 0x80;

/// What a byte means within a plain value. A table gives the answer, since most bytes are asked.
enum class ByteClass : unsigned char {
  ordinary,
  control,  // the end of the line, or a byte that may not stand in it
  telling,  // `:` or ` `; the byte after it tells whether the value ends
  beyond,   // begins a character of more bytes, or is malformed
};

constexpr std::array<ByteClass, 256> classes_of_bytes() {
  std::array<ByteClass, 256> byte_classes{};
  for (std::size_t byte = 0; byte < byte_classes.size(); ++byte) {
    byte_classes[byte] = byte < ' ' || byte == 0x7F   ? ByteClass::control
                         : byte == ':' || byte == ' ' ? ByteClass::telling
                         : byte < first_beyond_ascii  ? ByteClass::ordinary
                                                      : ByteClass::beyond;
  }
  return byte_classes;
}
constexpr std::array<ByteClass, 256> byte_classes = classes_of_bytes();
ByteClass class_of(char byte) { return byte_classes[static_cast<unsigned char>(byte)]; }

bool is_letter_or_digit(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z');
}
bool is_word_byte(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
}

}  // namespace

bool CanonicalScanner::is_at_end() const {
  const auto rest = text_.substr(place_);
  return rest.empty() || rest.starts_with("---\n") ||
         (rest.front() == '-' && is_document_start(rest.substr(0, rest.find('\n'))));
}

bool CanonicalScanner::take_character() {
  const auto decoded = utf8::decode(text_.substr(place_));
  if (!decoded || utf8::is_steering(decoded->character)) {
    return false;
  }
  place_ += decoded->length;
  return true;
}

bool CanonicalScanner::take_days(Shape shape, Values& values) {
  for (bool more = take('{'); more; more = take(", ")) {
    const auto day = take_word();
    if (day.empty() || values.has_key(day) || !take(": ")) {
      return false;
    }
    const bool is_taken = shape == Shape::dated ? take_value_of_day(day, values)
                          : take("[]")          ? values.add(day) && values.add({})
                                                : take_words(day, true, values);
    if (!is_taken) {
      return false;
    }
  }
  return take("}\n");
}

bool CanonicalScanner::take_value_of_day(std::string_view day, Values& values) {
  const bool is_end = take("\"\"");
  const auto value = is_end ? std::string_view{} : at('"') ? take_quoted() : take_plain_in_brackets();
  return (is_end || !value.empty()) && values.add(day) && values.add(value);
}

bool CanonicalScanner::take_entries(Values& values) {
  while (take("  ")) {
    const auto word = take_word();
    if (word.empty() || values.has_key(word) || !take(": ") || !values.add(word) || !take_value(values)) {
      return false;
    }
  }
  return true;
}

bool CanonicalScanner::take_words(std::string_view key, bool has_key, Values& values) {
  if (!at('[')) {
    return false;
  }
  for (bool more = take('['); more; more = take(", ")) {
    const bool is_quoted = take('"');  // an id is quoted if it could be a number
    const auto word = take_word();
    if (word.empty() || (is_quoted && !take('"')) || (has_key && !values.add(key)) || !values.add(word)) {
      return false;
    }
  }
  return take(']') && !values.all().empty();
}

std::string_view CanonicalScanner::take_plain() {
  const std::string_view text = text_.substr(place_);  // the copies stay in registers; these loops see most bytes
  if (text.empty() || (!is_letter_or_digit(byte()) && byte() < first_beyond_ascii)) {
    return {};
  }
  std::size_t size = 0;
  while (size < text.size() && class_of(text[size]) == ByteClass::ordinary) {
    ++size;  // an id, a day or a number is over here
  }
  if (size < text.size() && text[size] != '\n') {
    const auto line = text.substr(0, text.find('\n', size));
    size = line.back() != ' ' && utf8::is_usual_line(line) ? line.size() : plain_bytes(text);
  }
  place_ += size;
  return text.substr(0, size);
}

std::size_t CanonicalScanner::plain_bytes(std::string_view text) {
  const auto after = [text](std::size_t place) { return place + 1 < text.size() ? text[place + 1] : '\n'; };
  for (std::size_t place = 0; place < text.size(); ++place) {
    const char here = text[place];
    switch (class_of(here)) {
      case ByteClass::ordinary:
        break;
      case ByteClass::control:
        return place;
      case ByteClass::telling:  // `: ` would end a key, and ` #` would begin a comment
        if (after(place) == '\n' || after(place) == (here == ':' ? ' ' : '#')) {
          return 0;
        }
        break;
      case ByteClass::beyond: {
        const auto decoded = utf8::decode(text.substr(place));
        if (!decoded || utf8::is_steering(decoded->character)) {
          return 0;
        }
        place += decoded->length - 1;
        break;
      }
    }
  }
  return 0;
}

std::string_view CanonicalScanner::take_plain_in_brackets() {
  const std::size_t begin = place_;
  while (place_ < text_.size() && (is_letter_or_digit(byte()) || byte() >= first_beyond_ascii || at(' ') || at('-'))) {
    if (byte() < first_beyond_ascii) {
      ++place_;
    } else if (!take_character()) {
      return {};
    }
  }
  const auto value = text_.substr(begin, place_ - begin);
  const bool is_plain = !value.empty() && value.front() != '-' && value.front() != ' ' && value.back() != ' ';
  return is_plain && (at(',') || at('}')) ? value : std::string_view{};
}

std::string_view CanonicalScanner::take_quoted() {
  const std::size_t begin = ++place_;
  while (place_ < text_.size() && byte() != '"') {
    if (byte() < ' ' || byte() == '\\' || byte() == 0x7F) {
      return {};
    }
    if (byte() < first_beyond_ascii) {
      ++place_;
    } else if (!take_character()) {
      return {};
    }
  }
  const auto value = text_.substr(begin, place_ - begin);
  return take('"') ? value : std::string_view{};
}

std::string_view CanonicalScanner::take_word() {
  const std::size_t begin = place_;
  while (place_ < text_.size() && is_word_byte(byte())) {
    ++place_;
  }
  return place_ == begin || text_[begin] == '-' ? std::string_view{} : text_.substr(begin, place_ - begin);
}

}  // namespace mentor::storage
