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
  explicit Shown(std::string shown) : text(std::move(shown)), width(display_width(text)) {}

  std::string text;
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
std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    std::string& line = lines.back();
    if (!line.empty() && display_width(line) + 1 + display_width(word) > width) {
      lines.push_back(word);
    } else {
      line += (line.empty() ? "" : " ") + word;
    }
    begin = end + 1;
  }
  return lines;
}

using ShownRow = std::vector<Shown>;

/// One section as a grid of texts.
struct Grid {
  std::vector<Align> aligns;
  std::vector<bool> groups;  // whether a value is shown only where it changes
  ShownRow heads;
  std::vector<ShownRow> rows;
  ShownRow total;
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

Grid grid_of(const Section& section, const Words& words) {
  Grid grid;
  const auto shown = shown_columns(section);
  const auto texts = [&](const Row& row) {
    ShownRow result;
    result.reserve(shown.size());
    for (const auto index : shown) {
      result.emplace_back(visible(human(row[index], words)));
    }
    return result;
  };
  for (const auto index : shown) {
    grid.aligns.push_back(section.columns[index].align);
    grid.groups.push_back(section.columns[index].groups);
    grid.heads.emplace_back(visible(human(section.columns[index].heading, words)));
  }
  grid.rows.reserve(section.rows.size());
  for (const Row& row : section.rows) {
    grid.rows.push_back(texts(row));
  }
  if (!section.total.empty()) {
    grid.total = texts(section.total);
  }
  return grid;
}

/// The widest word of a text: a column is never narrower.
std::size_t widest_word(const std::string& text) {
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
  std::vector<std::size_t> widths(grid.heads.size());
  std::vector<std::size_t> least(grid.heads.size());
  const auto measure = [&](const ShownRow& cells) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
      widths[column] = std::max(widths[column], cells[column].width);
      if (limit) {
        least[column] = std::max(least[column], widest_word(cells[column].text));
      }
    }
  };
  measure(grid.heads);
  measure(grid.total);
  for (const auto& row : grid.rows) {
    measure(row);
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
    const Grid grid = grid_of(section, words_);
    const auto widths = widths_of(grid, style_.width);
    if (style_.width && full_width(widths) > *style_.width) {
      blocks(grid);
      return;
    }
    row(grid.heads, grid, widths, true);
    rule(widths);
    const bool any_groups = std::find(grid.groups.begin(), grid.groups.end(), true) != grid.groups.end();
    for (std::size_t index = 0; index < grid.rows.size(); ++index) {
      if (index == 0 || !any_groups) {
        row(grid.rows[index], grid, widths, false);
        continue;
      }
      auto cells = grid.rows[index];
      for (std::size_t column = 0; column < cells.size(); ++column) {
        if (grid.groups[column] && cells[column].text == grid.rows[index - 1][column].text) {
          cells[column] = {};
        }
      }
      row(cells, grid, widths, false);
    }
    if (!grid.total.empty()) {
      rule(widths);
      row(grid.total, grid, widths, false);
    }
  }

 private:
  std::string bold(const std::string& text) const { return style_.color ? "\x1b[1m" + text + "\x1b[0m" : text; }

  /// For a terminal too narrow for the table: each row as lines of heading and value.
  void blocks(const Grid& grid) {
    std::size_t widest = 0;
    for (const auto& head : grid.heads) {
      widest = std::max(widest, head.width);
    }
    for (std::size_t index = 0; index <= grid.rows.size(); ++index) {
      const auto& cells = index < grid.rows.size() ? grid.rows[index] : grid.total;
      for (std::size_t column = 0; column < cells.size(); ++column) {
        if (!cells[column].text.empty()) {
          std::string head;
          add_padded(head, grid.heads[column], widest, Align::left);
          out_ << bold(head) << "  " << cells[column].text << '\n';
        }
      }
      out_ << (index + 1 < grid.rows.size() || (index + 1 == grid.rows.size() && !grid.total.empty()) ? "\n" : "");
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
      for (auto& column : lines) {
        parts.push_back(number < column.size() ? Shown{std::move(column[number])} : Shown{});
      }
      line(parts, grid, widths, head);
    }
  }

  void line(const ShownRow& cells, const Grid& grid, const std::vector<std::size_t>& widths, bool head) {
    std::string text;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      text.append(column == 0 ? 0 : gap, ' ');
      add_padded(text, cells[column], widths[column], grid.aligns[column]);
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
        out << fact.name.in(words.language()) << ": " << value << '\n';
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
