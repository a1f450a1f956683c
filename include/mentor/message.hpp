/// What the program says, without the words: a key of the catalogs, and typed arguments. The language layer finds the
/// words. Nothing here is in any language.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mentor/age.hpp"
#include "mentor/date.hpp"
#include "mentor/duration.hpp"
#include "mentor/label.hpp"
#include "mentor/period.hpp"

namespace mentor {

/// A number of years. It is said with its noun: 16 лет.
struct Years {
  int value;
  auto operator<=>(const Years&) const = default;
};

/// A number of things. It is said with its noun, which is a plural entry of the catalogs: 5 пар.
struct Count {
  std::int64_t value;
  std::string_view noun;
  auto operator<=>(const Count&) const = default;
};

/// An entry of the catalogs without arguments, as a part of another message.
struct Phrase {
  std::string_view key;
  auto operator<=>(const Phrase&) const = default;
};

/// Several texts or labels. They are said one after another, with commas between them.
using Texts = std::vector<std::string>;
using Labels = std::vector<Label>;

using Argument = std::variant<std::string, std::int64_t, Date, Years, AgeRange, Duration, Label, Count, Phrase, Period,
                              Texts, Labels>;

struct Message {
  std::string_view key;
  std::vector<Argument> arguments;

  /// An order in which equal messages become neighbours. Nothing is told in this order.
  auto operator<=>(const Message&) const = default;
};

/// An argument of a message. A view of a text is copied.
template <class Value>
Argument argument_from(Value value) {
  if constexpr (std::same_as<Value, std::string_view>) {
    return std::string{value};
  } else {
    return Argument{std::move(value)};
  }
}

/// Makes a message. Each literal key in the code stands in a call of `say` or `key`, where the catalogs' test finds it.
template <class... Arguments>
Message say(std::string_view key, Arguments... arguments) {
  return Message{key, {argument_from(std::move(arguments))...}};
}

/// Gives back the key alone. The call marks it for the catalogs' test.
constexpr std::string_view key(std::string_view literal) { return literal; }

}  // namespace mentor
