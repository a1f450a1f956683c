// CSV by RFC 4180: CRLF, UTF-8, the same number of fields in every line. Keys and ids are never translated. A file for
// Excel is for people: it has headings, labels and names, and several tables stand in it one below the other.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

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
    } else if (std::holds_alternative<Share>(cell) || std::holds_alternative<Mean>(cell) ||
               std::holds_alternative<Amount>(cell) || std::holds_alternative<Change>(cell)) {
      number(style_.excel ? words_.decimal(machine(cell)) : machine(cell));
    } else if (std::holds_alternative<std::int64_t>(cell)) {
      number(machine(cell));
    } else {
      text(style_.excel ? human(cell, words_) : machine(cell));
    }
  }

  void text(const std::string& text) { field(defused(harmless(text))); }
  void names(const Cell& cell) { text(machine_names(cell)); }

  void end_line() {
    // Many readers skip an empty line, so a line of one empty field has quotes.
    out_ << (blank_ ? "\"\"\r\n" : "\r\n");
    first_ = true;
  }
  /// Parts two tables.
  void empty_line() { out_ << "\r\n"; }

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

/// What a column of the whole table shows of a section's column: its values, the names that belong to references, or
/// the ids beside what people read.
enum class Shows { values, names, ids };

struct CsvColumn {
  std::string key;
  Shows shows;
  std::string heading;

  bool is_same(const CsvColumn& other) const { return key == other.key && shows == other.shows; }
};

/// Whether a column holds nothing but the ids of its records.
bool is_own_id(const Column& column) { return column.kind == ColumnKind::code && column.key == "id"; }

bool is_shown(const Column& column, const Style& style) {
  if (!style.excel) {
    return is_for_machines(column);
  }
  return is_own_id(column) ? style.with_ids : is_for_people(column);
}

std::vector<CsvColumn> places_of(const std::vector<const Section*>& sections, const Words& words, const Style& style) {
  std::vector<CsvColumn> places;
  const auto add = [&](CsvColumn place) {
    if (std::none_of(places.begin(), places.end(), [&](const CsvColumn& one) { return one.is_same(place); })) {
      places.push_back(std::move(place));
    }
  };
  for (const Section* section : sections) {
    for (const Column& column : section->columns) {
      if (!is_shown(column, style)) {
        continue;
      }
      const std::string heading = style.excel ? human(column.heading, words) : column.key;
      add({column.key, Shows::values, heading});
      if (column.kind == ColumnKind::reference && !style.excel) {
        add({column.key, Shows::names, column.key + "-name"});
      } else if (column.kind == ColumnKind::reference && style.with_ids) {
        add({column.key, Shows::ids, words.say(say("csv.id-of", heading))});
      }
    }
  }
  return places;
}

/// For each column of the table, the number of the section's column that fills it. Nothing when the section has none.
std::vector<std::optional<std::size_t>> indexes_of(const std::vector<CsvColumn>& places, const Section& section,
                                                   const Style& style) {
  std::vector<std::optional<std::size_t>> indexes;
  for (const CsvColumn& place : places) {
    const auto found = std::find_if(section.columns.begin(), section.columns.end(), [&](const Column& column) {
      return column.key == place.key && is_shown(column, style);
    });
    indexes.push_back(found == section.columns.end()
                          ? std::nullopt
                          : std::optional{static_cast<std::size_t>(found - section.columns.begin())});
  }
  return indexes;
}

/// The whole table: the columns of all sections, and of its gaps.
struct CsvTable {
  std::vector<CsvColumn> places;
  bool is_named;  // whether the first column says to which section a row belongs
  bool has_gaps;
};

void write_heads(CsvWriter& writer, const CsvTable& table) {
  if (table.is_named) {
    writer.field("section");
  }
  for (const CsvColumn& place : table.places) {
    writer.field(place.heading);
  }
  if (table.has_gaps) {
    writer.field("gap");
    writer.field("gap-records");
  }
  writer.end_line();
}

