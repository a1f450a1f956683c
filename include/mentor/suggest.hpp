/// "Did you mean": the nearest of the words that would be right.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mentor {

/// The number of characters to insert, remove, replace or swap with a neighbour to make `a` into `b`.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Finds the candidate nearest to a word. The caller shows it one candidate after another. A candidate is near enough
/// if the word may be a slip of the hand: at most a third of the longer word's characters differ, and not the first one
/// together with others: an `import` is no slip for `report`. It is also near
/// enough if it begins with the word and the word has three characters or more. Nothing is near to a word longer than
/// 64 characters.
class Nearest {
 public:
  explicit Nearest(std::string_view word);

  /// Whether the candidate is near enough, and nearer than all candidates before it.
  bool is_nearer(std::string_view candidate);

 private:
  std::string_view word_;
  std::size_t length_;
  std::optional<std::size_t> least_;
};

/// The nearest candidate; of equally near ones the first. Nothing when none is near enough.
std::optional<std::string> suggest(std::string_view word, std::span<const std::string> candidates);

}  // namespace mentor
