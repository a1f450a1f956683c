/// A report in each of the formats that a person or a program asks for.
#pragma once

#include <functional>
#include <optional>
#include <ostream>
#include <span>
#include <string_view>

#include "language/words.hpp"
#include "mentor/report.hpp"

namespace mentor::render {

struct Style {
  bool color = false;
  std::optional<std::size_t> width;  // columns of the terminal, when there is one
  bool one_line = false;   // text: a row on one line, with short names; what is too long for a terminal is cut
  bool is_wide = false;    // text: lines as long as they need to be
  bool with_ids = false;   // CSV for Excel: with the ids beside what people read
  bool excel = false;      // CSV for Excel: byte-order mark, `;`, the language's decimal sign
  bool is_titled = false;  // CSV for Excel: the table has its title even if the report has no other
  bool follows = false;    // CSV for Excel: the tables of another report stand above in the same file
};

/// Receives the files that a format makes of a report. A file without a name goes where the report was asked for. Any
/// other file goes beside it, under its name. `write` writes the bytes of the file as they come; they may be any bytes.
using Files = std::function<void(std::string_view name, const std::function<void(std::ostream&)>& write)>;

// The formats of one file.
void text(std::ostream& out, const Report& report, const language::Words& words, const Style& style);
void markdown(std::ostream& out, const Report& report, const language::Words& words, const Style& style);
/// CSV by RFC 4180. Several sections become one table. Its first column names the section, and it has the columns of
/// all sections. Gaps become rows of the table. For Excel each section is a table of its own, as are the gaps: its
/// title on a line, its columns, its rows; an empty line stands between two tables.
void csv(std::ostream& out, const Report& report, const language::Words& words, const Style& style);
void json(std::ostream& out, const Report& report, const language::Words& words, const Style& style);

struct Format {
  std::string_view name;
  std::string_view russian;  // what people may type in its place
  std::string_view extension;
  bool can_follow;  // several reports may be written one after another; CSV for Excel, too
  bool has_facts;   // so a record can be shown in it
  void (*render)(const Files&, const Report&, const language::Words&, const Style&);
};

std::span<const Format> all_formats();

}  // namespace mentor::render