/// Writes the rows of a section. People get the row of totals, too: they would add up the rows themselves, and some
/// people stand in several.
void write_rows(CsvWriter& writer, const Section& section, const CsvTable& table, const Style& style) {
  const auto indexes = indexes_of(table.places, section, style);
  const auto write = [&](const Row& row) {
    if (table.is_named) {
      writer.field(section.key);
    }
    for (std::size_t at = 0; at < table.places.size(); ++at) {
      const Shows shows = table.places[at].shows;
      if (!indexes[at]) {
        writer.field({});
      } else if (shows == Shows::names) {
        writer.names(row[*indexes[at]]);
      } else if (shows == Shows::ids) {
        writer.text(machine(row[*indexes[at]]));
      } else {
        writer.cell(row[*indexes[at]]);
      }
    }
    for (std::size_t at = 0; at < (table.has_gaps ? 2U : 0U); ++at) {
      writer.field({});
    }
    writer.end_line();
  };
  section.rows.for_each(write);
  if (style.excel && !section.total.empty()) {
    write(section.total);
  }
}

/// One table for programs, with the columns of all sections.
void write_one_table(CsvWriter& writer, const Report& report, const Words& words, const Style& style) {
  const auto sections = blocks_of<Section>(report);
  const auto gaps = blocks_of<Gap>(report);
  const CsvTable table{places_of(sections, words, style), sections.size() > 1 || !gaps.empty(), !gaps.empty()};
  write_heads(writer, table);
  for (const Section* section : sections) {
    write_rows(writer, *section, table, style);
  }
  for (const Gap* gap : gaps) {
    writer.field("gaps");
    for (std::size_t at = 0; at < table.places.size(); ++at) {
      writer.field({});
    }
    writer.text(words.say(gap->text));
    writer.cell(gap->records);
    writer.end_line();
  }
}

/// What people call a table of the report: by its chapter too, if that has a title. The only one is called as the
/// report is.
std::string title_of(const Report& report, const Chapter& chapter, const Section& section, const Words& words) {
  const std::string of_chapter = human(chapter.title, words);
  const bool is_only = blocks_of<Section>(report).size() == 1 && !report.bare;
  const std::string title = is_only ? human(report.title, words) : human(section.title, words);
  return of_chapter.empty() ? title : title.empty() ? of_chapter : of_chapter + ": " + title;
}

/// The tables one below the other, as people read them in a spreadsheet.
void write_tables(CsvWriter& writer, const Report& report, const Words& words, const Style& style) {
  const auto gaps = blocks_of<Gap>(report);
  const bool is_titled = style.is_titled || blocks_of<Section>(report).size() + (gaps.empty() ? 0 : 1) > 1;
  bool is_first = !style.follows;
  bool is_period_told = !is_titled || !report.period;
  const auto write_line = [&](const std::string& text) {
    writer.text(text);
    writer.end_line();
  };
  const auto begin_table = [&](const std::string& title) {
    if (!std::exchange(is_first, false)) {
      writer.empty_line();
    }
    if (is_titled) {
      write_line(title);
    }
    if (!std::exchange(is_period_told, true)) {
      write_line(words.text(key("report.period")) + ": " + words.period(*report.period));
    }
  };
  for (const Chapter& chapter : report.chapters) {
    for (const Section* section : blocks_of<Section>(chapter)) {
      begin_table(title_of(report, chapter, *section, words));
      const CsvTable table{places_of({section}, words, style), false, false};
      write_heads(writer, table);
      write_rows(writer, *section, table, style);
    }
  }
  if (gaps.empty()) {
    return;
  }
  begin_table(words.text(key("csv.gaps")));
  writer.field(words.text(key("csv.gap")));
  writer.field(words.text(key("csv.gap-records")));
  writer.end_line();
  for (const Gap* gap : gaps) {
    writer.text(words.say(gap->text));
    writer.cell(gap->records);
    writer.end_line();
  }
}

}  // namespace

void csv(std::ostream& out, const Report& report, const Words& words, const Style& style) {
  CsvWriter writer{out, words, style};
  if (!style.excel) {
    write_one_table(writer, report, words, style);
    return;
  }
  out << (style.follows ? "" : utf8::byte_order_mark);
  write_tables(writer, report, words, style);
}

}  // namespace mentor::render
