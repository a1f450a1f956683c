/// Names of records and of the model's words: `[a-z0-9][a-z0-9-]{0,31}`. A value of this type cannot hold anything
/// else, so an id can stand in a path as it is.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

/// What an `Id` of any kind is made of.
inline constexpr std::size_t longest_id = 32;
bool is_id(std::string_view text);

/// An id of ten characters of lower-case Crockford base32, made of the low 50 bits of a random number.
std::string id_from_number(std::uint64_t number);

/// The text of an id in eight bytes that are copied and compared as they are, since a program holds millions: up to
/// twelve characters are a number to the base 38 that is ordered as the text is; a longer text is kept once for the
/// whole process, for as long as it runs, and this is where.
class IdText {
 public:
  /// No text.
  IdText() = default;
  /// Nothing when `text` is no id. Threads may parse side by side.
  static std::optional<IdText> parse(std::string_view text);

  bool is_empty() const { return word_ == 0; }
  std::string to_string() const;
  /// The same for the same id within one run, and not in another: nothing may come out in the order of it.
  std::size_t hash() const {
    // The numbers of short ids end alike.
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;  // 2^64 by the golden ratio
    const std::uint64_t mixed = word_ * odd;
    return mixed ^ (mixed >> 32U);
  }

  bool operator==(const IdText& other) const = default;
  std::strong_ordering operator<=>(const IdText& other) const {
    return is_long() || other.is_long() ? compare_long(other) : word_ <=> other.word_;
  }

 private:
  static constexpr std::uint64_t long_mark = std::uint64_t{1} << 63U;

  struct Characters {
    std::array<char, longest_id> bytes{};
    std::size_t size = 0;

    std::string_view text() const { return {bytes.data(), size}; }
  };

  Characters characters() const;
  bool is_long() const { return (word_ & long_mark) != 0; }
  const std::string& long_text() const;
  std::strong_ordering compare_long(const IdText& other) const;

  std::uint64_t word_ = 0;  // the number, or the mark and half the address of the kept text
};

/// An id of one kind of thing; ids of different kinds do not mix.
template <class Tag>
class Id {
 public:
  /// Blank: names nothing. Only a record that is still being read or built holds one.
  Id() = default;

  /// Nothing when `text` is not an id (a slash, a dot, a capital, a blank, too long, empty).
  static std::optional<Id> parse(std::string_view text) {
    auto parsed = IdText::parse(text);
    return parsed ? std::optional{Id{*parsed}} : std::nullopt;
  }

  /// The id of that text in this kind.
  explicit Id(IdText text) : text_(text) {}

  /// The text, for those to whom the kind does not matter.
  IdText text() const { return text_; }
  bool is_blank() const { return text_.is_empty(); }
  std::string to_string() const { return text_.to_string(); }
  /// As `IdText::hash`.
  std::size_t hash() const { return text_.hash(); }

  auto operator<=>(const Id&) const = default;

 private:
  IdText text_;
};

}  // namespace mentor

template <class Tag>
struct std::hash<mentor::Id<Tag>> {
  std::size_t operator()(const mentor::Id<Tag>& id) const noexcept { return id.hash(); }
};
