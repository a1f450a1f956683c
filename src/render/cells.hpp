/// The cells and headings of a report as people read them and as machines do, and the footnotes to them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "language/words.hpp"
#include "mentor/report.hpp"

namespace mentor::render {

/// In the reader's language: labels, names, `05.10.2026`, `1,5`, `33,3 %`. What stands in them of the records may hold
/// any character.
std::string human(const Cell& cell, const language::Words& words);
std::string human(const Heading& heading, const language::Words& words);
std::string human(const Wording& wording, const language::Words& words);

/// The value of a fact: a date is written out, and of a figure that is unknown stands there why. Empty: there is
/// nothing to be said.
std::string human_value(const Fact& fact, const language::Words& words);

/// What is missing, and in which records.
std::string human(const Gap& gap, const language::Words& words);

/// Never translated: ids, `2026-10-05`, `1.5`; of a share `0.3333`. Lists are separated by blanks (ids) or `; `
/// (names).
std::string machine(const Cell& cell);
/// The names behind the references of a cell.
std::string machine_names(const Cell& cell);

/// A number as a decimal to four places, without those that are zeros at its end. There must be no minus.
std::string decimal(std::int64_t part, std::int64_t whole);

/// The footnotes of a table. Each has the number of its first place, also when the table is gone through again.
class Footnotes {
 public:
  /// The mark of that footnote (`¹`), which is added when it is new. Nothing for a blank message.
  std::string mark(const Message& message);
  /// That of the cell, if it has a footnote.
  std::string mark(const Cell& cell);
  std::string mark(const Column& column);

  struct Footnote {
    std::string mark;
    Message text;
  };
  /// By their numbers.
  const std::vector<Footnote>& all() const { return all_; }

 private:
  std::map<Message, std::size_t> numbers_;  // by what they say, from 0
  std::vector<Footnote> all_;
};

/// Whether people, or machines, are shown the column.
inline bool is_for_people(const Column& column) { return column.audience != Audience::machines; }
inline bool is_for_machines(const Column& column) { return column.audience != Audience::people; }

}  // namespace mentor::render
