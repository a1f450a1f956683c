// Text for a terminal or a mail: columns aligned by display width, wrapped to the terminal, or to 100 columns where
// there is none. The writer goes through the rows of a table twice, first for the widths and then for the lines; once
// more if it must wrap. So it holds only one row at a time, even of a million.
#include <algorithm>
#include <numeric>

#include "cells.hpp"
#include "escape.hpp"
#include "language/names.hpp"
#include "language/unicode.hpp"
#include "mentor/utf8.hpp"
#include "render.hpp"

namespace mentor::render {

namespace {

using language::display_width;
using language::Words;

constexpr std::size_t between = 2;        // blanks between columns
constexpr std::size_t usual_width = 100;  // of a line when there is no terminal

/// A text and its width on the screen. The width is kept, since it is asked for more than once.
struct Shown {
  Shown() = default;
  explicit Shown(std::string shown) : text(std::move(shown)), width(display_width(text)) {}

  std::string text;
  std::size_t width = 0;
};

/// Adds a text, with blanks up to the width of its column.
void add_padded(std::string& line, const Shown& cell, std::size_t width, bool at_the_right) {
  const std::size_t blanks = cell.width < width ? width - cell.width : 0;
  line.append(at_the_right ? blanks : 0, ' ').append(cell.text).append(at_the_right ? 0 : blanks, ' ');
}

/// The text in lines no wider than `width`. It is broken only at blanks, so a word that is wider has a line of its own.
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

/// The width of the widest word of a text. A column that is wrapped is never narrower than that.
std::size_t widest_word(std::string_view text) {
  std::size_t widest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    widest = std::max(widest, display_width(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return widest;
}

/// The beginning of a text that is too wide, and a sign that there was more.
Shown cut(const Shown& cell, std::size_t width) {
  std::string text;
  std::size_t used = 0;
  std::string_view rest = cell.text;
  while (const auto next = utf8::decode(rest)) {
    const std::string_view character = rest.substr(0, next->length);
    rest.remove_prefix(next->length);
    const std::size_t wide = display_width(character);
    if (used + wide + 1 > width) {
      break;
    }
    text.append(character);
    used += wide;
  }
  text.erase(text.find_last_not_of(' ') + 1);
  return Shown{text.append("…")};
}

std::size_t full_width(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), between * (widths.size() - 1));
}

/// A table as lines of texts. People must see at least one of its columns.
class Grid {
 public:
  Grid(const Section& section, const Words& words, bool one_line)
      : section_(section), words_(words), one_line_(one_line) {
    for (std::size_t index = 0; index < section.columns.size(); ++index) {
      if (is_for_people(section.columns[index])) {
        columns_.push_back(index);
      }
    }
  }

  const Section& section() const { return section_; }
  std::size_t columns() const { return columns_.size(); }
  const Column& column(std::size_t number) const { return section_.columns[columns_[number]]; }
  const Footnotes& footnotes() const { return footnotes_; }

  ShownRow heads() {
    ShownRow heads;
    for (std::size_t number = 0; number < columns(); ++number) {
      heads.emplace_back(visible(human(column(number).heading, words_)) + footnotes_.mark(column(number)));
    }
    return heads;
  }
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

  std::string text_of(const Cell& cell, const Column& column) const {
    if (!one_line_ || !is_name(column)) {
      return human(cell, words_);
    }
    if (const auto* references = std::get_if<std::vector<Reference>>(&cell)) {
      std::string all;
      for (const Reference& reference : *references) {
        all.append(all.empty() ? "" : ", ").append(language::short_names(reference.name));
      }
      return all;
    }
    return language::short_names(human(cell, words_));
  }

  void show(const Row& row, ShownRow& shown) {
    shown.resize(columns());
    for (std::size_t number = 0; number < columns(); ++number) {
      const Cell& cell = row[columns_[number]];
      std::string text = text_of(cell, section_.columns[columns_[number]]);
      const std::string mark = footnotes_.mark(cell);
      if (const auto width = language::width_if_plain(text); width && mark.empty()) {
        shown[number].text = std::move(text);
        shown[number].width = *width;
      } else {
        shown[number] = Shown{visible(text) + mark};
      }
    }
  }

  const Section& section_;
  const Words& words_;
  bool one_line_;
  std::vector<std::size_t> columns_;  // the numbers of those that people see
  Footnotes footnotes_;
};

std::vector<std::size_t> Grid::widths() {
  std::vector<std::size_t> widths(columns());
  const ShownRow heads = this->heads();
  for (std::size_t column = 0; column < heads.size(); ++column) {
    widths[column] = widest_word(heads[column].text);
  }
  const auto measure = [&](const ShownRow& cells) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
      widths[column] = std::max(widths[column], cells[column].width);
    }
  };
  for_each_row(measure);
  measure(total());
  return widths;
}

