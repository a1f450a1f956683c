// Markdown: tables as GitHub, Pandoc and most site engines read them.
#include "cells.hpp"
#include "escape.hpp"
#include "render.hpp"

namespace mentor::render {

namespace {

using language::Words;

/// A built-in text may hold markup of its own, so only a message is escaped.
std::string markdown_of(const Wording& wording, const Words& words) {
  return std::holds_alternative<FixedLabel>(wording) ? human(wording, words) : markdown_text(human(wording, words));
}

/// An address becomes a link only if nothing in it can end the link.
std::string markdown_of(const Cell& cell, const Words& words) {
  const auto* link = std::get_if<Link>(&cell);
  const bool is_link = link != nullptr && link->address.starts_with("https://") &&
                       visible(link->address) == link->address &&
                       link->address.find_first_of(" <>|\\`\"") == std::string::npos;
  return is_link ? '<' + link->address + '>' : markdown_text(human(cell, words));
}

class MarkdownWriter {
 public:
  MarkdownWriter(std::ostream& out, const Words& words) : out_(out), words_(words) {}

  void head(const Report& report) {
    out_ << "# " << markdown_of(report.title, words_);
    out_ << (report.subject.empty() ? "" : ": " + markdown_text(report.subject)) << '\n';
    out_ << (report.period || !report.facts.empty() ? "\n" : "");
    if (report.period) {
      out_ << "- " << words_.text(key("report.period")) << ": " << words_.period(*report.period) << '\n';
    }
    facts(report.filters);
    facts(report.facts);
  }

  void health(const Section& section) {
    out_ << "\n## " << markdown_of(section.title, words_) << "\n\n";
    write(section);
  }

  void chapter(const Chapter& chapter, const Report& report) {
    const std::string title = markdown_of(chapter.title, words_);
    if (!title.empty()) {
      out_ << "\n## " << title << '\n';
    }
    if (!chapter.facts.empty()) {
      out_ << '\n';
      facts(chapter.facts);
    }
    const bool has_titles = !report.subject.empty() || blocks_of<Section>(report).size() > 1;
    for (const Block& block : chapter.blocks) {
      const auto* section = std::get_if<Section>(&block);
      out_ << (report.bare && section != nullptr ? "" : "\n");
      if (section != nullptr && has_titles) {
        out_ << (title.empty() ? "## " : "### ") << markdown_of(section->title, words_) << "\n\n";
      }
      std::visit([this](const auto& one) { write(one); }, block);
    }
    if (!chapter.notes.empty()) {
      out_ << '\n' << words_.text(key("report.notes")) << "\n\n";
      for (const Wording& note : chapter.notes) {
        out_ << "- " << markdown_of(note, words_) << '\n';
      }
    }
  }

 private:
  void facts(const std::vector<Fact>& facts) {
    for (const Fact& fact : facts) {
      const std::string value = std::holds_alternative<Link>(fact.value) ? markdown_of(fact.value, words_)
                                                                         : markdown_text(human_value(fact, words_));
      if (!value.empty()) {
        out_ << "- " << markdown_text(human(fact.name, words_)) << ": " << value << '\n';
      }
    }
  }

  void row(const Section& section, auto cell) {
    out_ << '|';
    for (std::size_t index = 0; index < section.columns.size(); ++index) {
      if (is_for_people(section.columns[index])) {
        out_ << ' ' << cell(index) << " |";
      }
    }
    out_ << '\n';
  }

  void write(const Section& section) {
    if (section.rows.is_empty()) {
      out_ << markdown_of(section.when_empty, words_) << '\n';
      return;
    }
    Footnotes footnotes;
    row(section, [&](std::size_t index) {
      const Column& column = section.columns[index];
      return markdown_text(human(column.heading, words_)) + footnotes.mark(column);
    });
    row(section, [&](std::size_t index) { return is_figure(section.columns[index].kind) ? "--:" : ":--"; });
    section.rows.for_each([&](const Row& cells) {
      row(section, [&](std::size_t index) { return markdown_of(cells[index], words_) + footnotes.mark(cells[index]); });
    });
    if (!section.total.empty()) {
      row(section, [&](std::size_t index) {
        const Cell& total = section.total[index];
        const std::string cell = markdown_of(total, words_) + footnotes.mark(total);
        return cell.empty() ? cell : "**" + cell + "**";
      });
    }
    out_ << (footnotes.all().empty() ? "" : "\n");
    for (const auto& [mark, text] : footnotes.all()) {
      out_ << "- " << mark << ' ' << markdown_text(words_.say(text)) << '\n';
    }
  }

  void write(const Paragraph& paragraph) {
    out_ << markdown_of(paragraph.text, words_) << '\n';
    if (const std::string& command = paragraph.command.in(words_.language()); !command.empty()) {
      out_ << "\n    " << visible(command) << '\n';  // code, in which nothing is markup
    }
  }
  void write(const Chart& chart) { out_ << markdown_of(chart.says, words_) << '\n'; }
  void write(const Gap& gap) { out_ << markdown_text(human(gap, words_)) << '\n'; }

  std::ostream& out_;
  const Words& words_;
};

}  // namespace

void markdown(std::ostream& out, const Report& report, const Words& words, const Style&) {
  MarkdownWriter writer{out, words};
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
