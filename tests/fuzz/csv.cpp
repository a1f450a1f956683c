/// A report of any cells is rendered without a crash. Read back, its CSV (plain and for Excel) has the same cells, and
/// none that a spreadsheet would run as a formula, also when it is split at another separator; its JSON has the same
/// cells; nothing in any format, nor in `visible`, can steer a terminal. The input: a byte for the number of columns,
/// then the cells, with 0xFF between them; the first byte of a cell says its type, and 0xFE separates the items of a
/// list, or an id from what it is called.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "csv_reader.hpp"
#include "mentor/utf8.hpp"
#include "render/cells.hpp"
#include "render/escape.hpp"
#include "render/render.hpp"
#include "target.hpp"

namespace {

using namespace mentor;
using Table = std::vector<std::vector<std::string>>;

Reference reference(const std::vector<std::string>& items) { return {items.front(), items.back()}; }
Labelled labelled(const std::vector<std::string>& items) { return {items.front(), {items.back(), items.back()}}; }

template <class Value>
Cell cell_or_unknown(const std::optional<Value>& value) {
  return value ? Cell{*value} : Cell{Unknown{}};
}

Cell cell_from(std::string_view part) {
  const auto text = part.substr(std::min<std::size_t>(part.size(), 1));
  const auto items = fuzz::split(text, fuzz::item_end);
  std::int64_t number = 0;
  switch (part.empty() ? '\0' : part.front()) {
    case 't':
      return std::string{text};
    case 'i':
      std::from_chars(text.data(), text.data() + text.size(), number);
      return number;
    case 'h':
      return cell_or_unknown(Duration::parse(text));
    case 'd':
      return cell_or_unknown(Date::parse(text));
    case 'm':
      return month_of(Date::parse(text).value_or(Date{}));
    case 'l':
      return labelled(items);
    case 'r':
      return reference(items);
    case 'L':
      return std::vector{labelled(items), labelled(items)};
    case 'R':
      return std::vector{reference(items), reference(items)};
    default:
      return std::monostate{};
  }
}

Report report_from(std::string_view input) {
  static constexpr FixedLabel words{"Слова", "Words"};
  const std::size_t count = static_cast<unsigned char>(input.front()) % 4 + 1;
  Section section{.key = "cells", .title = words, .when_empty = words};
  for (std::size_t index = 0; index < count; ++index) {
    section.columns.push_back({.key = "c" + std::to_string(index),
                               .heading = words,
                               .kind = index == 0   ? ColumnKind::reference
                                       : index == 1 ? ColumnKind::number
                                                    : ColumnKind::text,
                               .groups = index == 2});
  }
  std::vector<Row> rows;
  for (const auto& part : fuzz::split(input.substr(1), fuzz::part_end)) {
    if (rows.empty() || rows.back().size() == count) {
      rows.emplace_back();
    }
    rows.back().push_back(cell_from(part));
  }
  rows.back().resize(count);
  section.rows = std::move(rows);
  return {.name = "any", .title = words, .chapters = {{.blocks = {section}}}};
}

std::vector<Row> rows_of(const Report& report) {
  std::vector<Row> rows;
  blocks_of<Section>(report).front()->rows.for_each([&](const Row& row) { rows.push_back(row); });
  return rows;
}

/// RFC 4180, and nothing more: CRLF ends a line, quotes hold anything and a doubled quote is one.
Table read_csv(std::string_view text, char separator) {
  const std::vector<std::string> empty_line(1);
  Table table{empty_line};
  for (std::size_t at = 0; at < text.size();) {
    std::string& field = table.back().back();
    if (text[at] == '"') {
      fuzz::require(field.empty(), "a quote begins a field", text);
      for (++at;; ++at) {
        fuzz::require(at < text.size(), "a quote is closed", text);
        if (text[at] == '"' && text.substr(at + 1, 1) != "\"") {
          break;
        }
        if (text[at] == '"') {
          ++at;
        }
        field += text[at];
      }
      ++at;
      const auto rest = text.substr(at);
      fuzz::require(rest.starts_with(separator) || rest.starts_with("\r\n"), "a closing quote ends a field", text);
    } else if (text[at] == separator) {
      table.back().emplace_back();
      ++at;
    } else if (text.substr(at).starts_with("\r\n")) {
      table.push_back(empty_line);
      at += 2;
    } else {
      fuzz::require(text[at] != '\r' && text[at] != '\n', "a line break stands in quotes", text);
      field += text[at++];
    }
  }
  fuzz::require(table.back() == empty_line, "the last line is ended", text);
  table.pop_back();
  return table;
}

/// By the tables of Unicode, apart from those of the program: C0, DEL, C1, and what changes the direction of a text.
bool steers(char32_t character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x061C || character == 0x200E ||
         character == 0x200F || character == 0x2028 || character == 0x2029 ||
         (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

void require_harmless(std::string_view text, std::string_view allowed) {
  for (auto rest = text; !rest.empty();) {
    const auto decoded = utf8::decode(rest);
    fuzz::require(decoded.has_value(), "what is shown is UTF-8", text);
    const bool may_stand = decoded->length == 1 && allowed.find(rest.front()) != std::string_view::npos;
    fuzz::require(may_stand || !steers(decoded->character), "what is shown steers no terminal", text);
    rest.remove_prefix(decoded->length);
  }
}

bool is_formula(std::string_view cell) {
  constexpr std::string_view full_width = "\uFF1D\uFF0B\uFF0D\uFF20";
  return !cell.empty() && (std::string_view{"=+-@\t\r"}.find(cell.front()) != std::string_view::npos ||
                           (cell.size() > 2 && full_width.find(cell.substr(0, 3)) != std::string_view::npos));
}

/// Without the apostrophes before what may begin a formula.
std::string not_defused(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\'' || !is_formula(text.substr(at + 1))) {
      result += text[at];
    }
  }
  return result;
}

void require_csv_cell(const std::string& shown, const std::string& meant, bool is_number) {
  require_harmless(shown, "\n\t");
  fuzz::require(is_number || !is_formula(shown), "no cell is a formula", shown);
  if (render::visible(meant) == meant) {
    const bool same = is_number ? shown == meant : not_defused(shown) == not_defused(meant);
    fuzz::require(same, "CSV has the same cells", meant);
  }
}

/// Whoever splits the lines elsewhere gets no formula either, unless a number is one.
void check_split_elsewhere(const Report& report, std::string_view text, char separator) {
  std::vector<std::string> numbers;
  for (const Row& row : rows_of(report)) {
    if (std::holds_alternative<std::int64_t>(row.front())) {
      numbers.push_back(render::machine(row.front()));
    }
  }
  for (const std::string& cell : sample::csv_cells(text, separator)) {
    // A quote that ends a field in the one reading begins one in the other, with the end of the line and the next line.
    const auto line = std::string_view{cell}.substr(cell.starts_with("\r\n") ? 2 : 0);
    const bool is_number =
        std::any_of(numbers.begin(), numbers.end(), [&](const auto& number) { return line.starts_with(number); });
    fuzz::require(is_number || !is_formula(line), "no cell is a formula where lines are split elsewhere", cell);
  }
}

void check_csv(const Report& report, bool excel) {
  const language::Words words{Language::ru};
  std::ostringstream out;
  render::csv(out, report, words, {.excel = excel});
  std::string text = out.str();
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (excel) {
    fuzz::require(text.starts_with(byte_order_mark), "CSV for Excel begins with a byte-order mark", text);
    text.erase(0, byte_order_mark.size());
  }
  const Section& section = *blocks_of<Section>(report).front();
  const auto rows_meant = rows_of(report);
  const char own_separator = excel ? ';' : ',';
  for (const char separator : {',', ';', '\t'}) {
    if (separator != own_separator) {
      check_split_elsewhere(report, text, separator);
    }
  }
  const auto table = read_csv(text, own_separator);
  fuzz::require(table.size() == rows_meant.size() + 1, "CSV has a line a row", text);
  const std::size_t more = excel ? 0 : 1;  // the names of the first column, which people read in its own place
  for (std::size_t line = 0; line < table.size(); ++line) {
    fuzz::require(table[line].size() == section.columns.size() + more, "all lines have the same number of fields",
                  text);
    if (line == 0) {
      continue;
    }
    const Row& row = rows_meant[line - 1];
    if (!excel) {
      require_csv_cell(table[line][1], render::machine_names(row[0]), false);
    }
    for (std::size_t index = 0; index < row.size(); ++index) {
      const auto* hours = std::get_if<Duration>(&row[index]);
      const bool is_whole = std::holds_alternative<std::int64_t>(row[index]);
      const auto meant = !excel || is_whole ? render::machine(row[index])
                         : hours != nullptr ? words.decimal_hours(*hours)
                                            : render::human(row[index], words);
      require_csv_cell(table[line][index == 0 ? 0 : index + more], meant, is_whole || hours != nullptr);
    }
  }
}

bool is_same(const nlohmann::json& json, const Cell& cell) {
  const auto same_text = [](const nlohmann::json& one, const std::string& text) {
    return utf8::first_invalid(text) ? one.is_string() : one == text;
  };
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return same_text(json, *text);
  }
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    return json == *number;
  }
  if (const auto* hours = std::get_if<Duration>(&cell)) {
    return json.is_number() && std::llround(json.get<double>() * 10'000) == hours->ten_thousandths();
  }
  if (const auto* one = std::get_if<Reference>(&cell)) {
    return same_text(json.at("id"), one->id) && same_text(json.at("name"), one->name);
  }
  if (const auto* list = std::get_if<std::vector<Reference>>(&cell)) {
    return json.size() == list->size() && is_same(json.at(0), list->front()) && is_same(json.at(1), list->back());
  }
  if (const auto* list = std::get_if<std::vector<Labelled>>(&cell)) {
    return json.size() == list->size();
  }
  const auto text = render::machine(cell);
  return text.empty() ? json.is_null() : same_text(json, text);
}