std::vector<std::size_t> Grid::with_whole_heads(std::vector<std::size_t> widths) {
  const ShownRow heads = this->heads();
  for (std::size_t column = 0; column < heads.size(); ++column) {
    widths[column] = std::max(widths[column], heads[column].width);
  }
  return widths;
}

std::vector<std::size_t> Grid::least_widths(bool is_cut) {
  std::vector<std::size_t> least(columns());
  const auto measure = [&](const ShownRow& cells) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
      least[column] = std::max(least[column], widest_word(cells[column].text));
    }
  };
  measure(heads());
  if (!is_cut) {
    for_each_row(measure);
    measure(total());
    return least;
  }
  constexpr std::size_t least_text = 8;
  constexpr std::size_t least_name = 12;
  for (std::size_t number = 0; number < columns(); ++number) {
    const ColumnKind kind = column(number).kind;
    least[number] = std::max(least[number], is_name(column(number))    ? least_name
                                            : kind == ColumnKind::text ? least_text
                                                                       : std::size_t{0});
  }
  return least;
}

std::optional<std::vector<std::size_t>> Grid::fitted(std::vector<std::size_t> widths, std::size_t limit, bool is_cut) {
  if (full_width(widths) <= limit) {
    return widths;
  }
  const auto least = least_widths(is_cut);
  const auto narrow = [&](auto is_meant) {
    while (full_width(widths) > limit) {
      std::size_t widest = widths.size();
      for (std::size_t number = 0; number < widths.size(); ++number) {
        if (is_meant(number) && widths[number] > least[number] &&
            (widest == widths.size() || widths[number] > widths[widest])) {
          widest = number;
        }
      }
      if (widest == widths.size()) {
        return;
      }
      --widths[widest];
    }
  };
  if (is_cut) {
    narrow([&](std::size_t number) { return column(number).kind == ColumnKind::text && !is_name(column(number)); });
    narrow([&](std::size_t number) { return is_name(column(number)); });
  } else {
    narrow([](std::size_t) { return true; });
  }
  return full_width(widths) <= limit ? std::optional{std::move(widths)} : std::nullopt;
}

class TextWriter {
 public:
  TextWriter(std::ostream& out, const Words& words, const Style& style) : out_(out), words_(words), style_(style) {}

  void head(const Report& report) {
    const std::string title = shown(report.title);
    heading(report.subject.empty() ? title : title + ": " + visible(report.subject));
    if (report.period) {
      out_ << words_.text(key("report.period")) << ": " << words_.period(*report.period) << '\n';
    }
    facts(report.filters);
    facts(report.facts);
  }

  void health(const Section& section) {
    out_ << '\n';
    heading(shown(section.title));
    write(section);
  }

  void chapter(const Chapter& chapter, const Report& report) {
    if (const std::string title = shown(chapter.title); !title.empty()) {
      out_ << '\n';
      heading(title);
    }
    facts(chapter.facts);
    const bool has_titles = !report.subject.empty() || blocks_of<Section>(report).size() > 1;
    for (const Block& block : chapter.blocks) {
      const auto* section = std::get_if<Section>(&block);
      out_ << (report.bare && section != nullptr ? "" : "\n");
      if (section != nullptr && has_titles) {
        heading(shown(section->title));
      }
      std::visit([this](const auto& one) { write(one); }, block);
    }
    if (!chapter.notes.empty()) {
      out_ << '\n' << words_.text(key("report.notes")) << '\n';
      for (const Wording& note : chapter.notes) {
        item("•", shown(note));
      }
    }
  }

 private:
  /// The columns that a line may have. A wide table may have longer lines.
  std::size_t limit() const { return style_.width.value_or(usual_width); }
  /// Whether cells are cut rather than wrapped. In a file nothing is lost.
  bool cuts() const { return style_.one_line && style_.width.has_value() && !style_.is_wide; }

  /// Gives the room that is left to columns that would become whole by it, from the left.
  void fill_up(std::vector<std::size_t>& widths, const std::vector<std::size_t>& whole) const {
    std::size_t left = limit() - full_width(widths);
    for (std::size_t column = 0; column < widths.size(); ++column) {
      const std::size_t missing = whole[column] - widths[column];
      if (missing <= left) {
        widths[column] += missing;
        left -= missing;
      }
    }
  }

  std::string shown(const Wording& wording) const { return visible(human(wording, words_)); }
  std::string bold(const std::string& text) const { return style_.color ? "\x1b[1m" + text + "\x1b[0m" : text; }

  void heading(const std::string& text) { out_ << bold(text) << '\n'; }

  void facts(const std::vector<Fact>& facts) {
    for (const Fact& fact : facts) {
      const std::string value = visible(human_value(fact, words_));
      if (!value.empty()) {
        out_ << visible(human(fact.name, words_)) << ": " << value << '\n';
      }
    }
  }

  void paragraph(const std::string& text) {
    for (const auto& line : wrapped(text, limit())) {
      out_ << line << '\n';
    }
  }

