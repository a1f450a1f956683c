/// The cells and headings of a report as people read them and as machines do, and the footnotes to them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "language/words.hpp"
#include "mentor/report.hpp"

namespace mentor::render {

/// In the reader's language: labels, names, `05.10.2026`, `33,3 %`. Hours are decimals to two places, so that all
/// of a column are written alike: `1,5`, `1,33`. Text that comes from records may hold any character.
std::string human(const Cell& cell, const language::Words& words);
std::string human(const Heading& heading, const language::Words& words);
std::string human(const Wording& wording, const language::Words& words);

/// The value of a fact. A date is written out. If a figure is unknown, the reason stands in its place. Empty when there
/// is nothing to say.
std::string human_value(const Fact& fact, const language::Words& words);

/// What is missing, and in which records.
std::string human(const Gap& gap, const language::Words& words);

/// Never translated: ids, `2026-10-05`, `1.5`; a share is `0.3333`. Ids of a list are separated by blanks, names by `;
/// `.
std::string machine(const Cell& cell);
/// The names that belong to the ids in a cell of references.
std::string machine_names(const Cell& cell);

/// `part` divided by `whole`, as a decimal to four places. It has no zeros at its end. Neither number may be negative.
std::string decimal(std::int64_t part, std::int64_t whole);

/// The footnotes of a table. A footnote gets its number where it first stands. It keeps this number when somebody goes
/// through the table again.
class Footnotes {
 public:
  /// The mark of the footnote with this text (`¹`). If the footnote is new, it is added. Nothing for a blank message.
  std::string mark(const Message& message);
  /// The mark of the footnote of a cell or a column. Nothing when it has none.
  std::string mark(const Cell& cell);
  std::string mark(const Column& column);

  struct Footnote {
    std::string mark;
    Message text;
  };
  /// All footnotes, in the order of their numbers.
  const std::vector<Footnote>& all() const { return all_; }

 private:
  std::map<Message, std::size_t> numbers_;  // by their texts; the first is 0
  std::vector<Footnote> all_;
};

/// Whether people see the column, and whether machines do.
inline bool is_for_people(const Column& column) { return column.audience != Audience::machines; }
inline bool is_for_machines(const Column& column) { return column.audience != Audience::people; }

}  // namespace mentor::render
