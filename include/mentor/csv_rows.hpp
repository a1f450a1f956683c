/// Rows of a table as spreadsheets save them: RFC 4180, also with semicolons or tabs in place of commas.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct CsvRow {
  std::vector<std::string> cells;
  std::uint32_t line = 0;  // on which it begins
};

struct CsvRows {
  std::vector<CsvRow> rows;
  std::optional<std::uint32_t> unclosed =
      {};  // where a quote was opened or doubled that nothing closes; the rows end there
};

/// The rows of a text with LF line ends. What stands most often in the first line parts the cells: semicolons, tabs or
/// commas; a line `sep=;` before it says another one, and is no row. A cell in quotes may hold any of these, line
/// feeds, and doubled quotes for one. Rows without any text are left out.
CsvRows csv_rows(std::string_view text);

}  // namespace mentor