  /// Writes an item of a list, on as many lines as it needs.
  void item(const std::string& mark, const std::string& text) {
    const std::size_t width = limit();
    const std::size_t indent = 3 + display_width(mark);
    std::string before = "  " + mark + ' ';
    for (const auto& line : wrapped(text, width > 30 ? width - indent : width)) {
      out_ << before << line << '\n';
      before.assign(indent, ' ');
    }
  }

  void write(const Paragraph& text) { paragraph(shown(text.text)); }
  void write(const Chart& chart) { paragraph(shown(chart.says)); }
  void write(const Gap& gap) { paragraph(visible(human(gap, words_))); }
  void write(const Section& section) {
    if (section.rows.is_empty()) {
      out_ << shown(section.when_empty) << '\n';
      return;
    }
    Grid grid{section, words_, style_.one_line};
    const auto widths = grid.widths();
    const auto whole = grid.with_whole_heads(widths);
    if (style_.is_wide || full_width(whole) <= limit()) {
      lines(grid, whole);
    } else if (auto fitted = grid.fitted(widths, limit(), cuts())) {
      fill_up(*fitted, whole);
      lines(grid, *fitted);
    } else if (style_.width) {
      blocks(grid);
    } else {
      lines(grid, whole);  // a file has room for lines of any length
    }
    for (const auto& [mark, text] : grid.footnotes().all()) {
      item(mark, visible(words_.say(text)));
    }
  }

  void lines(Grid& grid, const std::vector<std::size_t>& widths) {
    row(grid.heads(), grid, widths, true);
    rule(widths);
    std::vector<std::string> before(grid.columns());  // the last values, of columns that show a repeated value once
    bool is_first = true;
    grid.for_each_row([&](ShownRow& cells) {
      for (std::size_t column = 0; column < cells.size(); ++column) {
        if (grid.column(column).groups && !is_first && cells[column].text == before[column]) {
          cells[column] = {};
        } else if (grid.column(column).groups) {
          before[column] = cells[column].text;
        }
      }
      is_first = false;
      row(cells, grid, widths, false);
    });
    if (const auto total = grid.total(); !total.empty()) {
      rule(widths);
      row(total, grid, widths, false);
    }
  }

  /// Writes a table for a terminal that is too narrow for it. Each row becomes lines of heading and value.
  void blocks(Grid& grid) {
    const auto heads = grid.heads();
    std::size_t widest = 0;
    for (const auto& head : heads) {
      widest = std::max(widest, head.width);
    }
    bool is_first = true;
    const auto block = [&](const ShownRow& cells) {
      out_ << (is_first ? "" : "\n");
      is_first = false;
      for (std::size_t column = 0; column < cells.size(); ++column) {
        if (!cells[column].text.empty()) {
          std::string head;
          add_padded(head, heads[column], widest, false);
          out_ << bold(head) << "  " << cells[column].text << '\n';
        }
      }
    };
    grid.for_each_row(block);
    if (const auto total = grid.total(); !total.empty()) {
      block(total);
    }
  }

  void row(const ShownRow& cells, const Grid& grid, const std::vector<std::size_t>& widths, bool head) {
    const bool fits = std::equal(cells.begin(), cells.end(), widths.begin(), widths.end(),
                                 [](const Shown& cell, std::size_t width) { return cell.width <= width; });
    if (fits) {
      line(cells, grid, widths, head);
      return;
    }
    if (cuts() && !head) {
      ShownRow parts = cells;
      for (std::size_t column = 0; column < parts.size(); ++column) {
        if (parts[column].width > widths[column]) {
          parts[column] = cut(parts[column], widths[column]);
        }
      }
      line(parts, grid, widths, head);
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
    line_.clear();
    for (std::size_t column = 0; column < cells.size(); ++column) {
      line_.append(column == 0 ? 0 : between, ' ');
      add_padded(line_, cells[column], widths[column], is_figure(grid.column(column).kind));
    }
    line_.erase(line_.find_last_not_of(' ') + 1);
    if (head) {
      line_ = bold(line_);
    }
    out_ << line_ << '\n';
  }

  void rule(const std::vector<std::size_t>& widths) {
    std::string text;
    for (const auto width : widths) {
      text += text.empty() ? "" : std::string(between, ' ');
      for (std::size_t column = 0; column < width; ++column) {
        text += "─";
      }
    }
    out_ << text << '\n';
  }

  std::ostream& out_;
  const Words& words_;
  const Style& style_;
  std::string line_;  // a member, so that its memory is used again
};

}  // namespace

void text(std::ostream& out, const Report& report, const Words& words, const Style& style) {
  TextWriter writer{out, words, style};
  if (!report.bare) {
    writer.head(report);
  }
  for (const Chapter& chapter : report.chapters) {
    writer.chapter(chapter, report);
  }
  if (report.health) {
    writer.health(*report.health);
  }
}

}  // namespace mentor::render
