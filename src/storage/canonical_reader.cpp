#include "canonical_reader.hpp"

#include <array>
#include <span>

#include "mentor/utf8.hpp"
#include "yaml.hpp"

namespace mentor::storage {

namespace {

constexpr unsigned char first_beyond_ascii = 0x80;

/// What a byte is to a plain value. Half of all bytes are in notes, so they are looked up.
enum class Kind : unsigned char {
  ordinary,
  control,     // the end of the line, or none that stands there
  telling,     // `:` and ` `, by what follows
  two_bytes,   // begins a letter that need not be decoded
  more_bytes,  // begins, or does not even begin, another character
};

constexpr std::array<Kind, 256> kinds_of_bytes() {
  std::array<Kind, 256> kinds{};
  for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
    const bool two_bytes = utf8::begins_two_byte_letter(static_cast<char>(byte));
    kinds[byte] = byte < ' ' || byte == 0x7F   ? Kind::control
                  : byte == ':' || byte == ' ' ? Kind::telling
                  : byte < first_beyond_ascii  ? Kind::ordinary
                  : two_bytes                  ? Kind::two_bytes
                                               : Kind::more_bytes;
  }
  return kinds;
}
constexpr std::array<Kind, 256> kinds = kinds_of_bytes();

bool is_letter_or_digit(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z');
}
bool is_word_byte(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
}

/// How many values of a list are read here; a longer one is read by yaml-cpp.
constexpr std::size_t most_values = 64;
using Values = std::array<std::string_view, most_values>;

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::size_t place() const { return place_; }

  /// Whether the document is over: nothing follows, or another begins.
  bool is_at_end() const {
    const auto rest = text_.substr(place_);
    return rest.empty() || (rest.front() == '-' && is_document_start(rest.substr(0, rest.find('\n'))));
  }

  bool take(std::string_view expected) {
    const bool there = text_.substr(place_, expected.size()) == expected;
    place_ += there ? expected.size() : 0;
    return there;
  }
  bool take_key(std::string_view name) {
    const std::size_t colon = place_ + name.size();
    const bool there = text_.substr(place_, name.size()) == name && text_.substr(colon, 2) == ": ";
    place_ = there ? colon + 2 : place_;
    return there;
  }

  /// The rest of the line as one value or, in brackets, as several; none when it is not canonical.
  std::span<const std::string_view> take_values(bool is_list, Values& values) {
    if (is_list) {
      return take_list(values);
    }
    values[0] = at('"') ? take_quoted() : take_plain();
    return std::span{values}.first(values[0].empty() ? 0 : 1);
  }

 private:
  bool at(char byte) const { return place_ < text_.size() && text_[place_] == byte; }
  unsigned char byte() const { return static_cast<unsigned char>(text_[place_]); }

  /// Past one character that is not ASCII; false when it is malformed or is not shown as itself.
  bool take_character() {
    const auto decoded = utf8::decode(text_.substr(place_));
    if (!decoded || utf8::is_steering(decoded->character)) {
      return false;
    }
    place_ += decoded->length;
    return true;
  }

  // A value that is not canonical comes back empty; one that is never is.

  /// Begins with a letter or a digit, which have no meaning in YAML, and has nothing in it that could have one.
  std::string_view take_plain() {
    const std::size_t begin = place_;
    if (begin == text_.size() || (!is_letter_or_digit(byte()) && byte() < first_beyond_ascii)) {
      return {};
    }
    const std::string_view text = text_;  // copies, which stay in registers: most of all bytes are looked at here
    for (std::size_t place = begin; place < text.size(); ++place) {
      const auto here = static_cast<unsigned char>(text[place]);
      const char next = place + 1 < text.size() ? text[place + 1] : '\n';
      switch (kinds[here]) {
        case Kind::ordinary:
          break;
        case Kind::two_bytes:
          if (utf8::continues(next)) {
            ++place;
            break;
          }
          return {};
        case Kind::more_bytes:
          place_ = place;
          if (!take_character()) {
            return {};
          }
          place = place_ - 1;
          break;
        case Kind::telling:  // `: ` would end a key, ` #` begin a comment
          if ((here == ':' && (next == ' ' || next == '\n')) || (here == ' ' && (next == '#' || next == '\n'))) {
            return {};
          }
          break;
        case Kind::control:
          place_ = place;
          return take_line_end(text.substr(begin, place - begin));
      }
    }
    return {};
  }

  /// Between double quotes, without escapes.
  std::string_view take_quoted() {
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
    return take("\"") ? take_line_end(value) : std::string_view{};
  }

  std::span<const std::string_view> take_list(Values& values) {
    std::size_t count = 0;
    for (bool more = take("["); more; more = take(", ")) {
      const bool is_quoted = take("\"");  // an id that could be a number is
      const std::size_t begin = place_;
      while (place_ < text_.size() && is_word_byte(byte())) {
        ++place_;
      }
      if (count == most_values || place_ == begin || text_[begin] == '-') {
        return {};
      }
      values[count++] = text_.substr(begin, place_ - begin);
      if (is_quoted && !take("\"")) {
        return {};
      }
    }
    return std::span{values}.first(count != 0 && take("]\n") ? count : 0);
  }

  std::string_view take_line_end(std::string_view value) { return take("\n") ? value : std::string_view{}; }

  std::string_view text_;
  std::size_t place_ = 0;
};

}  // namespace

template <class Record>
std::optional<CanonicalRecord<Record>> read_canonical(std::string_view text) {
  Scanner scanner{text};
  CanonicalRecord<Record> result{};
  result.layout.begins_with_marker = scanner.take("---\n");
  result.lines = result.layout.begins_with_marker ? 1 : 0;
  Values values;
  std::uint32_t bit = 1;
  for (const auto& field : fields<Record>()) {
    if (scanner.take_key(field.name)) {
      const auto scalars = scanner.take_values(field.is_list(), values);
      if (scalars.empty() || !field.set(result.record, scalars).empty()) {
        return std::nullopt;
      }
      ++result.lines;
      result.layout.present |= bit;
    } else if (field.presence == Presence::required) {
      return std::nullopt;
    }
    bit <<= 1U;
  }
  if (!scanner.is_at_end()) {
    return std::nullopt;
  }
  result.bytes = scanner.place();
  return result;
}

/// The instances of every kind.
template <class... Records>
auto instances_of_canonical_reader(std::tuple<Records...>) {
  return std::tuple{&read_canonical<Records>...};
}
template auto instances_of_canonical_reader(Kinds);

}  // namespace mentor::storage
