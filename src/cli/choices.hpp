/// Words that are the same everywhere: the choices of an option, the rows of a table, the kinds of records.
#pragma once

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"
#include "mentor/records.hpp"

namespace mentor::cli {

/// The choice itself when it is one of `allowed`, given by an option or (no name) as an argument; else throws `Refused`
/// with the nearest of them.
std::string choose(std::string_view option, const std::string& value, const std::vector<std::string>& allowed);

/// The same of what was given for an option that has choices.
std::string choose(const Option& option, const std::string& value);

/// The word for one record of a kind, or the kind's folder: what `add` and `list` name kinds by.
enum class KindWord { one, folder };
template <class Record>
constexpr std::string_view kind_word(KindWord sort) {
  return sort == KindWord::one ? word_for<Record> : folder_of<Record>;
}

/// Those words of all kinds.
template <KindWord sort>
std::vector<std::string> kind_words() {
  std::vector<std::string> words;
  for_each_kind([&]<class Record>(Record*) { words.emplace_back(kind_word<Record>(sort)); });
  return words;
}
/// Those words, each with what people call one or many of the kind.
HelpList help_of_kinds(KindWord sort, const language::Words& words);

/// The word itself when it is that of a kind; else throws `Refused` with the nearest kind, whatever people call it.
std::string choose_kind(KindWord sort, const std::string& typed);

/// The row of a table that a value names; throws as `choose` does.
template <class Row>
const Row& choose_row(std::string_view option, const std::string& value, std::span<const Row> rows) {
  std::vector<std::string> names;
  std::transform(rows.begin(), rows.end(), std::back_inserter(names),
                 [](const Row& row) { return std::string{row.name}; });
  choose(option, value, names);
  return *std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.name == value; });
}

}  // namespace mentor::cli
