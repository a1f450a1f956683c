// CSV as RFC 4180 has it: CRLF, UTF-8, the same number of fields in every line, keys and ids that are never translated.
#include <algorithm>

#include "cells.hpp"
#include "escape.hpp"
#include "render.hpp"

namespace mentor::render {

namespace {

using language::Words;

/// What spreadsheets run as a formula is text for them after an apostrophe.
std::string defused(const std::string& text) {
  return !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos ? "'" + text : text;
}

/// Control characters become visible; line breaks and tabs, which CSV can hold, stay.
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

  void field(const std::string& text) {
    out_ << (first_ ? "" : style_.excel ? ";" : ",");
    blank_ = first_ && text.empty();
    first_ = false;
    if (text.find_first_of(style_.excel ? ";\"\r\n" : ",\"\r\n") == std::string::npos) {
      out_ << text;
      return;
    }
    out_ << '"';
    for (const char byte : text) {
      out_ << (byte == '"' ? "\"\"" : std::string_view{&byte, 1});
    }
    out_ << '"';
  }

  /// A text of the records may be anything; a number is shown as it is.
  void cell(const Cell& cell) {
    if (const auto* hours = std::get_if<Hours>(&cell)) {
      field(style_.excel ? words_.hours(*hours) : hours->to_string());
    } else if (std::holds_alternative<std::int64_t>(cell)) {
      field(machine(cell));
    } else {
      field(defused(harmless(machine(cell))));
    }
  }

  void names(const Cell& cell) { field(defused(harmless(machine_names(cell)))); }

  void end_line() {
    // Many readers skip a line without a byte.
    out_ << (blank_ ? "\"\"\r\n" : "\r\n");
    first_ = true;
  }

 private:
  std::ostream& out_;
  const Words& words_;
  const Style& style_;
  bool first_ = true;   // nothing has been written to the line yet
  bool blank_ = false;  // its only field is empty
};

/// A column of the whole table: a key, and whether it holds the names behind a reference.
struct Place {
  std::string key;
  bool names;

  bool operator==(const Place&) const = default;
};

std::vector<Place> places_of(const Report& report) {
  std::vector<Place> places;
  const auto add = [&](Place place) {
    if (std::find(places.begin(), places.end(), place) == places.end()) {
      places.push_back(std::move(place));
    }
  };
  for (const Section& section : report.sections) {
    for (const Column& column : section.columns) {
      add({column.key, false});
      if (column.references) {
        add({column.key, true});
      }
    }
  }
  return places;
}

}  // namespace

void csv(std::ostream& out, const Report& report, const Words& words, const Style& style) {
  if (style.excel) {
    out << "\xEF\xBB\xBF";
  }
  CsvWriter writer{out, words, style};
  const bool many = report.sections.size() > 1;
  const auto places = places_of(report);
  if (many) {
    writer.field("section");
  }
  for (const Place& place : places) {
    writer.field(place.names ? place.key + "-name" : place.key);
  }
  writer.end_line();
  for (const Section& section : report.sections) {
    for (const Row& row : section.rows) {
      if (many) {
        writer.field(section.key);
      }
      for (const Place& place : places) {
        const auto found = std::find_if(section.columns.begin(), section.columns.end(),
                                        [&](const Column& column) { return column.key == place.key; });
        const auto index = static_cast<std::size_t>(found - section.columns.begin());
        if (found == section.columns.end()) {
          writer.field({});
        } else if (place.names) {
          writer.names(row[index]);
        } else {
          writer.cell(row[index]);
        }
      }
      writer.end_line();
    }
  }
}

}  // namespace mentor::render
