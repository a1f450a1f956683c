// Markdown: tables as GitHub, Pandoc and most site engines read them.
#include "cells.hpp"
#include "escape.hpp"
#include "render.hpp"

namespace mentor::render {

namespace {

using language::Words;

void row(std::ostream& out, const Section& section, auto cell) {
  out << '|';
  for (std::size_t index = 0; index < section.columns.size(); ++index) {
    if (!section.columns[index].for_machines) {
      out << ' ' << cell(index) << " |";
    }
  }
  out << '\n';
}

void table(std::ostream& out, const Section& section, const Words& words) {
  if (section.rows.empty()) {
    out << section.when_empty.in(words.language()) << '\n';
    return;
  }
  row(out, section, [&](std::size_t index) { return markdown_text(human(section.columns[index].heading, words)); });
  row(out, section, [&](std::size_t index) { return section.columns[index].align == Align::right ? "--:" : ":--"; });
  for (const Row& cells : section.rows) {
    row(out, section, [&](std::size_t index) { return markdown_text(human(cells[index], words)); });
  }
  if (!section.total.empty()) {
    row(out, section, [&](std::size_t index) {
      const std::string cell = markdown_text(human(section.total[index], words));
      return cell.empty() ? cell : "**" + cell + "**";
    });
  }
}

}  // namespace

void markdown(std::ostream& out, const Report& report, const Words& words, const Style&) {
  if (!report.bare) {
    out << "# " << report.title.in(words.language());
    out << (report.subject.empty() ? "" : ": " + markdown_text(report.subject)) << "\n\n";
    if (report.period) {
      out << "- " << words.text(key("report.period")) << ": " << words.period(*report.period) << '\n';
    }
    for (const Fact& fact : report.facts) {
      const auto* date = std::get_if<Date>(&fact.value);
      const std::string value = date != nullptr ? words.date(*date) : markdown_text(human(fact.value, words));
      if (!value.empty()) {
        out << "- " << markdown_text(human(fact.name, words)) << ": " << value << '\n';
      }
    }
  }
  for (const Section& section : report.sections) {
    if (!report.bare) {
      out << '\n';
    }
    if (report.sections.size() > 1 || !report.subject.empty()) {
      out << "## " << section.title.in(words.language()) << "\n\n";
    }
    table(out, section, words);
  }
  if (!report.notes.empty()) {
    out << '\n' << words.text(key("report.notes")) << "\n\n";
    for (const FixedLabel& note : report.notes) {
      out << "- " << note.in(words.language()) << '\n';
    }
  }
}

}  // namespace mentor::render
