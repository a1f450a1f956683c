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

/// The text in lines no wider than `width`. It is broken only between stretches that stay together (`end_of_stretch`),
/// so one that is wider has a line of its own.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The beginning of a text that is too wide, and a sign that there was more.
Shown cut(const Shown& cell, std::size_t width);

/// How wide a line with these columns is.
std::size_t full_width(const std::vector<std::size_t>& widths);

/// A table as lines of texts. People must see at least one of its columns.
class Grid {
 public:
  Grid(const Section& section, const language::Words& words, bool one_line)
      : section_(section), words_(words), one_line_(one_line), names_(usual_names()) {
    for (std::size_t index = 0; index < section.columns.size(); ++index) {
      if (is_for_people(section.columns[index])) {
        (section.columns[index].own_line ? own_line_columns_ : columns_).push_back(index);
      }
    }
  }

  /// Whether the first column groups the rows.
  bool begins_with_groups() const { return columns() > 1 && column(0).groups; }
  /// Takes the column that groups the rows out of the lines: `group` says its value.
  void put_groups_above() {
    group_column_ = columns_.front();
    columns_.erase(columns_.begin());
    measures_.reset();
  }
  bool has_groups_above() const { return group_column_.has_value(); }
  /// What the column that groups the rows holds in the row that was visited last.
  const std::string& group() const { return group_; }
  /// What stands on lines of its own below the row that was visited last.
  const std::vector<std::string>& own_lines() const { return own_lines_; }
  /// Shows the names of people short, as a list does, and pairs by the surnames of their members.
  void shorten_names() {
    names_ = Names::shortest;
    measures_.reset();
  }
  /// Leaves out the columns that may be spared most, until the others have room in the limit. Says whether they have.
  bool leave_out_until(std::size_t limit);
  /// Shows what `shorten_names` and `leave_out_until` took away.
  void show_all();
  /// The headings of the columns that are left out; empty when there are none.
  std::string left_out() const;
  std::size_t columns() const { return columns_.size(); }
  const Column& column(std::size_t number) const { return section_.columns[columns_[number]]; }
  const Footnotes& footnotes() const { return footnotes_; }

  ShownRow heads();
  /// The row of totals. Empty when the table has none. If the column is not shown in which it says what it is, the
  /// first empty cell says it.
  ShownRow total();
  /// What the row of totals, asked for last, would say if it had an empty cell; else empty.
  const std::string& unplaced_total() const { return unplaced_total_; }
  /// Calls `visit` with each row. The row is valid only during the call.
  template <class Visit>
  void for_each_row(Visit visit) {
    ShownRow shown;
    section_.rows.for_each([&](const Row& row) {
      show(row, shown);
      if (group_column_) {
        group_ = visible(text_of(row[*group_column_], *group_column_));
      }
      own_lines_.clear();
      for (const std::size_t column : own_line_columns_) {
        own_lines_.push_back(visible(human(row[column], words_)));
      }
      visit(shown);
    });
  }

  /// How wide each column is: as wide as its widest cell. A heading may have to be wrapped. Of a list on one line the
  /// columns that are empty in every row are left out from then on.
  std::vector<std::size_t> widths();
  /// Whether names would be broken if the columns were made to keep within the limit by wrapping.
  bool would_wrap_names(std::size_t limit);
  /// These widths, so that no heading need be wrapped.
  std::vector<std::size_t> with_whole_heads(std::vector<std::size_t> widths);
  /// Makes columns narrower until all together keep within the limit. Where cells are wrapped, it is the widest one in
  /// turn, short names last, and each keeps the width of its words. Where they are cut, it is the one in which a step
  /// cuts the fewest cells, with names counted double, and each keeps some letters. Nothing when even that is too wide.
  std::optional<std::vector<std::size_t>> fitted(std::vector<std::size_t> widths, std::size_t limit, bool is_cut);

 private:
  /// How names of people are shown.
  enum class Names { whole, initials, shortest };
  Names usual_names() const { return one_line_ ? Names::initials : Names::whole; }

  /// Whether a column holds names of people.
  static bool is_name(const Column& column) { return column.privacy == Privacy::name_of_minor; }

  /// What the cells of each column need.
  struct Measures {
    std::vector<std::size_t> widths;  // of the widest cell
    std::vector<std::size_t> words;   // of the widest stretch that is not broken
  };
  /// The measures of the rows and the total. The table is gone through once for them, as long as it is shown in one
  /// way.
  const Measures& measures();
  /// Removes the columns that are empty in every row, and their measures.
  void remove_empty_columns(Measures& measures);

  /// The least that each column needs.
  std::vector<std::size_t> least_widths(bool is_cut);
  /// How many cells of each column have each width, up to the one given for it.
  std::vector<std::vector<std::size_t>> counts_by_width(const std::vector<std::size_t>& widths);
  /// Makes the widest column in turn narrower, as far as each may become.
  static void narrow_by_wrapping(std::vector<std::size_t>& widths, std::size_t limit,
                                 const std::vector<std::size_t>& least);
  void narrow_by_cutting(std::vector<std::size_t>& widths, std::size_t limit);
  void narrow_by_cutting(std::vector<std::size_t>& widths, std::size_t limit, const std::vector<std::size_t>& least);

  /// A name, or those of a pair, as they are shown.
  std::string name_of(const std::string& whole) const;
  /// What a record is called: only the name of people is shortened, never the title of anything else.
  std::string name_of(const Reference& reference) const;
  /// What people read in a cell of the section's column with this number, on one line with short names.
  std::string text_of(const Cell& cell, std::size_t number) const;

  void show(const Row& row, ShownRow& shown);

  const Section& section_;
  const language::Words& words_;
  bool one_line_;
  Names names_;
  std::vector<std::size_t> columns_;           // the numbers of those that people see
  std::vector<std::size_t> left_out_;          // the numbers of those for which there is no room
  std::vector<std::size_t> own_line_columns_;  // the numbers of those that stand below the rows
  std::vector<std::string> own_lines_;
  std::optional<std::size_t> group_column_;  // the number of the one that stands above the lines
  std::string group_;
  std::string unplaced_total_;
  std::optional<Measures> measures_;
  Footnotes footnotes_;
};

}  // namespace mentor::render
