/// A report as data: chapters of facts, tables and what is said about them, in both languages and without layout. The
/// core makes it; every format of the render layer prints it and knows no record.
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

/// What is said to people: built in, or a message where a norm or a number must stand in it.
using Wording = std::variant<FixedLabel, Message>;

/// How a column or a fact is called by people: built in, the name that a school gave it, or a month.
using Heading = std::variant<FixedLabel, Label, Month>;

/// What every cell of a column is. Where it stands in the column, how a number is written, and the type in a
/// spreadsheet or a schema follow from it.
enum class ColumnKind {
  text,
  number,
  hours,
  date,  // also a year where the day is not known
  month,
  share,
  mean,
  code,  // an id, a telephone, a document's number: a text that is no number, whatever it looks like
  link,
  reference,  // to other records: CSV shows the ids here and the names in a column of its own
};

/// Whether the cells of such a column are figures, which people look for at the right.
constexpr bool is_figure(ColumnKind kind) {
  return kind == ColumnKind::number || kind == ColumnKind::hours || kind == ColumnKind::share ||
         kind == ColumnKind::mean;
}

/// Who gets to see a column: people in text and Markdown, machines in CSV and JSON.
enum class Audience { all, people, machines };

/// What a field says of people under the law on personal data, so that what is published can leave a column out without
/// knowing its field.
enum class Privacy {
  open,
  name_of_minor,  // names of people, of whom most are minors
  contact,
  birth,
  sensitive,  // also a free text, which may say anything
};

struct Column {
  std::string key;  // in CSV, JSON and --fields; never translated
  Heading heading;
  ColumnKind kind = ColumnKind::text;
  Audience audience = Audience::all;
  Privacy privacy = Privacy::open;
  bool groups = false;               // people see a repeated value once
  std::optional<Message> note = {};  // a footnote of the heading
};

/// One table. Every row, and the total when there is one, has as many cells as there are columns.
struct Section {
  std::string key;
  Wording title;
  std::vector<Column> columns;
  Rows rows;
  Row total;             // empty: none
  Wording when_empty{};  // said to people in place of a table without rows
};

struct Paragraph {
  Wording text;
};

/// How a chart shows its series.
enum class ChartShape {
  columns,  // stacked, by month
  bars,
  targets,   // what is against what was planned
  survival,  // share, low, high and how many are at risk, by month
  change,    // before and after
};

/// A way to look at a table of the same chapter, which is always printed beside it: the series are the keys of that
/// table's columns. No format draws it yet; text and Markdown say what it shows.
struct Chart {
  std::string key;
  Wording title;
  Wording unit;  // of the figures
  Wording says;  // the finding, which is also read instead of the picture
  ChartShape shape;
  std::string section;  // the key of the table
  std::vector<std::string> series;
};

/// What is missing so that the report would be whole, and in which records. Every format says it.
struct Gap {
  Message text;
  std::vector<Reference> records;
};

using Block = std::variant<Paragraph, Section, Chart, Gap>;

/// Something that the report is about or was made from: its organization, its period, its size; or a figure of a
/// chapter.
struct Fact {
  std::string key;
  Heading name;
  Cell value;
};

struct Chapter {
  std::string key;
  Wording title;  // empty where the report has this chapter alone
  std::vector<Fact> facts;
  std::vector<Block> blocks;
  std::vector<Wording> notes;  // how each figure is computed
};

struct Report {
  std::string name;
  Wording title;
  bool bare = false;             // a list: its tables alone, without a head
  std::string subject;           // whom it is about, when it is about one record
  std::optional<Period> period;  // nothing: it is not about a stretch of time
  std::vector<Fact> facts;
  std::vector<Chapter> chapters;  // no two tables of all chapters have the same key
};

/// Those of the chapter's blocks that are of one sort, in their order.
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

/// Those of all chapters.
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
