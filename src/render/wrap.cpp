#include "wrap.hpp"

#include <algorithm>

#include "language/unicode.hpp"

namespace mentor::render {

namespace {

/// How wide a word is seen. An escape sequence ends with `m`.
std::size_t width_seen(std::string_view word) {
  std::string seen;
  for (auto escape = word.find('\x1b'); escape != std::string_view::npos; escape = word.find('\x1b')) {
    seen.append(word.substr(0, escape));
    word.remove_prefix(std::min(word.find('m', escape), word.size() - 1) + 1);
  }
  return language::display_width(seen.append(word));
}

void add_wrapped_line(std::string& result, std::string_view line, std::size_t width) {
  if (line.size() <= width) {
    result.append(line);  // it has no more columns than bytes
    return;
  }
  const std::size_t margin = std::min(line.find_first_not_of(' '), line.size());
  result.append(line.substr(0, margin));
  std::size_t column = margin;
  for (std::size_t begin = margin; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    const std::string_view word = line.substr(begin, end - begin);
    const std::size_t wide = width_seen(word);
    if (column > margin && column + 1 + wide > width) {
      result.append("\n").append(margin, ' ');
      column = margin;
    } else if (begin > margin) {
      result += ' ';
      ++column;
    }
    result.append(word);
    column += wide;
    begin = end + 1;
  }
}

}  // namespace

std::string wrapped_lines(std::string_view text, std::size_t width) {
  std::string result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    add_wrapped_line(result, text.substr(begin, end - begin), width);
    result.append(end < text.size() ? "\n" : "");
    begin = end + 1;
  }
  return result;
}

}  // namespace mentor::render
