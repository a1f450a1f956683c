/// Reads the values of canonical text (`record_text`) without a tree, one line or the lines of one field's entries at a
/// time. It takes no risk: it refuses what is not plainly canonical, and yaml-cpp has to read the document.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <span>
#include <string_view>

#include "mentor/fields.hpp"

namespace mentor::storage {

/// The scalars of one field. It has room for many, so it is made once for many records.
class Values {
 public:
  /// False when there is no room. Then yaml-cpp has to read the document.
  bool add(std::string_view scalar) {
    const bool fits = count_ < most_values;
    if (fits) {
      scalars_[count_++] = scalar;
    }
    return fits;
  }
  /// Whether this key was added. Keys and values stand in turn.
  bool has_key(std::string_view key) const {
    for (std::size_t index = 0; index + 1 < count_; index += 2) {
      if (scalars_[index] == key) {
        return true;
      }
    }
    return false;
  }
  void clear() { count_ = 0; }
  std::span<const std::string_view> all() const { return std::span{scalars_}.first(count_); }

 private:
  static constexpr std::size_t most_values = 64;

  std::array<std::string_view, most_values> scalars_;
  std::size_t count_ = 0;
};

/// What runs for every field of every record is in the header, so that it can be inlined.
class CanonicalScanner {
 public:
  explicit CanonicalScanner(std::string_view text) : text_(text) {}

  /// How many bytes have been taken.
  std::size_t place() const { return place_; }
  /// Whether the document is over: nothing follows, or another begins.
  bool is_at_end() const;

  /// Moves past this byte or this text, if it stands here.
  bool take(char expected) {
    const bool there = at(expected);
    place_ += there ? 1 : 0;
    return there;
  }
  bool take(std::string_view expected) {
    const bool there = text_.substr(place_, expected.size()) == expected;
    place_ += there ? expected.size() : 0;
    return there;
  }
  /// Moves past the name of a field, its colon, and the blank or line feed after it, if they stand here.
  bool take_key(std::string_view name, Shape shape) {
    const std::size_t colon = place_ + name.size();
    const char behind = shape == Shape::entries ? '\n' : ' ';
    const bool there = colon + 1 < text_.size() && text_[colon] == ':' && text_[colon + 1] == behind &&
                       std::memcmp(text_.data() + place_, name.data(), name.size()) == 0;
    place_ = there ? colon + 2 : place_;
    return there;
  }
  /// Takes the scalars of a field of this shape from its line and from the lines of its entries. None when they are not
  /// canonical.
  std::span<const std::string_view> take_values(Shape shape, Values& values) {
    values.clear();
    return take_shape(shape, values) ? values.all() : std::span<const std::string_view>{};
  }

 private:
  bool at(char byte) const { return place_ < text_.size() && text_[place_] == byte; }
  unsigned char byte() const { return static_cast<unsigned char>(text_[place_]); }

  /// Moves past one character that is not ASCII. False when it is malformed or steering.
  bool take_character();

  bool take_shape(Shape shape, Values& values) {
    switch (shape) {
      case Shape::plain:
      case Shape::text:
        return take_value(values);
      case Shape::words:
        return take_words({}, false, values) && take('\n');
      case Shape::dated:
        return at('{') ? take_days(shape, values) : values.add({}) && take_value(values);
      case Shape::dated_words:
        return at('{') ? take_days(shape, values) : take_words({}, true, values) && take('\n');
      case Shape::entries:
        return take_entries(values);
    }
    return false;
  }
  /// Takes the rest of the line.
  bool take_value(Values& values) {
    const auto value = at('"') ? take_quoted() : take_plain();
    return !value.empty() && take('\n') && values.add(value);
  }
  /// Takes the days of a field, each with its value.
  bool take_days(Shape shape, Values& values);
  /// Takes the value after a day, up to the comma or the brace.
  bool take_value_of_day(std::string_view day, Values& values);
  /// Takes entries: on each line a word and a text, on as many lines as there are.
  bool take_entries(Values& values);
  /// Takes a list of words in brackets. If the list belongs to a key, adds the key before each word.
  bool take_words(std::string_view key, bool has_key, Values& values);

  // The functions below give an empty text for a value that is not canonical. A canonical value is never empty.

  /// Takes a value that begins with a letter or a digit and holds nothing that could have a meaning in YAML.
  std::string_view take_plain();
  /// How many bytes a plain value at the start of the text has, up to its line feed. 0 when it is not canonical.
  static std::size_t plain_bytes(std::string_view text);
  /// Takes a value between braces, where commas and brackets have a meaning too. If it has more than words and blanks,
  /// yaml-cpp has to read it.
  std::string_view take_plain_in_brackets();
  /// Takes a value in double quotes without escapes.
  std::string_view take_quoted();
  /// Takes an id, a day or a word.
  std::string_view take_word();

  std::string_view text_;
  std::size_t place_ = 0;
};

}  // namespace mentor::storage
