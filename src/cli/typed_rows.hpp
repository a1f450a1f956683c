/// The rows of a file from which `add` makes records: a table as spreadsheets save it, or a stream of YAML.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "session.hpp"

namespace mentor::cli {

/// What one row gives to fields: names as the first line has them, and texts. Empty cells give nothing.
struct TypedRow {
  std::vector<std::pair<std::string, std::string>> values;
  std::uint32_t line = 0;
  std::uint32_t line_of_names = 0;
};

/// The rows of a file, or of standard input if its name is `-`. A file that ends in `.yaml` or `.yml` is a stream, each
/// of whose documents is a row; any other is a table whose first row has the names. Texts of Windows (1251) and those
/// of UTF-16 are understood. Throws `Refused` when the file has no rows, a row has too many cells, or YAML is wrong.
std::vector<TypedRow> rows_of_file(const Session& session, const std::string& path);

}  // namespace mentor::cli
