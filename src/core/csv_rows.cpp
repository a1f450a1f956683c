#include "mentor/csv_rows.hpp"

#include <algorithm>
#include <array>

namespace mentor {

namespace {

/// What parts the cells of the first row, outside quotes.
char separator_of(std::string_view text) {
  constexpr std::array separators = {',', ';', '\t'};
  std::array<int, separators.size()> counts{};
  bool is_quoted = false;
  for (const char byte : text) {
    if (byte == '\n' && !is_quoted) {
      break;
    }
    is_quoted = is_quoted != (byte == '"');
    for (std::size_t index = 0; index < separators.size() && !is_quoted; ++index) {
      counts.at(index) += byte == separators.at(index) ? 1 : 0;
    }
  }
  return separators.at(static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin()));
}

/// Takes one cell from the start of the text, with what parts it from the next. Nothing when its quote is not closed.
class Cells {
 public:
  /// `line` is the one on which the text begins.
  Cells(std::string_view text, char separator, std::uint32_t line) : rest_(text), separator_(separator), line_(line) {}

  bool is_done() const { return rest_.empty(); }
  std::uint32_t line() const { return line_; }
  bool ends_row() const { return ends_row_; }

  std::optional<std::string> next() {
    std::string cell;
    if (rest_.starts_with('"')) {
      rest_.remove_prefix(1);
      if (!take_quoted(cell)) {
        return std::nullopt;
      }
    }
    const std::array ends = {separator_, '\n'};
    const auto end = std::min(rest_.find_first_of(std::string_view{ends.data(), ends.size()}), rest_.size());
    cell.append(rest_.substr(0, end));
    ends_row_ = end == rest_.size() || rest_[end] == '\n';
    line_ += end != rest_.size() && rest_[end] == '\n' ? 1U : 0U;
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return cell;
  }

 private:
  /// Takes what stands up to the quote that closes.
  bool take_quoted(std::string& cell) {
    while (true) {
      const auto quote = rest_.find('"');
      if (quote == std::string_view::npos) {
        return false;
      }
      const auto part = rest_.substr(0, quote);
      line_ += static_cast<std::uint32_t>(std::count(part.begin(), part.end(), '\n'));
      cell.append(part);
      rest_.remove_prefix(quote + 1);
      if (!rest_.starts_with('"')) {
        return true;
      }
      cell.push_back('"');
      rest_.remove_prefix(1);
    }
  }

  std::string_view rest_;
  char separator_;
  std::uint32_t line_;
  bool ends_row_ = false;
};

bool is_blank(const std::string& cell) { return cell.find_first_not_of(" \t") == std::string::npos; }

}  // namespace

CsvRows csv_rows(std::string_view text) {
  CsvRows read;
  // Excel writes and reads a first line that only says what parts the cells.
  constexpr std::string_view says_separator = "sep=";
  const bool is_said = text.size() > says_separator.size() + 1 && text.starts_with(says_separator) &&
                       text[says_separator.size() + 1] == '\n';
  const char separator = is_said ? text[says_separator.size()] : separator_of(text);
  text.remove_prefix(is_said ? says_separator.size() + 2 : 0);
  Cells cells{text, separator, is_said ? 2U : 1U};
  while (!cells.is_done()) {
    CsvRow row{{}, cells.line()};
    do {
      auto cell = cells.next();
      if (!cell) {
        read.unclosed = cells.line();
        return read;
      }
      row.cells.push_back(*std::move(cell));
    } while (!cells.ends_row());
    if (!std::all_of(row.cells.begin(), row.cells.end(), is_blank)) {
      read.rows.push_back(std::move(row));
    }
  }
  return read;
}

}  // namespace mentor
