/// "Did you mean": the nearest of the words that would have been right.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mentor {

/// The number of characters to insert, remove, replace or swap with a neighbour to make `a` into `b`.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Which of the candidates that it is shown one after another comes nearest to a word. Near enough is what may be a
/// slip of the hand: at most a third of the longer word's characters differ, or the word is the candidate's beginning
/// (three characters or more). To a word longer than 64 characters nothing is near.
class Nearest {
 public:
  explicit Nearest(std::string_view word);

  /// Whether the candidate is near enough, and nearer than all that were shown before.
  bool is_nearer(std::string_view candidate);

 private:
  std::string_view word_;
  std::size_t length_;
  std::optional<std::size_t> least_;
};

/// The nearest of the candidates, the first of equals; nothing when none is near enough.
std::optional<std::string> suggest(std::string_view word, std::span<const std::string> candidates);

}  // namespace mentor
