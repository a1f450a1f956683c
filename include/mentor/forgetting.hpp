/// Forgetting a person (model §10.2): what of the records goes, what stays, and by which words one finds what is left
/// elsewhere. Figures by role, category, form and age stay, by class they do not.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "mentor/edits.hpp"
#include "mentor/text.hpp"

namespace mentor {

/// A pair of the person that has not ended by this day, and so keeps the person from being forgotten: one that works
/// before one that is still to begin. Null when there is none.
const Pair* pair_in_the_way(const Program& program, const Id<Participant>& person, Date day);

/// What forgetting a person changes.
struct Oblivion {
  Edits edits;
  std::vector<std::string> records;  // `participants/7k2m9qx4tz`, and the records that concern this person alone
};

/// Of the person stay id, category, roles, the year of birth, `joined`, `left`, `reason`, and the rules from which the
/// person is an exception, without the reasons: else `check` would tell of old pairs anew. A record that concerns this
/// person alone, or beside people who are forgotten already, loses its texts. Such records are written anew, since a
/// comment may say more than a field.
Oblivion forget(const Program& program, const Stored<Participant>& stored, Date today);

/// How a person may be recognized in a text: by each word of the names, by telephone and e-mail, and by name and
/// telephone of the representative.
class Traces {
 public:
  /// The program must be as it was before the person was forgotten. `fold` must outlive this.
  Traces(const Program& program, const Participant& person, const Fold& fold);

  /// Whether a text of several lines may have a trace. Quick, and never wrong when it says no.
  bool may_be_in(std::string_view text) const { return may_be_in_folded(fold_(text)); }
  /// Whether a line has a trace. `path` is that of its file. A word that other people of the program bear counts only
  /// beside another one, except for the surname where no person is written down.
  bool are_in(std::string_view line, std::string_view path) const;
  /// Whether a line of the text has a trace.
  bool are_in_lines(std::string_view text, std::string_view path) const;

 private:
  struct Word {
    std::string stem;         // folded, without the ending that changes by case
    bool is_common = false;   // others bear it too
    bool is_surname = false;  // the first word of a name
  };

  void add_words(std::string_view text, bool is_name);
  void add_numbers(std::string_view text);
  bool may_be_in_folded(const std::string& folded) const;

  const Fold& fold_;
  std::vector<Word> words_;
  std::vector<std::string> numbers_;    // the last digits of telephones
  std::vector<std::string> addresses_;  // folded
};

/// Whether a text is a sheet that the person filled in: it names a pair of that person, and its instrument is of the
/// role which the person has there, or of none that the model knows. Sheets do not name the person.
bool is_sheet_of(const Program& program, const Participant& person, std::string_view text);

/// Whether a text has the id as a word of its own.
bool has_id(std::string_view text, std::string_view id);

}  // namespace mentor
