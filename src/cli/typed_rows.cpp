#include "typed_rows.hpp"

#include <algorithm>
#include <iterator>

#include "language/unicode.hpp"
#include "mentor/csv_rows.hpp"
#include "mentor/shell_word.hpp"
#include "mentor/text.hpp"
#include "mentor/utf8.hpp"
#include "standard_input.hpp"
#include "storage/disk/limits.hpp"
#include "storage/disk/named_text.hpp"
#include "storage/yaml/yaml.hpp"

namespace mentor::cli {

namespace {

std::string bytes_of(const Session& session, const std::string& path) {
  return path == "-" ? standard_input(session)
                     : storage::text_of_named(session.world().folder / path, path, storage::most_input_bytes);
}

/// Throws `Refused` when the bytes are a workbook.
void refuse_spreadsheet(const std::string& path, std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) {  // .xlsx and .ods; .xls
    throw Refused{Status::usage, say("add.spreadsheet", path)};
  }
}

/// The text of the file, as UTF-8 with LF line ends. Throws `Refused` when nobody can tell how it is encoded.
std::string text_of(const Session& session, const std::string& path) {
  std::string text = bytes_of(session, path);
  if (text.starts_with(utf8::byte_order_mark)) {
    text.erase(0, utf8::byte_order_mark.size());
  }
  const language::Encoding encoding = language::encoding_of(text);
  if (encoding == language::Encoding::dos_866 || encoding == language::Encoding::unknown) {
    refuse_spreadsheet(path, text);
    throw Refused{Status::usage, encoding == language::Encoding::dos_866 ? say("add.code-page", shell_word(path))
                                                                         : say("add.unknown-encoding", path)};
  }
  text = with_line_feeds(language::as_utf8(std::move(text)));
  std::replace(text.begin(), text.end(), '\r', '\n');  // which alone ends lines on old Macintoshes
  return text;
}

/// The cell without the blanks at its ends, which nobody sees in a table.
std::string without_blanks_around(const std::string& cell) {
  constexpr std::string_view blanks = " \t";
  constexpr std::string_view no_break_space = "\u00A0";
  std::string_view text = cell;
  for (bool goes_on = true; goes_on;) {
    const std::size_t before = text.size();
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    text.remove_prefix(text.starts_with(no_break_space) ? no_break_space.size() : 0);
    text.remove_suffix(text.size() - std::min(text.find_last_not_of(blanks) + 1, text.size()));
    text.remove_suffix(text.ends_with(no_break_space) ? no_break_space.size() : 0);
    goes_on = text.size() < before;
  }
  return std::string{text};
}

/// The text without the apostrophe that our own tables put before what a spreadsheet would take for a formula.
std::string without_guard(const std::string& cell) {
  constexpr std::string_view guarded = "=+-@";
  const bool is_guarded = cell.size() > 1 && cell.front() == '\'' && guarded.find(cell[1]) != std::string_view::npos;
  return is_guarded ? cell.substr(1) : cell;
}

std::vector<TypedRow> rows_of_table(const std::string& path, const std::string& text) {
  const CsvRows table = csv_rows(text);
  if (table.unclosed) {
    throw Refused{Status::usage, say("add.unclosed-quote", path, std::int64_t{*table.unclosed})};
  }
  if (table.rows.size() < 2) {
    throw Refused{Status::usage, say("add.no-rows", path)};
  }
  std::vector<std::string> names;
  std::transform(table.rows.front().cells.begin(), table.rows.front().cells.end(), std::back_inserter(names),
                 tidy_line);
  std::vector<TypedRow> rows;
  for (std::size_t index = 1; index < table.rows.size(); ++index) {
    const CsvRow& row = table.rows[index];
    TypedRow& typed = rows.emplace_back(TypedRow{{}, row.line, table.rows.front().line});
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      const bool is_blank = tidy_line(row.cells[column]).empty();
      if (!is_blank && (column >= names.size() || names[column].empty())) {
        throw Refused{Status::usage, say("add.cell-without-name", path, std::int64_t{row.line}, row.cells[column])};
      }
      if (!is_blank) {
        typed.values.emplace_back(names[column], without_guard(without_blanks_around(row.cells[column])));
      }
    }
  }
  return rows;
}

/// The items of a list as they are typed: with commas between.
std::string joined(const storage::Node& list) {
  std::string text;
  for (const storage::Node& item : list.items) {
    text.append(text.empty() ? "" : ",").append(item.text);
  }
  return text;
}

std::vector<TypedRow> rows_of_stream(const std::string& path, const std::string& text) {
  std::vector<TypedRow> rows;
  for (const storage::YamlDocument& document : storage::split_documents(text)) {
    const auto parsed = storage::parse_document(document.text);
    const auto* map = std::get_if<storage::Node>(&parsed);
    if (map == nullptr || map->content != storage::Node::Content::map) {
      const auto* problems = std::get_if<std::vector<storage::Problem>>(&parsed);
      const std::uint32_t line = document.line + (problems == nullptr ? 0 : problems->front().at.line - 1);
      Refused refused{Status::findings, {}};
      refused.findings.push_back({Rule::yaml_syntax,
                                  Severity::error,
                                  {.path = path, .line = line},
                                  problems == nullptr ? say("yaml-syntax.not-a-mapping") : problems->front().message,
                                  {}});
      throw refused;
    }
    TypedRow& typed = rows.emplace_back(TypedRow{{}, document.line, document.line});
    for (const auto& [key, value, colon] : map->entries) {
      for (const auto& [word, entry, place] : value.entries) {
        typed.values.emplace_back(key.text + '.' + word.text, entry.text);
      }
      if (value.content == storage::Node::Content::scalar || value.content == storage::Node::Content::list) {
        typed.values.emplace_back(key.text, value.items.empty() ? value.text : joined(value));
      }
    }
  }
  if (rows.empty()) {
    throw Refused{Status::usage, say("add.no-rows", path)};
  }
  return rows;
}

}  // namespace

std::vector<TypedRow> rows_of_file(const Session& session, const std::string& path) {
  const std::string text = text_of(session, path);
  refuse_spreadsheet(path, text);
  const bool is_stream = path.ends_with(".yaml") || path.ends_with(".yml") || text.starts_with("---\n");
  return is_stream ? rows_of_stream(path, text) : rows_of_table(path, text);
}

}  // namespace mentor::cli
