/// The words of an enumeration: one table says how a value is written in records, and what people call it.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "mentor/label.hpp"

namespace mentor {

/// A value as records write it, and its name.
struct WordRow {
  std::string_view id;
  FixedLabel label;
  std::string_view also = {};  // another Russian word that people may type for it
};

/// Each enumeration specializes this where it is declared. `rows` is an array in the order of the values. If a field of
/// records holds such a value, `expected` is a key of the catalogs that says what would be right.
template <class Enum>
struct WordsOf;

template <class Enum>
concept HasWords = requires {
  WordsOf<Enum>::rows;
};

template <HasWords Enum>
constexpr std::string_view to_string(Enum value) {
  return WordsOf<Enum>::rows[static_cast<std::size_t>(value)].id;
}

template <HasWords Enum>
const Label& label_of(Enum value) {
  static const auto labels = [] {
    std::array<Label, WordsOf<Enum>::rows.size()> made;
    std::transform(WordsOf<Enum>::rows.begin(), WordsOf<Enum>::rows.end(), made.begin(),
                   [](const WordRow& row) { return row.label.label(); });
    return made;
  }();
  return labels[static_cast<std::size_t>(value)];
}

/// The value that records write as `id`. Nothing when there is none.
template <HasWords Enum>
std::optional<Enum> value_from(std::string_view id) {
  const auto& rows = WordsOf<Enum>::rows;
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const WordRow& row) { return row.id == id; });
  return found == rows.end() ? std::nullopt : std::optional{static_cast<Enum>(found - rows.begin())};
}

/// Here and not beside the enumeration, since a `FixedLabel` needs that first.
template <>
struct WordsOf<Language> {
  static constexpr std::array rows = {WordRow{"ru", {"русский", "Russian"}}, WordRow{"en", {"английский", "English"}}};
};

}  // namespace mentor
