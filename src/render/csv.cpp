// CSV by RFC 4180: CRLF, UTF-8, the same number of fields in every line. Keys and ids are never translated.
#include <algorithm>
#include <array>
#include <optional>

#include "cells.hpp"
#include "escape.hpp"
#include "mentor/utf8.hpp"
#include "render.hpp"

namespace mentor::render {

namespace {

using language::Words;

/// The signs at which some program splits a line, whatever sign the file was written with. Excel splits at the list
/// separator of its country.
constexpr std::string_view separators = ",;\t";

/// Whether a spreadsheet runs a text that begins so. Some skip the first sign and run the rest.
bool begins_formula(std::string_view text) {
  constexpr std::array<std::string_view, 9> beginnings = {"=",      "+",      "-",      "@",     "\t",
                                                          "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};  // full-width signs
  return std::any_of(beginnings.begin(), beginnings.end(), [&](auto beginning) { return text.starts_with(beginning); });
}

/// Makes a text harmless that a spreadsheet would run as a formula: after an apostrophe, spreadsheets take it for text.
/// A formula may begin the text. It may also begin a cell that a reader makes by splitting the text itself; such a
/// reader drops quotes at the beginning of the cell. A formula after a blank is text already.
std::string defused(std::string_view text) {
  std::string result;
  bool begins_cell = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (begins_cell && begins_formula(text.substr(at))) {
      result += '\'';
    }
    const char byte = text[at];
    result += byte;
    begins_cell = (begins_cell && byte == '"') || byte == '\n' || separators.find(byte) != std::string_view::npos;
  }
  return result;
}

/// Makes control characters visible. Line feeds and tabs stay, since CSV can hold them.
std::string harmless(const std::string& text) {
  std::string result;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\n\t", begin), text.size());
    result += visible(std::string_view{text}.substr(begin, end - begin));
    if (end < text.size()) {
      result += text[end];
    }
    begin = end + 1;
  }
  return result;
}

class CsvWriter {
 public:
  CsvWriter(std::ostream& out, const Words& words, const Style& style) : out_(out), words_(words), style_(style) {}

  /// Puts the text in quotes if any known reader could end the field too soon, not only the reader it is written for.
  void field(const std::string& text) {
    begin_field(text);
    if (text.find_first_of(separators) == std::string::npos && text.find_first_of("\"\r\n") == std::string::npos) {
      out_ << text;
      return;
    }
    out_ << '"';
    for (const char byte : text) {
      out_ << (byte == '"' ? "\"\"" : std::string_view{&byte, 1});
    }
    out_ << '"';
  }

  /// A text from records may hold anything, so it is made harmless. A number is shown as it is.
  void cell(const Cell& cell) {
    if (const auto* duration = std::get_if<Duration>(&cell)) {
      number(style_.excel ? words_.decimal_hours(*duration) : duration->to_decimal());
    } else if (std::holds_alternative<Share>(cell) || std::holds_alternative<Mean>(cell)) {
      number(style_.excel ? words_.decimal(machine(cell)) : machine(cell));
    } else if (std::holds_alternative<std::int64_t>(cell)) {
      number(machine(cell));
    } else {
      field(defused(harmless(machine(cell))));
    }
  }

  void names(const Cell& cell) { field(defused(harmless(machine_names(cell)))); }

  void end_line() {
    // Many readers skip an empty line, so a line of one empty field has quotes.
    out_ << (blank_ ? "\"\"\r\n" : "\r\n");
    first_ = true;
  }

 private:
  void begin_field(const std::string& text) {
    out_ << (first_ ? "" : style_.excel ? ";" : ",");
    blank_ = first_ && text.empty();
    first_ = false;
  }

  /// A number never stands in quotes: some readers take what stands in quotes for text.
  void number(const std::string& text) {
    begin_field(text);
    out_ << text;
  }

  std::ostream& out_;
  const Words& words_;
  const Style& style_;
  bool first_ = true;   // nothing has been written to this line yet
  bool blank_ = false;  // the line has one field, and it is empty
};

/// A column of the whole table: its key, and whether it holds the names that belong to references.
struct CsvColumn {
  std::string key;
  bool names;

  bool operator==(const CsvColumn&) const = default;
};

std::vector<CsvColumn> places_of(const std::vector<const Section*>& sections) {
  std::vector<CsvColumn> places;
  const auto add = [&](CsvColumn place) {
    if (std::find(places.begin(), places.end(), place) == places.end()) {
      places.push_back(std::move(place));
    }
  };
  for (const Section* section : sections) {
    for (const Column& column : section->columns) {
      if (is_for_machines(column)) {
        add({column.key, false});
        if (column.kind == ColumnKind::reference) {
          add({column.key, true});
        }
      }
    }
  }
  return places;
}

/// For each column of the table, the number of the section's column that fills it. Nothing when the section has none.
std::vector<std::optional<std::size_t>> indexes_of(const std::vector<CsvColumn>& places, const Section& section) {
  std::vector<std::optional<std::size_t>> indexes;
  for (const CsvColumn& place : places) {
    const auto found = std::find_if(section.columns.begin(), section.columns.end(), [&](const Column& column) {
      return column.key == place.key && is_for_machines(column);
    });
    indexes.push_back(found == section.columns.end()
                          ? std::nullopt
                          : std::optional{static_cast<std::size_t>(found - section.columns.begin())});
  }
  return indexes;
}

void write_rows(CsvWriter& writer, const Section& section, const std::vector<CsvColumn>& places, bool is_named,
                std::size_t empty_behind) {
  const auto indexes = indexes_of(places, section);
  section.rows.for_each([&](const Row& row) {
    if (is_named) {
      writer.field(section.key);
    }
    for (std::size_t at = 0; at < places.size(); ++at) {
      if (!indexes[at]) {
        writer.field({});
      } else if (places[at].names) {
        writer.names(row[*indexes[at]]);
      } else {
        writer.cell(row[*indexes[at]]);
      }
    }
    for (std::size_t at = 0; at < empty_behind; ++at) {
      writer.field({});
    }
    writer.end_line();
  });
}

}  // namespace

void csv(std::ostream& out, const Report& report, const Words& words, const Style& style) {
  if (style.excel) {
    out << utf8::byte_order_mark;
  }
  CsvWriter writer{out, words, style};
  const auto sections = blocks_of<Section>(report);
  const auto gaps = blocks_of<Gap>(report);
  const bool is_named = sections.size() > 1 || !gaps.empty();
  const auto places = places_of(sections);
  if (is_named) {
    writer.field("section");
  }
  for (const CsvColumn& place : places) {
    writer.field(place.names ? place.key + "-name" : place.key);
  }
  if (!gaps.empty()) {
    writer.field("gap");
    writer.field("gap-records");
  }
  writer.end_line();
  for (const Section* section : sections) {
    write_rows(writer, *section, places, is_named, gaps.empty() ? 0 : 2);
  }
  for (const Gap* gap : gaps) {
    writer.field("gaps");
    for (std::size_t at = 0; at < places.size(); ++at) {
      writer.field({});
    }
    writer.cell(words.say(gap->text));
    writer.cell(gap->records);
    writer.end_line();
  }
}

}  // namespace mentor::render
