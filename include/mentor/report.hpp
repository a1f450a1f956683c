/// A report as data: chapters of facts, tables and what is said about them, in both languages and without layout. The
/// core makes it. The formats of the render layer print it, and none of them knows a record.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mentor/cell.hpp"
#include "mentor/label.hpp"
#include "mentor/message.hpp"
#include "mentor/period.hpp"
#include "mentor/rows.hpp"

namespace mentor {

/// What is said to people. It is built in, or a message if it must contain a norm or a number.
using Wording = std::variant<FixedLabel, Message>;

/// What people call a column or a fact: a built-in text, the name that a school gave it, or a month.
using Heading = std::variant<FixedLabel, Label, Month>;

/// What every cell of a column is. The kind decides where the cell stands in the column, how a number is written, and
/// which type it has in a spreadsheet or a schema.
enum class ColumnKind {
  text,
  number,
  hours,
  date,  // or a year, if the day is not known
  month,
  share,
  mean,
  code,  // an id, a telephone, the number of a document: a text, even if it looks like a number
  link,
  reference,  // to other records; CSV shows their ids here, and their names in a column of its own
};

/// Whether the cells of such a column are figures. People look for figures at the right.
constexpr bool is_figure(ColumnKind kind) {
  return kind == ColumnKind::number || kind == ColumnKind::hours || kind == ColumnKind::share ||
         kind == ColumnKind::mean;
}

/// Who gets to see a column: people in text and Markdown, machines in CSV and JSON.
enum class Audience { all, people, machines };

/// What a field says of people under the law on personal data. So what is published can leave a column out without
/// knowing its field.
enum class Privacy {
  open,
  name_of_minor,  // names of people, most of whom are minors
  contact,
  birth,
  sensitive,  // this includes free text, which may say anything
};

struct Column {
  std::string key;  // in CSV, JSON and --fields; never translated
  Heading heading;
  ColumnKind kind = ColumnKind::text;
  Audience audience = Audience::all;
  Privacy privacy = Privacy::open;
  bool groups = false;               // people see a value once when it is repeated
  std::optional<Message> note = {};  // a footnote of the heading
  /// A command, which people copy: text gives it an unbroken line of its own below the row, without the heading.
  bool own_line = false;
  /// Where a terminal is too narrow, text leaves out the columns with the highest number, and says so. 0: it stays.
  int spare = 0;
};

/// One table. Every row has as many cells as there are columns, and so has the total if there is one.
struct Section {
  std::string key;
  Wording title;
  std::vector<Column> columns;
  Rows rows;
  Row total;             // empty when there is none
  Wording when_empty{};  // what people read in place of a table without rows
};

struct Paragraph {
  Wording text;
  Label command = {};  // what people copy: it stands on a line of its own below, unbroken. Often there is none.
};

/// How a chart shows its series.
enum class ChartShape {
  columns,  // stacked, by month
  bars,
  targets,   // what there is against what was planned
  survival,  // share, low, high and how many are at risk, by month
  change,    // before and after
};

/// A way to look at a table of the same chapter. The table is always printed, too. The series are keys of the table's
/// columns. No format draws the chart yet; text and Markdown say what it shows.
struct Chart {
  std::string key;
  Wording title;
  Wording unit;  // of the figures
  Wording says;  // the finding; people also read it instead of the picture
  ChartShape shape;
  std::string section;  // the key of the table
  std::vector<std::string> series;
};

/// What is missing to make the report whole, and in which records. Every format says it.
struct Gap {
  Message text;
  std::vector<Reference> records;
};

using Block = std::variant<Paragraph, Section, Chart, Gap>;

/// Something that the report is about or was made from: its organization, its period, its size. In a chapter it is a
/// figure.
struct Fact {
  std::string key;
  Heading name;
  Cell value;
};

struct Chapter {
  std::string key;
  Wording title;  // empty when the report has no other chapter
  std::vector<Fact> facts;
  std::vector<Block> blocks;
  std::vector<Wording> notes;  // how each figure is computed
};

struct Report {
  std::string name;
  Wording title;
  bool bare = false;             // a list: only its tables, without a head
  std::string subject;           // which record it is about, if it is about one
  std::optional<Period> period;  // nothing when it is not about a stretch of time
  std::vector<Fact> filters;     // what the records were chosen by
  std::vector<Fact> facts;
  std::vector<Chapter> chapters;  // no two tables of the report have the same key
  /// Where the files hold something that the report could not take in; nothing when there is no such place. CSV has no
  /// room for it, so the command says on standard error how much it is.
  std::optional<Section> health = {};
};

/// The blocks of one sort in a chapter, in their order.
template <class Sort>
std::vector<const Sort*> blocks_of(const Chapter& chapter) {
  std::vector<const Sort*> blocks;
  for (const Block& block : chapter.blocks) {
    if (const auto* one = std::get_if<Sort>(&block)) {
      blocks.push_back(one);
    }
  }
  return blocks;
}

/// The blocks of one sort in all chapters, in their order.
template <class Sort>
std::vector<const Sort*> blocks_of(const Report& report) {
  std::vector<const Sort*> blocks;
  for (const Chapter& chapter : report.chapters) {
    const auto more = blocks_of<Sort>(chapter);
    blocks.insert(blocks.end(), more.begin(), more.end());
  }
  return blocks;
}

}  // namespace mentor
