#include "diff.hpp"

#include <dtl/dtl.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "escape.hpp"
#include "mentor/text.hpp"

namespace mentor::render {

namespace {

constexpr std::string_view no_line_end = "\\ No newline at end of file";

/// The lines of a text. If the last line has no line feed, the words for that are added to it, on a line of their own.
/// So it differs from the same line with a line feed.
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

using Lines = std::vector<std::string>;

/// A line that both texts have, or only one of them.
struct Line {
  char mark;  // ' ', '-', '+'
  std::string text;
};

std::vector<Line> compare(const Lines& before, const Lines& after) {
  dtl::Diff<std::string, Lines> comparison{before, after};
  comparison.onHuge();
  comparison.compose();
  std::vector<Line> lines;
  for (const auto& [text, info] : comparison.getSes().getSequence()) {
    lines.push_back({info.type == dtl::SES_ADD ? '+' : info.type == dtl::SES_DELETE ? '-' : ' ', text});
  }
  // As in every diff, removed lines stand before the lines that replace them.
  for (auto begin = lines.begin(); begin != lines.end();) {
    const auto is_same = [](const Line& line) { return line.mark == ' '; };
    begin = std::find_if_not(begin, lines.end(), is_same);
    const auto end = std::find_if(begin, lines.end(), is_same);
    std::stable_partition(begin, end, [](const Line& line) { return line.mark == '-'; });
    begin = end;
  }
  return lines;
}

/// The stretches of lines to show: each change, with up to three lines around it.
std::vector<std::pair<std::size_t, std::size_t>> hunks_of(const std::vector<Line>& lines) {
  constexpr std::size_t context = 3;
  std::vector<std::pair<std::size_t, std::size_t>> hunks;
  for (std::size_t index = 0; index < lines.size(); ++index) {
    if (lines[index].mark == ' ') {
      continue;
    }
    const std::size_t begin = index - std::min(index, context);
    const std::size_t end = std::min(index + 1 + context, lines.size());
    if (!hunks.empty() && begin <= hunks.back().second) {
      hunks.back().second = end;
    } else {
      hunks.emplace_back(begin, end);
    }
  }
  return hunks;
}

void print_line(std::ostream& out, const Line& line, bool color) {
  const bool colored = color && line.mark != ' ';
  const auto end = line.text.find('\n');
  out << (colored ? line.mark == '-' ? "\x1b[31m" : "\x1b[32m" : "") << line.mark << visible(line.text.substr(0, end))
      << (colored ? "\x1b[0m" : "") << '\n';
  if (end != std::string::npos) {
    out << no_line_end << '\n';
  }
}

}  // namespace

void diff(std::ostream& out, std::string_view path, const std::optional<std::string>& before,
          const std::optional<std::string>& after, bool color) {
  const auto lines =
      compare(marked_lines(before ? *before : std::string_view{}), marked_lines(after ? *after : std::string_view{}));
  const auto hunks = hunks_of(lines);
  if (before && after && hunks.empty()) {
    return;
  }
  out << "--- " << (before ? "a/" + visible(path) : "/dev/null") << '\n';
  out << "+++ " << (after ? "b/" + visible(path) : "/dev/null") << '\n';
  std::size_t told = 0;
  std::size_t old_line = 0;
  std::size_t new_line = 0;
  const auto count = [&](std::size_t from, std::size_t to, char other) {
    return static_cast<std::size_t>(std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(from),
                                                  lines.begin() + static_cast<std::ptrdiff_t>(to),
                                                  [&](const Line& line) { return line.mark != other; }));
  };
  for (const auto& [begin, end] : hunks) {
    old_line += count(told, begin, '+');
    new_line += count(told, begin, '-');
    const std::size_t old_count = count(begin, end, '+');
    const std::size_t new_count = count(begin, end, '-');
    out << "@@ -" << range(old_line, old_count) << " +" << range(new_line, new_count) << " @@\n";
    std::for_each(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(end),
                  [&](const Line& line) { print_line(out, line, color); });
    old_line += old_count;
    new_line += new_count;
    told = end;
  }
}

}  // namespace mentor::render
