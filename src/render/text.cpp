// Text for a terminal or a mail: columns aligned by display width, wrapped to the terminal when there is one.
#include <algorithm>
#include <numeric>

#include "cells.hpp"
#include "escape.hpp"
#include "language/unicode.hpp"
#include "render.hpp"

namespace mentor::render {

namespace {

using language::display_width;
using language::Words;

constexpr std::size_t gap = 2;  // blanks between columns

/// A text and how wide it is shown, which is asked for more than once.
struct Shown {
  Shown() = default;
  explicit Shown(std::string_view shown) : text(shown), width(display_width(shown)) {}
  Shown(std::string_view shown, std::size_t shown_width) : text(shown), width(shown_width) {}

  std::string_view text;
  std::size_t width = 0;
};

/// Adds a text in a column of that width.
void add_padded(std::string& line, const Shown& cell, std::size_t width, Align align) {
  const std::size_t blanks = cell.width < width ? width - cell.width : 0;
  line.append(align == Align::right ? blanks : 0, ' ')
      .append(cell.text)
      .append(align == Align::right ? 0 : blanks, ' ');
}

/// The text in lines no wider than `width`, broken at blanks where it can be.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    std::string& line = lines.back();
    if (!line.empty() && display_width(line) + 1 + display_width(word) > width) {
      lines.emplace_back(word);
    } else {
      line.append(line.empty() ? "" : " ").append(word);
    }
    begin = end + 1;
  }
  return lines;
}

using ShownRow = std::vector<Shown>;

/// One section, of at least one column that people see, as a grid of texts, which stand one behind another in one
/// string: there may be a million of them.
class Grid {
 public:
  Grid(const Section& section, const Words& words);

  std::size_t columns() const { return columns_.size(); }
  Align align(std::size_t column) const { return columns_[column].align; }
  /// Whether the values of a column are shown only where they change.
  bool groups(std::size_t column) const { return columns_[column].groups; }

  std::size_t rows() const { return places_.size() / columns() - 1 - (has_total_ ? 1 : 0); }
  ShownRow heads() const { return row_at(0); }
  ShownRow row(std::size_t index) const { return row_at(index + 1); }
  /// Nothing when there is none.
  ShownRow total() const { return has_total_ ? row_at(rows() + 1) : ShownRow{}; }

 private:
  struct ColumnStyle {
    Align align;
    bool groups;
  };
  struct Place {
    std::size_t begin;
    std::uint32_t bytes;
    std::uint32_t width;
  };

  void add(const std::string& text) {
    places_.push_back(
        {texts_.size(), static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(display_width(text))});
    texts_ += text;
  }
  ShownRow row_at(std::size_t line) const {
    ShownRow cells;
    cells.reserve(columns());
    for (std::size_t at = line * columns(); at < (line + 1) * columns(); ++at) {
      const auto& [begin, bytes, width] = places_[at];
      cells.emplace_back(std::string_view{texts_}.substr(begin, bytes), width);
    }
    return cells;
  }

  std::vector<ColumnStyle> columns_;
  std::string texts_;
  std::vector<Place> places_;  // line by line: the heads, the rows, the total
  bool has_total_;
};

std::vector<std::size_t> shown_columns(const Section& section) {
  std::vector<std::size_t> shown;
  for (std::size_t index = 0; index < section.columns.size(); ++index) {
    if (!section.columns[index].for_machines) {
      shown.push_back(index);
    }
  }
  return shown;
}

Grid::Grid(const Section& section, const Words& words) : has_total_(!section.total.empty()) {
  const auto shown = shown_columns(section);
  const auto add_row = [&](const Row& row) {
    for (const auto index : shown) {
      add(visible(human(row[index], words)));
    }
  };
  places_.reserve((section.rows.size() + 2) * shown.size());
  for (const auto index : shown) {
    columns_.push_back({section.columns[index].align, section.columns[index].groups});
    add(visible(human(section.columns[index].heading, words)));
  }
  std::for_each(section.rows.begin(), section.rows.end(), add_row);
  if (has_total_) {
    add_row(section.total);
  }
}

/// The widest word of a text: a column is never narrower.
std::size_t widest_word(std::string_view text) {
  std::size_t widest = 0;
  for (const auto& word : wrapped(text, 0)) {
    widest = std::max(widest, display_width(word));
  }
  return widest;
}

std::size_t full_width(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
}

/// How wide each column is: as its widest cell; when that is too much for the limit, the widest columns are wrapped as
/// far as their words allow.
std::vector<std::size_t> widths_of(const Grid& grid, const std::optional<std::size_t>& limit) {
  std::vector<std::size_t> widths(grid.columns());
  std::vector<std::size_t> least(grid.columns());
  const auto measure = [&](const ShownRow& cells) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
      widths[column] = std::max(widths[column], cells[column].width);
      if (limit) {
        least[column] = std::max(least[column], widest_word(cells[column].text));
      }
    }
  };
  measure(grid.heads());
  measure(grid.total());
  for (std::size_t index = 0; index < grid.rows(); ++index) {
    measure(grid.row(index));
  }
  while (limit && full_width(widths) > *limit) {
    std::size_t widest = widths.size();
    for (std::size_t column = 0; column < widths.size(); ++column) {
      if (widths[column] > least[column] && (widest == widths.size() || widths[column] > widths[widest])) {
        widest = column;
      }
    }
    if (widest == widths.size()) {
      break;
    }
    --widths[widest];
  }
  return widths;
}