void check_json(const Report& report) {
  std::ostringstream out;
  render::json(out, report, language::Words{Language::ru}, {});
  require_harmless(out.str(), "\n");
  const auto rows = nlohmann::json::parse(out.str()).at("sections").at("cells");
  const Section& section = *blocks_of<Section>(report).front();
  const auto rows_meant = rows_of(report);
  fuzz::require(rows.size() == rows_meant.size(), "JSON has an object a row", out.str());
  for (std::size_t line = 0; line < rows.size(); ++line) {
    for (std::size_t index = 0; index < section.columns.size(); ++index) {
      fuzz::require(is_same(rows[line].at(section.columns[index].key), rows_meant[line][index]),
                    "JSON has the same cells", out.str());
    }
  }
}

void check_shown(const Report& report) {
  for (const Language language : {Language::ru, Language::en}) {
    for (const std::size_t width : {std::size_t{20}, std::size_t{80}}) {
      std::ostringstream out;
      render::text(out, report, language::Words{language}, {.width = width});
      require_harmless(out.str(), "\n");
    }
    std::ostringstream out;
    render::markdown(out, report, language::Words{language}, {});
    require_harmless(out.str(), "\n");
  }
}

}  // namespace

FUZZ_TARGET(csv) {
  if (size == 0) {
    return 0;
  }
  const auto input = fuzz::text_of(data, size);
  const auto visible = render::visible(input);
  require_harmless(visible, "");
  fuzz::require(render::visible(visible) == visible, "what is visible stays as it is", visible);
  require_harmless(render::markdown_text(input), "");

  const Report report = report_from(input);
  check_csv(report, false);
  check_csv(report, true);
  check_json(report);
  check_shown(report);
  return 0;
}
