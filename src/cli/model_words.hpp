/// Words of the model and of enumerations as people type them: an id, or a label in either language.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/words.hpp"
#include "mentor/model.hpp"
#include "mentor/text.hpp"

namespace mentor::cli {

/// A label as it is compared: folded, and without blanks around dashes. So «ученик-ученик» names a form.
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
  }
}

/// Says that `text` is no such word, what words there are, and which of them is nearest.
Message not_in_model(std::string_view field, const std::string& text, const WordList& list, const Fold& fold);

/// All activity types of the model, each id once.
std::vector<ActivityType> all_types(const Model& model);

/// The choice with this id or label. Null when there is none.
const WordRow* find_choice(std::span<const WordRow> choices, std::string_view text, const Fold& fold);

}  // namespace mentor::cli
