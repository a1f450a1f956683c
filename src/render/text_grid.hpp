/// A table as aligned texts: what each cell shows, how wide the columns are, and how they are made to fit.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cells.hpp"
#include "escape.hpp"
#include "language/unicode.hpp"
#include "language/words.hpp"
#include "mentor/report.hpp"

namespace mentor::render {

inline constexpr std::size_t between_columns = 2;  // blanks

/// A text and its width on the screen. The width is kept, since it is asked for more than once.
struct Shown {
  Shown() = default;
  explicit Shown(std::string shown) : text(std::move(shown)), width(language::display_width(text)) {}

  std::string text;
  std::size_t width = 0;
};

using ShownRow = std::vector<Shown>;

/// Adds a text, with blanks up to the width of its column.
void add_padded(std::string& line, const Shown& cell, std::size_t width, bool at_the_right);

/// The text in lines no wider than `width`. It is broken only at blanks, so a word that is wider has a line of its own.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The beginning of a text that is too wide, and a sign that there was more.
Shown cut(const Shown& cell, std::size_t width);

/// How wide a line with these columns is.
std::size_t full_width(const std::vector<std::size_t>& widths);

/// A table as lines of texts. People must see at least one of its columns.
class Grid {
 public:
  Grid(const Section& section, const language::Words& words, bool one_line)
      : section_(section), words_(words), one_line_(one_line) {
    for (std::size_t index = 0; index < section.columns.size(); ++index) {
      if (is_for_people(section.columns[index])) {
        columns_.push_back(index);
      }
    }
  }

  const Section& section() const { return section_; }
  /// Whether the first column groups the rows.
  bool begins_with_groups() const { return columns() > 1 && column(0).groups; }
  /// Takes the column that groups the rows out of the lines: `group` says its value.
  void put_groups_above() {
    group_column_ = columns_.front();
    columns_.erase(columns_.begin());
  }
  bool has_groups_above() const { return group_column_.has_value(); }
  /// What the column that groups the rows holds in the row that was visited last.
  const std::string& group() const { return group_; }
  std::size_t columns() const { return columns_.size(); }
  const Column& column(std::size_t number) const { return section_.columns[columns_[number]]; }
  const Footnotes& footnotes() const { return footnotes_; }

  ShownRow heads();
  /// The row of totals. Empty when the table has none.
  ShownRow total() {
    ShownRow total;
    if (!section_.total.empty()) {
      show(section_.total, total);
    }
    return total;
  }
  /// Calls `visit` with each row. The row is valid only during the call.
  template <class Visit>
  void for_each_row(Visit visit) {
    ShownRow shown;
    section_.rows.for_each([&](const Row& row) {
      show(row, shown);
      if (group_column_) {
        group_ = visible(text_of(row[*group_column_], section_.columns[*group_column_]));
      }
      visit(shown);
    });
  }

  /// How wide each column is: as wide as its widest cell. A heading may have to be wrapped.
  std::vector<std::size_t> widths();
  /// These widths, so that no heading need be wrapped.
  std::vector<std::size_t> with_whole_heads(std::vector<std::size_t> widths);
  /// Makes the widest columns narrower until all together keep within the limit. A column that is wrapped keeps the
  /// width of its words; one whose cells are cut keeps some letters. Nothing when even that is too wide.
  std::optional<std::vector<std::size_t>> fitted(std::vector<std::size_t> widths, std::size_t limit, bool is_cut);

 private:
  /// Whether a column holds names of people.
  static bool is_name(const Column& column) { return column.privacy == Privacy::name_of_minor; }

  /// The least that each column needs.
  std::vector<std::size_t> least_widths(bool is_cut);

  /// What people read in a cell, on one line with short names.
  std::string text_of(const Cell& cell, const Column& column) const;

  void show(const Row& row, ShownRow& shown);

  const Section& section_;
  const language::Words& words_;
  bool one_line_;
  std::vector<std::size_t> columns_;         // the numbers of those that people see
  std::optional<std::size_t> group_column_;  // the number of the one that stands above the lines
  std::string group_;
  Footnotes footnotes_;
};

}  // namespace mentor::render