class TextWriter {
 public:
  TextWriter(std::ostream& out, const Words& words, const Style& style) : out_(out), words_(words), style_(style) {}

  void heading(std::string_view text) { out_ << bold(std::string{text}) << '\n'; }

  void table(const Section& section) {
    if (section.rows.empty()) {
      out_ << section.when_empty.in(words_.language()) << '\n';
      return;
    }
    const Grid grid{section, words_};
    const auto widths = widths_of(grid, style_.width);
    if (style_.width && full_width(widths) > *style_.width) {
      blocks(grid);
      return;
    }
    row(grid.heads(), grid, widths, true);
    rule(widths);
    ShownRow before;
    for (std::size_t index = 0; index < grid.rows(); ++index) {
      auto cells = grid.row(index);
      const auto whole = cells;
      for (std::size_t column = 0; column < before.size(); ++column) {
        if (grid.groups(column) && cells[column].text == before[column].text) {
          cells[column] = {};
        }
      }
      row(cells, grid, widths, false);
      before = whole;
    }
    if (const auto total = grid.total(); !total.empty()) {
      rule(widths);
      row(total, grid, widths, false);
    }
  }

 private:
  std::string bold(const std::string& text) const { return style_.color ? "\x1b[1m" + text + "\x1b[0m" : text; }

  /// For a terminal too narrow for the table: each row as lines of heading and value.
  void blocks(const Grid& grid) {
    const auto heads = grid.heads();
    std::size_t widest = 0;
    for (const auto& head : heads) {
      widest = std::max(widest, head.width);
    }
    const auto total = grid.total();
    for (std::size_t index = 0; index <= grid.rows(); ++index) {
      const auto cells = index < grid.rows() ? grid.row(index) : total;
      for (std::size_t column = 0; column < cells.size(); ++column) {
        if (!cells[column].text.empty()) {
          std::string head;
          add_padded(head, heads[column], widest, Align::left);
          out_ << bold(head) << "  " << cells[column].text << '\n';
        }
      }
      out_ << (index + 1 < grid.rows() || (index + 1 == grid.rows() && !total.empty()) ? "\n" : "");
    }
  }

  void row(const ShownRow& cells, const Grid& grid, const std::vector<std::size_t>& widths, bool head) {
    const bool fits = std::equal(cells.begin(), cells.end(), widths.begin(), widths.end(),
                                 [](const Shown& cell, std::size_t width) { return cell.width <= width; });
    if (fits) {
      line(cells, grid, widths, head);
      return;
    }
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 1;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      lines.push_back(wrapped(cells[column].text, widths[column]));
      height = std::max(height, lines.back().size());
    }
    for (std::size_t number = 0; number < height; ++number) {
      ShownRow parts;
      for (const auto& column : lines) {
        parts.push_back(number < column.size() ? Shown{column[number]} : Shown{});
      }
      line(parts, grid, widths, head);
    }
  }

  void line(const ShownRow& cells, const Grid& grid, const std::vector<std::size_t>& widths, bool head) {
    std::string text;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      text.append(column == 0 ? 0 : gap, ' ');
      add_padded(text, cells[column], widths[column], grid.align(column));
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out_ << (head ? bold(text) : text) << '\n';
  }

  void rule(const std::vector<std::size_t>& widths) {
    std::string text;
    for (const auto width : widths) {
      text += text.empty() ? "" : std::string(gap, ' ');
      for (std::size_t column = 0; column < width; ++column) {
        text += "─";
      }
    }
    out_ << text << '\n';
  }

  std::ostream& out_;
  const Words& words_;
  const Style& style_;
};

}  // namespace

void text(std::ostream& out, const Report& report, const Words& words, const Style& style) {
  TextWriter writer{out, words, style};
  if (!report.bare) {
    const std::string title{report.title.in(words.language())};
    writer.heading(report.subject.empty() ? title : title + ": " + visible(report.subject));
    if (report.period) {
      out << words.text(key("report.period")) << ": " << words.period(*report.period) << '\n';
    }
    for (const Fact& fact : report.facts) {
      const auto* date = std::get_if<Date>(&fact.value);
      const std::string value = date != nullptr ? words.date(*date) : visible(human(fact.value, words));
      if (!value.empty()) {
        out << visible(human(fact.name, words)) << ": " << value << '\n';
      }
    }
  }
  for (const Section& section : report.sections) {
    if (!report.bare) {
      out << '\n';
    }
    if (report.sections.size() > 1 || !report.subject.empty()) {
      writer.heading(section.title.in(words.language()));
    }
    writer.table(section);
  }
  if (!report.notes.empty()) {
    out << '\n' << words.text(key("report.notes")) << '\n';
    for (const FixedLabel& note : report.notes) {
      const std::string_view bullet = "  • ";
      const std::size_t width = style.width.value_or(100);
      bool first = true;
      for (const auto& line : wrapped(std::string{note.in(words.language())}, width > 30 ? width - 4 : width)) {
        out << (first ? bullet : "    ") << line << '\n';
        first = false;
      }
    }
  }
}

}  // namespace mentor::render
