// Text for a terminal or a mail: columns aligned by display width, wrapped to the terminal, or to 100 columns where
// there is none. The writer goes through the rows of a table twice, first for the widths and then for the lines; once
// more if it must wrap. So it holds only one row at a time, even of a million.
#include <algorithm>

#include "escape.hpp"
#include "language/unicode.hpp"
#include "render.hpp"
#include "text_grid.hpp"

namespace mentor::render {

namespace {

using language::display_width;
using language::Words;

constexpr std::size_t usual_width = 100;  // of a line when there is no terminal
constexpr std::size_t widest_page = 130;  // of a line of a table that cannot be wrapped to that

class TextWriter {
 public:
  TextWriter(std::ostream& out, const Words& words, const Style& style) : out_(out), words_(words), style_(style) {}

  void head(const Report& report) {
    const std::string title = shown(report.title);
    heading(report.subject.empty() ? title : title + ": " + visible(report.subject));
    if (report.period) {
      line_of_head(words_.text(key("report.period")) + ": " + words_.period(*report.period));
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
  static void fill_up(std::vector<std::size_t>& widths, const std::vector<std::size_t>& whole, std::size_t limit) {
    std::size_t left = limit - full_width(widths);
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

  void heading(const std::string& text) {
    for (const auto& line : style_.width ? wrapped(text, limit()) : std::vector{text}) {
      out_ << bold(line) << '\n';
    }
  }

  void facts(const std::vector<Fact>& facts) {
    for (const Fact& fact : facts) {
      const std::string value = visible(human_value(fact, words_));
      if (!value.empty()) {
        line_of_head(visible(human(fact.name, words_)) + ": " + value);
      }
    }
  }

  void line_of_head(const std::string& line) {
    if (style_.width) {
      paragraph(line);
    } else {
      out_ << line << '\n';  // whoever reads a file by lines finds the value behind its name
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
    constexpr std::size_t narrow = 30;
    std::string before = (width > narrow ? "  " : "") + mark + ' ';
    const std::size_t indent = display_width(before);
    for (const auto& line : wrapped(text, width > indent ? width - indent : width)) {
      out_ << before << line << '\n';
      before.assign(indent, ' ');
    }
  }

  void write(const Paragraph& text) {
    paragraph(shown(text.text));
    if (const std::string& command = text.command.in(words_.language()); !command.empty()) {
      out_ << "    " << visible(command) << '\n';
    }
  }
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
    } else if (!wrote_short(grid)) {
      if (!style_.width) {
        if (!wrote_fitted(grid, widest_page)) {
          lines(grid, whole);  // a file has room for lines of any length
        }
      } else {
        write_narrow(grid);
      }
    }
    for (const auto& [mark, text] : grid.footnotes().all()) {
      item(mark, visible(words_.say(text)));
    }
  }

  /// Writes the lines of a table if it can be made narrow enough: by wrapping, or by cutting what is short already. On
  /// a terminal a name is rather shown short than broken.
  bool wrote_short(Grid& grid) {
    if (cuts() || (style_.width && grid.would_wrap_names(limit()))) {
      grid.shorten_names();
    }
    return wrote_fitted(grid, limit());
  }

  /// Writes a table for a terminal that is too narrow for it even if it is wrapped. What groups its rows stands above
  /// them; then names are short; then columns are left out, and a line says which. Else each row is a block of lines.
  void write_narrow(Grid& grid) {
    if (grid.begins_with_groups()) {
      grid.put_groups_above();
      if (wrote_fitted(grid, limit())) {
        return;
      }
    }
    grid.shorten_names();
    if (grid.leave_out_until(limit()) && wrote_fitted(grid, limit())) {
      if (const std::string left_out = grid.left_out(); !left_out.empty()) {
        paragraph(words_.say(say("report.left-out", left_out)));
      }
      return;
    }
    grid.show_all();
    blocks(grid);
  }

  /// Writes the lines of a table if it can be made narrow enough.
  bool wrote_fitted(Grid& grid, std::size_t limit) {
    const auto widths = grid.widths();
    const auto whole = grid.with_whole_heads(widths);
    auto fitted = full_width(whole) <= limit ? std::optional{whole} : grid.fitted(widths, limit, cuts());
    if (fitted) {
      fill_up(*fitted, whole, limit);
      lines(grid, *fitted);
    }
    return fitted.has_value();
  }

  void lines(Grid& grid, const std::vector<std::size_t>& widths) {
    row(grid.heads(), grid, widths, true);
    rule(widths);
    std::optional<std::string> group;
    std::vector<std::string> before(grid.columns());  // the last values, of columns that show a repeated value once
    bool is_first = true;
    grid.for_each_row([&](ShownRow& cells) {
      if (grid.has_groups_above() && group != grid.group()) {
        out_ << (is_first ? "" : "\n");
        group = grid.group();
        is_first = true;
        heading(*group);
      }
      for (std::size_t column = 0; column < cells.size(); ++column) {
        if (grid.column(column).groups && !is_first && cells[column].text == before[column]) {
          cells[column] = {};
        } else if (grid.column(column).groups) {
          before[column] = cells[column].text;
        }
      }
      is_first = false;
      row(cells, grid, widths, false);
      own_lines(grid);
    });
    if (const auto total = grid.total(); !total.empty()) {
      rule(widths);
      say_total(grid);
      row(total, grid, widths, false);
    }
  }

  /// Says that the row of totals comes, if none of its cells says it.
  void say_total(const Grid& grid) {
    if (!grid.unplaced_total().empty()) {
      out_ << grid.unplaced_total() << ":\n";
    }
  }

  /// What stands below the row that was visited last. It is never broken: a command that is must be typed anew.
  void own_lines(const Grid& grid) {
    for (const std::string& line : grid.own_lines()) {
      if (!line.empty()) {
        out_ << "    " << line << '\n';
      }
    }
  }

  /// A heading of this width and the value behind it, on as many lines as it needs.
  void value_of_block(const std::string& head, std::size_t width, const std::string& value) {
    constexpr std::size_t least_room = 20;
    const std::size_t indent = width + 2;
    if (limit() < indent + least_room) {
      const std::string name = head.substr(0, head.find_last_not_of(' ') + 1);
      const auto lines = wrapped(name + ": " + value, limit() > least_room ? limit() - 2 : limit());
      const std::string& first = lines.front();
      out_ << (first.starts_with(name) ? bold(name) + first.substr(name.size()) : bold(first)) << '\n';
      std::for_each(lines.begin() + 1, lines.end(), [&](const std::string& line) { out_ << "  " << line << '\n'; });
      return;
    }
    std::string before = bold(head) + "  ";
    for (const auto& line : wrapped(value, limit() - indent)) {
      out_ << before << line << '\n';
      before.assign(indent, ' ');
    }
  }

  /// Writes a table for a terminal that is too narrow for it. Each row becomes lines of heading and value.
  void blocks(Grid& grid) {
    std::optional<std::string> group;
    const auto heads = grid.heads();
    std::size_t widest = 0;
    for (const auto& head : heads) {
      widest = std::max(widest, head.width);
    }
    bool is_first = true;
    const auto block = [&](const ShownRow& cells) {
      out_ << (is_first ? "" : "\n");
      is_first = false;
      if (grid.has_groups_above() && group != grid.group()) {
        group = grid.group();
        heading(*group);
      }
      for (std::size_t column = 0; column < cells.size(); ++column) {
        if (!cells[column].text.empty()) {
          std::string head;
          add_padded(head, heads[column], widest, false);
          value_of_block(head, widest, cells[column].text);
        }
      }
    };
    grid.for_each_row([&](const ShownRow& cells) {
      block(cells);
      own_lines(grid);
    });
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
      line_.append(column == 0 ? 0 : between_columns, ' ');
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
      text += text.empty() ? "" : std::string(between_columns, ' ');
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
