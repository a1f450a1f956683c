/// A report as data: sections of typed cells, with headings in both languages and no layout. The render layer makes
/// text, Markdown, CSV and JSON of it and knows no record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mentor/date.hpp"
#include "mentor/duration.hpp"
#include "mentor/entries.hpp"
#include "mentor/label.hpp"
#include "mentor/period.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

/// A word of the model: people read its label, machines its id.
struct Labelled {
  std::string id;
  Label label;
};

/// The word of an enumeration's value.
template <HasWords Enum>
Labelled labelled(Enum value) {
  return {std::string{to_string(value)}, label_of(value)};
}

/// Another record: people read what it is called, machines its id.
struct Reference {
  std::string id;
  std::string name;
};

/// A part of what changes by days: from when, and what. Nothing in the place of the value: what was before has ended.
struct DatedCell {
  std::optional<Date> from;
  std::variant<std::monostate, std::string, Labelled, std::vector<Labelled>> value;
};
/// All parts, in the order of their days.
using History = std::vector<DatedCell>;

/// There is no such figure, since what it would be counted from is missing: «н/д». Never the same as 0.
struct Unknown {};

/// `std::monostate` is an empty field.
using Cell = std::variant<std::monostate, Unknown, std::string, std::int64_t, Duration, Date, Month, Labelled,
                          Reference, std::vector<Labelled>, std::vector<Reference>, History, Entries>;

/// How a column or a fact is called by people: built in, a month, or the name that a school gave it.
using Heading = std::variant<FixedLabel, Month, std::string>;

enum class Align { left, right };

struct Column {
  std::string key;  // in CSV, JSON and --fields; never translated
  Heading heading;
  Align align = Align::left;
  bool groups = false;        // people see a repeated value once
  bool references = false;    // CSV shows the id here and the name in a column of its own
  bool for_machines = false;  // people are not shown it
};

using Row = std::vector<Cell>;

/// One table. Every row, and the total when there is one, has as many cells as there are columns.
struct Section {
  std::string key;
  FixedLabel title;
  std::vector<Column> columns;
  std::vector<Row> rows;
  Row total;              // empty: none
  FixedLabel when_empty;  // said to people in place of a table without rows
};

/// Something that the report is about or was made from: its organization, its period, its size.
struct Fact {
  std::string key;
  Heading name;
  Cell value;
};

struct Report {
  std::string name;
  FixedLabel title;
  bool bare = false;             // a list: its tables alone, without a head
  std::string subject;           // whom it is about, when it is about one record
  std::optional<Period> period;  // nothing: it is not about a stretch of time
  std::vector<Fact> facts;
  std::vector<Section> sections;
  std::vector<FixedLabel> notes;  // how each figure is computed
};

}  // namespace mentor
