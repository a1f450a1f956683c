#include "mentor/text.hpp"

namespace mentor {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::string with_line_feeds(std::string_view text) {
  std::string result;
  for (auto line : lines_of(text)) {
    line.remove_suffix(line.ends_with('\r') ? 1 : 0);
    result.append(line).append("\n");
  }
  result.resize(result.size() - (text.ends_with('\n') || text.empty() ? 0 : 1));
  return result;
}

std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> parts;
  for (auto comma = text.find(','); comma != std::string_view::npos; comma = text.find(',')) {
    parts.emplace_back(text.substr(0, comma));
    text.remove_prefix(comma + 1);
  }
  parts.emplace_back(text);
  return parts;
}

}  // namespace mentor
