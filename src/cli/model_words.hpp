/// The words of the model, to say which of them would be right.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/words.hpp"
#include "mentor/input.hpp"
#include "mentor/word_forms.hpp"
#include "session.hpp"

namespace mentor::cli {

/// Ids with their labels, to say what would be right.
struct WordList {
  Texts shown;                   // `project (проектная деятельность)`
  std::vector<std::string> ids;  // a suggestion is one of these
  std::vector<std::string> labels;
};

template <class Entry>
void add_words(WordList& list, std::span<const Entry> entries, const language::Words& words) {
  for (const Entry& entry : entries) {
    list.shown.push_back(entry.id.to_string() + " (" + entry.label.in(words.language()) + ')');
    list.ids.push_back(entry.id.to_string());
    list.labels.push_back(entry.label.in(Language::ru));
    list.labels.push_back(entry.label.in(Language::en));
    if constexpr (requires { entry.also; }) {
      list.labels.insert(list.labels.end(), entry.also.names.begin(), entry.also.names.end());
    }
  }
}

/// Says that `text` is no such word, what words there are, and which of them is nearest.
Message not_in_model(const Label& field, const std::string& text, const WordList& list, const Fold& fold);

/// Says why a word does not name one entry: it names none of them, or may mean several.
template <class Entry>
Message no_one_word(const Session& session, const Label& field, const std::string& text, std::span<const Entry> entries,
                    const std::vector<const Entry*>& meant) {
  WordList list;
  if (meant.empty()) {
    add_words(list, entries, session.words());
    return not_in_model(field, text, list, session.fold());
  }
  for (const Entry* entry : meant) {
    add_words(list, std::span{entry, 1}, session.words());
  }
  return say("field-value.several-words", field, text, list.shown);
}

/// The only entry that the text names in another form: «семинары» for «семинар, вебинар». Each word of the text must be
/// a form of a word in the same name of the entry. Null when there is none, or several.
template <class Entry>
const Entry* only_in_other_forms(std::span<const Entry> entries, const std::string& text, const Fold& fold) {
  const std::string asked = folded_label(text, fold);
  const Entry* only = nullptr;
  if (asked.find_first_of("0123456789") != std::string::npos) {
    return nullptr;  // a day or a number behind it is no form of a word
  }
  for (const Entry& entry : entries) {
    WordList list;
    add_words(list, std::span{&entry, 1}, language::Words{Language::ru});
    const bool is_named = std::any_of(list.labels.begin(), list.labels.end(), [&](const std::string& label) {
      return names_in_other_forms(asked, folded_label(label, fold));
    });
    if (is_named && only != nullptr) {
      return nullptr;
    }
    only = is_named ? &entry : only;
  }
  return only;
}

/// The entries that a word means, as `words_meant` finds them; if there is none, the only one that it names in another
/// form: «курсов».
template <class Entry>
std::vector<const Entry*> words_in_any_form(std::span<const Entry> entries, const std::string& text, const Fold& fold) {
  auto meant = words_meant(entries, text, fold);
  const Entry* only = meant.empty() ? only_in_other_forms(entries, text, fold) : nullptr;
  return only == nullptr ? meant : std::vector{only};
}

/// The id of the entry that an option names. Nothing when the option was not typed. Throws `Refused` when the word
/// names no entry, or may name several.
template <class Entry>
std::optional<Id<Entry>> word_typed(const Session& session, const Arguments& arguments, const Option& option,
                                    std::span<const Entry> entries) {
  const auto typed = arguments.one(option);
  if (!typed) {
    return std::nullopt;
  }
  const auto meant = words_in_any_form(entries, *typed, session.fold());
  if (meant.size() != 1) {
    throw Refused{Status::usage, no_one_word(session, typed_label(option), *typed, entries, meant)};
  }
  return meant.front()->id;
}

}  // namespace mentor::cli
