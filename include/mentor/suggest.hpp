/// "Did you mean": the nearest of the words that would have been right.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mentor {

/// The number of characters to insert, remove, replace or swap with a neighbour to make `a` into `b`.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word` when it is near enough to be a slip of the hand: at most a third of the longer
/// word's characters differ, or `word` is its beginning (three characters or more). Longer than 64: no suggestion.
std::optional<std::string> suggest(std::string_view word, std::span<const std::string> candidates);

}  // namespace mentor
