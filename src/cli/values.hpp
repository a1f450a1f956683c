/// From the words that were typed to what they mean: choices, words of the model, records.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "mentor/model.hpp"
#include "mentor/resolve.hpp"
#include "session.hpp"

namespace mentor::cli {

/// The choice itself when it is one of `allowed`, given by an option or (no name) as an argument; else throws `Refused`
/// with the nearest of them.
std::string choose(std::string_view option, const std::string& value, const std::vector<std::string>& allowed);

/// The word for one record of a kind, or the kind's folder: what `add` and `list` name kinds by.
enum class KindWord { one, folder };
template <class Record>
constexpr std::string_view kind_word(KindWord sort) {
  return sort == KindWord::one ? word_for<Record> : folder_of<Record>;
}

/// Those words, each with what people call one or many of the kind.
HelpList help_of_kinds(KindWord sort, const language::Words& words);

/// The word itself when it is that of a kind; else throws `Refused` with the nearest kind, whatever people call it.
std::string choose_kind(KindWord sort, const std::string& typed);

/// The rows of a table, or what they point to, by their names.
template <class Row>
Texts names_of(std::span<const Row* const> rows) {
  Texts names;
  std::transform(rows.begin(), rows.end(), std::back_inserter(names),
                 [](const Row* row) { return std::string{row->name}; });
  return names;
}
template <class Row>
Texts names_of(std::span<const Row> rows) {
  Texts names;
  std::transform(rows.begin(), rows.end(), std::back_inserter(names),
                 [](const Row& row) { return std::string{row.name}; });
  return names;
}

/// The row of a table that a value names; throws as `choose` does.
template <class Row>
const Row& choose_row(std::string_view option, const std::string& value, std::span<const Row* const> rows) {
  choose(option, value, names_of(rows));
  return **std::find_if(rows.begin(), rows.end(), [&](const Row* row) { return row->name == value; });
}
template <class Row>
const Row& choose_row(std::string_view option, const std::string& value, std::span<const Row> rows) {
  choose(option, value, names_of(rows));
  return *std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.name == value; });
}

/// The first three of the names, and how many they are when there are more: `a, b, c … (12)`.
std::string shortened(const std::vector<std::string>& names);

/// A label as it is compared: folded, and without blanks around its dashes, so that «ученик-ученик» is a form.
std::string folded_label(std::string_view text, const Fold& fold);

/// The entry of the model whose id or label, in either language, is `text`; null when there is none.
template <class Entry>
const Entry* find_word(std::span<const Entry> entries, std::string_view text, const Fold& fold) {
  const std::string asked = folded_label(text, fold);
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
    return entry.id.to_string() == text || folded_label(entry.label.in(Language::ru), fold) == asked ||
           folded_label(entry.label.in(Language::en), fold) == asked;
  });
  return found == entries.end() ? nullptr : &*found;
}

/// Ids with their labels, for saying what would have been right.
struct WordList {
  Texts shown;                   // `project (проектная деятельность)`
  std::vector<std::string> ids;  // what a suggestion is chosen from
  std::vector<std::string> labels;
};

template <class Entry>
void add_words(WordList& list, std::span<const Entry> entries, const language::Words& words) {
  for (const Entry& entry : entries) {
    list.shown.push_back(entry.id.to_string() + " (" + entry.label.in(words.language()) + ')');
    list.ids.push_back(entry.id.to_string());
    list.labels.push_back(entry.label.in(Language::ru));
    list.labels.push_back(entry.label.in(Language::en));
  }
}

/// That `text` is no such word, what there is, and the nearest of it.
Message unknown_word(std::string_view field, const std::string& text, const WordList& list, const Fold& fold);

/// All activity types of the model, each id once.
std::vector<ActivityType> all_types(const Model& model);

/// The choice of that id or label; null when there is none.
const WordRow* find_choice(std::span<const WordRow> choices, std::string_view text, const Fold& fold);

/// The record that `reference` means. Throws `Refused`: none, several (listed), or one that cannot be read.
template <class Record>
const Stored<Record>& find_record(const Session& session, const storage::Loaded& loaded, const std::string& reference);

/// Throws `Refused`: no record of any kind is meant.
[[noreturn]] void refuse_any_kind(const Session& session, const storage::Loaded& loaded, const std::string& reference);

/// The record of any kind that `reference` means: an id of any kind first, then what the kinds in their order know by
/// it, so that a name means the person and not their pairs. Calls `visit` with it. Throws `Refused` as `find_record`
/// does; a reference that has a slash can only mean a kind that is named by its members.
template <class Visit>
void visit_record(const Session& session, const storage::Loaded& loaded, const std::string& reference, Visit visit) {
  const Program& program = loaded.program;
  bool found = false;
  const auto visit_first = [&](auto is_meant) {
    for_each_kind([&]<class Record>(Record* kind) {
      if (!found && is_meant(kind)) {
        found = true;
        visit(find_record<Record>(session, loaded, reference));
      }
    });
  };
  visit_first([&]<class Record>(Record*) {
    const auto id = Id<Record>::parse(reference);
    return program.all<Record>().is_unreadable(reference) || (id && program.all<Record>().find(*id) != nullptr);
  });
  visit_first([&]<class Record>(Record*) {
    return !resolve<Record>({program, session.today(), session.fold()}, reference).empty();
  });
  visit_first([&]<class Record>(Record*) {
    if constexpr (requires { &Kind<Record>::is_named_by_members; }) {
      return Kind<Record>::is_named_by_members && reference.find('/') != std::string::npos;
    }
    return false;
  });
  if (!found) {
    refuse_any_kind(session, loaded, reference);
  }
}

/// Of the records with the id of `stored` the one that stands where `--file` says, or the only one. Throws `Refused`
/// with the places of all when that leaves none or several: what is changed is never a guess.
template <class Record>
const Stored<Record>& one_place(const Program& program, const Stored<Record>& stored, const Arguments& arguments);

/// The values of a repeated argument; `-` stands for the lines of standard input. Throws `Refused` when others stand
/// beside it.
std::vector<std::string> with_standard_input(const Session& session, const std::vector<std::string>& values);

/// The references of the argument REF. Throws `Refused` when `--file`, which says where one record stands, is given
/// with several.
std::vector<std::string> references_of(const Session& session, const Arguments& arguments);

/// Calls `visit` with the record that each reference means, of whatever kind and in one place, each record once. Throws
/// `Refused` as `find_record` and `one_place` do.
template <class Visit>
void visit_each(const Session& session, const storage::Loaded& loaded, const std::vector<std::string>& references,
                const Arguments& arguments, Visit visit) {
  std::unordered_set<const void*> visited;
  for (const std::string& reference : references) {
    visit_record(session, loaded, reference, [&](const auto& meant) {
      const auto& stored = one_place(loaded.program, meant, arguments);
      if (visited.insert(&stored).second) {
        visit(stored);
      }
    });
  }
}

inline constexpr Option period_option{"--period", "", key("value.period"), Arity::optional, key("help.filter.period")};
/// A period; throws `Refused` when it is none.
Period period_of(const Session& session, const Program& program, const Arguments& arguments);

/// All of standard input, with LF line ends. Throws `SystemError` when it cannot be read or does not end within bounds.
std::string standard_input(const Session& session);

}  // namespace mentor::cli
