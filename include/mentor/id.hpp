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

/// An id of one kind of thing; ids of different kinds do not mix. Held in place: 32 bytes, no allocation.
template <class Tag>
class Id {
 public:
  /// Blank: names nothing. Only a record that is still being read or built holds one.
  Id() = default;

  /// Nothing when `text` is not an id (a slash, a dot, a capital, a blank, too long, empty).
  static std::optional<Id> parse(std::string_view text) {
    if (!is_id(text)) {
      return std::nullopt;
    }
    Id id;
    text.copy(id.text_.data(), text.size());
    return id;
  }

  std::string_view view() const {
    const std::string_view whole{text_.data(), text_.size()};
    return whole.substr(0, whole.find('\0'));
  }
  bool is_blank() const { return text_[0] == '\0'; }
  std::string to_string() const { return std::string{view()}; }

  auto operator<=>(const Id&) const = default;

 private:
  std::array<char, longest_id> text_{};
};

}  // namespace mentor

template <class Tag>
struct std::hash<mentor::Id<Tag>> {
  std::size_t operator()(const mentor::Id<Tag>& id) const noexcept { return std::hash<std::string_view>{}(id.view()); }
};
