#include "mentor/suggest.hpp"

#include <algorithm>
#include <vector>

#include "mentor/utf8.hpp"

namespace mentor {

namespace {

std::u32string characters(std::string_view text) {
  std::u32string result;
  while (!text.empty()) {
    const auto decoded = utf8::decode(text);
    result.push_back(decoded ? decoded->character : U'\uFFFD');
    text.remove_prefix(decoded ? decoded->length : 1);
  }
  return result;
}

/// Whether two texts begin with the same character.
bool begin_alike(std::string_view a, std::string_view b) {
  const auto first = utf8::decode(a);
  const auto other = utf8::decode(b);
  return first && other && first->character == other->character;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const auto left = characters(a);
  const auto right = characters(b);
  // Three rows of the usual table are enough: a swap looks two rows back.
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> above(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t column = 0; column <= right.size(); ++column) {
    above[column] = column;
  }
  for (std::size_t line = 1; line <= left.size(); ++line) {
    row[0] = line;
    for (std::size_t column = 1; column <= right.size(); ++column) {
      const bool same = left[line - 1] == right[column - 1];
      row[column] = std::min({above[column] + 1, row[column - 1] + 1, above[column - 1] + (same ? 0 : 1)});
      if (line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1]) {
        row[column] = std::min(row[column], before[column - 2] + 1);
      }
    }
    before.swap(above);
    above.swap(row);
  }
  return above[right.size()];
}

Nearest::Nearest(std::string_view word) : word_(word), length_(utf8::length(word)) {}

bool Nearest::is_nearer(std::string_view candidate) {
  constexpr std::size_t longest_word = 64;  // people do not mistype longer words, and the table is quadratic
  constexpr std::size_t shortest_beginning = 3;
  if (length_ == 0 || length_ > longest_word) {
    return false;
  }
  const std::size_t other = utf8::length(candidate);
  const auto [shorter, longer] = std::minmax(length_, other);
  const bool is_beginning = length_ >= shortest_beginning && candidate.starts_with(word_);
  if ((longer - shorter) * 3 > longer && !is_beginning) {
    return false;  // at least this many characters differ
  }
  const std::size_t distance = edit_distance(word_, candidate);
  const bool is_like = distance <= 1 || begin_alike(candidate, word_);
  if (((distance * 3 > longer || !is_like) && !is_beginning) || (least_ && distance >= *least_)) {
    return false;
  }
  least_ = distance;
  return true;
}

std::optional<std::string> suggest(std::string_view word, std::span<const std::string> candidates) {
  Nearest nearest{word};
  std::optional<std::string> found;
  for (const std::string& candidate : candidates) {
    if (nearest.is_nearer(candidate)) {
      found = candidate;
    }
  }
  return found;
}

}  // namespace mentor
