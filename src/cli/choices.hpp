/// Checks typed words against fixed choices: those of an option, the rows of a table, the kinds of records.
#pragma once

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"
#include "mentor/records.hpp"
#include "mentor/text.hpp"

namespace mentor::cli {

/// The choices as people are told of them: in Russian with the word that may be typed in the place of each.
Labels labels_of(const std::vector<Choice>& choices);

/// Gives the value if it is one of `allowed`; else throws `Refused` with the nearest of them. `option` is what people
/// type for the option whose value it is, or empty for an argument.
std::string choose(const Label& option, const std::string& value, const std::vector<Choice>& allowed);
std::string choose(const Label& option, const std::string& value, const std::vector<std::string>& allowed);

/// Does the same for the value of an option that has choices.
std::string choose(const Option& option, const std::string& value);

/// The value of an option whose choices are the words of an enumeration. Nothing when it was not given; throws as
/// `choose` does.
template <HasWords Enum>
std::optional<Enum> chosen(const Arguments& arguments, const Option& option) {
  const auto typed = arguments.one(option);
  return typed ? value_from<Enum>(choose(option, *typed)) : std::nullopt;
}

/// How a kind of record is named: by the word for one record, as `add` does, or by its folder, as `list` does.
enum class KindWord { one, folder };
template <class Record>
constexpr std::string_view kind_word(KindWord sort) {
  return sort == KindWord::one ? word_for<Record> : folder_of<Record>;
}

/// What people may type for a list of this kind, in either language.
template <class Record>
Label typed_name_of_list() {
  const bool is_one_word = Kind<Record>::many.ru.find(' ') == std::string_view::npos;
  const std::string_view many = is_one_word ? Kind<Record>::many.ru : Kind<Record>::title.ru;
  return {folded_plainly(many).value_or(std::string{many}), std::string{folder_of<Record>}};
}
Label typed_name_of_list(std::string_view kind);

/// The words of all kinds.
template <KindWord sort>
std::vector<Choice> kind_words() {
  std::vector<Choice> words;
  for_each_kind([&]<class Record>(Record*) {
    using Of = Kind<Record>;
    const bool is_one = sort == KindWord::one;
    Choice& choice =
        words.emplace_back(Choice{std::string{kind_word<Record>(sort)},
                                  {is_one ? Of::title.ru : Of::many.ru, is_one ? Of::many.ru : Of::title.ru}});
    choice.called.insert(choice.called.end(), Of::inflected.begin(), Of::inflected.end());
  });
  return words;
}
/// The words of all kinds, each with what people call one or many of the kind.
HelpList help_of_kinds(KindWord sort, const language::Words& words);

/// Gives the word if it names a kind, or is one of `more`. Else throws `Refused` with the nearest of them; a kind may
/// be near by any of the names people give it.
std::string choose_kind(KindWord sort, const std::string& typed, const std::vector<Choice>& more = {});

/// The row of a table that a value names. Throws as `choose` does.
template <class Row>
const Row& choose_row(const Label& option, const std::string& value, std::span<const Row* const> rows) {
  std::vector<Choice> choices;
  std::transform(rows.begin(), rows.end(), std::back_inserter(choices), [](const Row* row) { return choice_of(*row); });
  choose(option, value, choices);
  return **std::find_if(rows.begin(), rows.end(), [&](const Row* row) { return row->name == value; });
}
template <class Row>
const Row& choose_row(const Label& option, const std::string& value, std::span<const Row> rows) {
  std::vector<const Row*> pointers;
  std::transform(rows.begin(), rows.end(), std::back_inserter(pointers), [](const Row& row) { return &row; });
  return choose_row(option, value, std::span<const Row* const>{pointers});
}

}  // namespace mentor::cli
