#include "diff.hpp"

#include <algorithm>
#include <vector>

#include "escape.hpp"
#include "mentor/text.hpp"

namespace mentor::render {

namespace {

constexpr std::string_view no_line_end = "\\ No newline at end of file";

/// The lines of a text; a last one without a line feed is followed by a line feed and the words for that, so that it
/// differs from one with it.
std::vector<std::string> marked_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (const auto line : lines_of(text)) {
    lines.emplace_back(line);
  }
  if (!text.empty() && text.back() != '\n') {
    lines.back().append("\n").append(no_line_end);
  }
  return lines;
}

std::string range(std::size_t begin, std::size_t count) {
  return std::to_string(count == 0 ? begin : begin + 1) + ',' + std::to_string(count);
}

}  // namespace

void diff(std::ostream& out, std::string_view path, const std::optional<std::string>& before,
          const std::optional<std::string>& after, bool color) {
  // An edit of a record touches lines that stand together, so the common start and end leave the change itself.
  constexpr std::size_t context = 3;
  const auto old_lines = marked_lines(before ? *before : std::string_view{});
  const auto new_lines = marked_lines(after ? *after : std::string_view{});
  const std::size_t shorter = std::min(old_lines.size(), new_lines.size());
  std::size_t head = 0;
  while (head < shorter && old_lines[head] == new_lines[head]) {
    ++head;
  }
  std::size_t tail = 0;
  while (tail < shorter - head && old_lines[old_lines.size() - 1 - tail] == new_lines[new_lines.size() - 1 - tail]) {
    ++tail;
  }
  if (before && after && head == old_lines.size() && head == new_lines.size()) {
    return;
  }
  const std::size_t begin = head - std::min(head, context);
  const std::size_t after_count = std::min(tail, context);
  const std::size_t old_end = old_lines.size() - tail;
  const std::size_t new_end = new_lines.size() - tail;
  const auto line = [&](char mark, std::string_view text, const char* code) {
    const bool colored = color && *code != '\0';
    const auto end = text.find('\n');
    out << (colored ? std::string{"\x1b["} + code + "m" : "") << mark << visible(text.substr(0, end))
        << (colored ? "\x1b[0m" : "") << '\n';
    if (end != std::string_view::npos) {
      out << no_line_end << '\n';
    }
  };
  out << "--- " << (before ? "a/" + visible(path) : "/dev/null") << '\n';
  out << "+++ " << (after ? "b/" + visible(path) : "/dev/null") << '\n';
  out << "@@ -" << range(begin, old_end + after_count - begin) << " +" << range(begin, new_end + after_count - begin)
      << " @@\n";
  for (std::size_t index = begin; index < head; ++index) {
    line(' ', old_lines[index], "");
  }
  for (std::size_t index = head; index < old_end; ++index) {
    line('-', old_lines[index], "31");
  }
  for (std::size_t index = head; index < new_end; ++index) {
    line('+', new_lines[index], "32");
  }
  for (std::size_t index = old_end; index < old_end + after_count; ++index) {
    line(' ', old_lines[index], "");
  }
}

}  // namespace mentor::render
