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

/// How many scalars of a field are read here; where there are more, yaml-cpp reads them.
constexpr std::size_t most_values = 64;

/// The scalars of one field.
class Values {
 public:
  bool add(std::string_view scalar) {
    const bool fits = count_ < most_values;
    if (fits) {
      scalars_[count_++] = scalar;
    }
    return fits;
  }
  void clear() { count_ = 0; }
  std::span<const std::string_view> all() const { return std::span{scalars_}.first(count_); }

 private:
  std::array<std::string_view, most_values> scalars_;
  std::size_t count_ = 0;
};

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
  /// Past the name of a field and what follows it before its value.
  bool take_key(std::string_view name, Shape shape) {
    const std::string_view colon = shape == Shape::entries ? ":\n" : ": ";
    const std::size_t end = place_ + name.size();
    const bool there = text_.substr(place_, name.size()) == name && text_.substr(end, 2) == colon;
    place_ = there ? end + 2 : place_;
    return there;
  }

  /// The scalars of a field of that shape, in its line and those that belong to it; none when it is not canonical.
  std::span<const std::string_view> take_values(Shape shape, Values& values) {
    values.clear();
    return take(shape, values) ? values.all() : std::span<const std::string_view>{};
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

  bool take(Shape shape, Values& values) {
    switch (shape) {
      case Shape::plain:
      case Shape::text:
        return take_value(values);
      case Shape::words:
        return take_words({}, false, values) && take("\n");
      case Shape::dated:
        return at('{') ? take_days(shape, values) : values.add({}) && take_value(values);
      case Shape::dated_words:
        return at('{') ? take_days(shape, values) : take_words({}, true, values) && take("\n");
      case Shape::entries:
        return take_entries(values);
    }
    return false;
  }

  /// The rest of the line.
  bool take_value(Values& values) {
    const auto value = at('"') ? take_quoted() : take_plain();
    return !value.empty() && take("\n") && values.add(value);
  }

  /// The days of a field with what each has.
  bool take_days(Shape shape, Values& values) {
    std::string_view former;
    for (bool more = take("{"); more; more = take(", ")) {
      const auto day = take_word();
      if (day.empty() || day == former || !take(": ")) {
        return false;
      }
      former = day;
      if (shape == Shape::dated_words) {
        if (take("[]") ? !values.add(day) || !values.add({}) : !take_words(day, true, values)) {
          return false;
        }
        continue;
      }
      const bool is_end = take("\"\"");
      const auto value = is_end ? std::string_view{} : at('"') ? take_quoted() : take_plain_in_brackets();
      if ((value.empty() && !is_end) || !values.add(day) || !values.add(value)) {
        return false;
      }
    }
    return take("}\n");
  }

  /// A word and a text a line, as many as there are.
  bool take_entries(Values& values) {
    while (take("  ")) {
      const auto word = take_word();
      if (word.empty() || !take(": ") || !values.add(word) || !take_value(values)) {
        return false;
      }
    }
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
          return text.substr(begin, place - begin);
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
    return take("\"") ? value : std::string_view{};
  }

  /// A plain value between braces, where commas and brackets mean something. A text with more than words and blanks is
  /// left to yaml-cpp.
  std::string_view take_plain_in_brackets() {
    const std::size_t begin = place_;
    while (place_ < text_.size() &&
           (is_letter_or_digit(byte()) || byte() >= first_beyond_ascii || at(' ') || at('-'))) {
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

  /// An id, a day or a word.
  std::string_view take_word() {
    const std::size_t begin = place_;
    while (place_ < text_.size() && is_word_byte(byte())) {
      ++place_;
    }
    return place_ == begin || text_[begin] == '-' ? std::string_view{} : text_.substr(begin, place_ - begin);
  }

  /// A list of words in brackets, each behind the key that it stands under if there is one.
  bool take_words(std::string_view key, bool has_key, Values& values) {
    for (bool more = take("["); more; more = take(", ")) {
      const bool is_quoted = take("\"");  // an id that could be a number is
      const auto word = take_word();
      if (word.empty() || (is_quoted && !take("\"")) || (has_key && !values.add(key)) || !values.add(word)) {
        return false;
      }
    }
    return take("]") && !values.all().empty();
  }

  std::string_view text_;
  std::size_t place_ = 0;
};

/// How many lines a field takes.
std::uint32_t lines_of(Shape shape, std::span<const std::string_view> scalars) {
  return shape == Shape::entries ? 1 + static_cast<std::uint32_t>(scalars.size() / 2) : 1;
}

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
    if (scanner.take_key(field.name, field.shape)) {
      const auto scalars = scanner.take_values(field.shape, values);
      if (scalars.empty() || !field.set(result.record, scalars).is_none()) {
        return std::nullopt;
      }
      result.lines += lines_of(field.shape, scalars);
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
