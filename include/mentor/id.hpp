/// Names of records and of the model's words: `[a-z0-9][a-z0-9-]{0,31}`. A value of this type cannot hold anything
/// else, so an id can be part of a path as it is.
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

/// The longest id, and the test for its text. They hold for every kind.
inline constexpr std::size_t longest_id = 32;
bool is_id(std::string_view text);

/// An id of ten characters of lower-case Crockford base32. It is made of the low 50 bits of a random number.
std::string id_from_number(std::uint64_t number);

/// The text of an id in eight bytes, since a program holds millions of ids. The bytes are copied and compared as they
/// are. A text of up to twelve characters is a number to the base 38; the order of the numbers is the order of the
/// texts. A longer text is kept once for the whole process, until the process ends; the bytes then hold its address.
class IdText {
 public:
  /// No text.
  IdText() = default;
  /// Nothing when `text` is not an id. Several threads may parse at the same time.
  static std::optional<IdText> parse(std::string_view text);

  bool is_empty() const { return word_ == 0; }
  std::string to_string() const;
  /// Within one run, the same id has the same hash. In another run it may have another, so no output may depend on the
  /// order of hashes.
  std::size_t hash() const {
    // Short ids are numbers with equal low bits, so the high bits are mixed into the low ones.
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;  // 2^64 divided by the golden ratio
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

  std::uint64_t word_ = 0;  // the number; or `long_mark` and half the address of the kept text
};

/// An id of one kind of thing. Ids of different kinds cannot be mixed.
template <class Tag>
class Id {
 public:
  /// A blank id, which names nothing. Only a record that is still being read or built holds one.
  Id() = default;

  /// Nothing when `text` is not an id: it is empty or too long, or has a slash, a dot, a capital or a blank.
  static std::optional<Id> parse(std::string_view text) {
    auto parsed = IdText::parse(text);
    return parsed ? std::optional{Id{*parsed}} : std::nullopt;
  }

  /// An id of this kind with that text.
  explicit Id(IdText text) : text_(text) {}

  /// The text, for code that does not care about the kind.
  IdText text() const { return text_; }
  bool is_blank() const { return text_.is_empty(); }
  std::string to_string() const { return text_.to_string(); }
  /// See `IdText::hash`.
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
