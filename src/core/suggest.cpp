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

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const auto left = characters(a);
  const auto right = characters(b);
  // Three rows of the usual table: a swap looks two rows back.
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

std::optional<std::string> suggest(std::string_view word, std::span<const std::string> candidates) {
  constexpr std::size_t longest_word = 64;  // nobody slips over a longer one, and the table is quadratic
  constexpr std::size_t shortest_beginning = 3;
  const std::size_t length = utf8::length(word);
  if (length == 0 || length > longest_word) {
    return std::nullopt;
  }
  std::optional<std::string> nearest;
  std::size_t least = 0;
  for (const auto& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    const std::size_t longer = std::max(length, utf8::length(candidate));
    const bool beginning = length >= shortest_beginning && candidate.starts_with(word);
    if ((distance * 3 <= longer || beginning) && (!nearest || distance < least)) {
      nearest = candidate;
      least = distance;
    }
  }
  return nearest;
}

}  // namespace mentor
