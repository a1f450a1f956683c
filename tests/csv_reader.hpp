/// CSV as programs read it that do not know how it was written, split at any separator: quotes count at the beginning
/// of a field, and what is odd is taken as it stands. So read spreadsheets, and Python.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sample {

/// The cells of all lines, one after another.
inline std::vector<std::string> csv_cells(std::string_view text, char separator) {
  std::vector<std::string> cells(1);
  bool begins = true;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if (quoted && byte == '"' && text.substr(at + 1, 1) == "\"") {
      cells.back() += text[++at];
    } else if (quoted ? byte == '"' : begins && byte == '"') {
      quoted = !quoted;
      begins = false;
    } else if (!quoted && (byte == separator || byte == '\r' || byte == '\n')) {
      cells.emplace_back();
      begins = true;
    } else {
      cells.back() += byte;
      begins = false;
    }
  }
  return cells;
}

}  // namespace sample
