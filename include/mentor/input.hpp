/// How people write the values of fields: a day in words, hours with a comma, a word of the model by its label.
/// Commands and files are read alike.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/fields.hpp"
#include "mentor/model.hpp"
#include "mentor/text.hpp"
#include "mentor/typed_value.hpp"

namespace mentor {

/// A label as it is compared: folded, and without blanks around dashes. So «ученик-ученик» names a form.
std::string folded_label(std::string_view text, const Fold& fold);

/// How well a typed text names something that has names of its own; better ones come later.
enum class Likeness { none, part, beginning, other_name, whole };

/// How well the folded text names what has this name. Each of its words begins a word of the name, or it begins the
/// name, or is it. Fewer than three letters are no part and no beginning.
Likeness likeness(std::string_view asked, std::string_view name, const Fold& fold);

/// The same of an entry of the model: its id, its labels in both languages, its other names. A label that is the text
/// goes before another name that is.
template <class Entry>
Likeness likeness_of(const Entry& entry, std::string_view asked, const Fold& fold) {
  Likeness best = likeness(asked, entry.id.to_string(), fold);
  for (const Language language : {Language::ru, Language::en}) {
    best = std::max(best, likeness(asked, entry.label.in(language), fold));
  }
  if constexpr (requires { entry.also; }) {
    for (const std::string& name : entry.also.names) {
      best = std::max(best, std::min(likeness(asked, name, fold), Likeness::other_name));
    }
  }
  return best;
}

/// The entry with this id; null when there is none. It compares no label, so whoever types an id waits for no folding.
template <class Entry>
const Entry* with_id(std::span<const Entry> entries, std::string_view id) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id.to_string() == id; });
  return found == entries.end() ? nullptr : &*found;
}

/// The entries that a person may mean by `text`: the one whose id it is; else those whose label it is; else whose other
/// name it is; else whose label it begins; else those whose label has words that begin so. One when it is clear, none
/// when there is none, several when the text may mean any of them.
template <class Entry>
std::vector<const Entry*> words_meant(std::span<const Entry> entries, std::string_view text, const Fold& fold) {
  if (const Entry* named = with_id(entries, text)) {
    return {named};
  }
  const std::string asked = folded_label(text, fold);
  std::vector<const Entry*> meant;
  Likeness best = Likeness::none;
  for (const Entry& entry : entries) {
    const Likeness is_like = likeness_of(entry, asked, fold);
    if (is_like > best) {
      best = is_like;
      meant.clear();
    }
    if (is_like == best && best != Likeness::none) {
      meant.push_back(&entry);
    }
  }
  return meant;
}

/// The first entry whose id, label or other name is `text`; null when there is none. A label goes before another name.
template <class Entry>
const Entry* find_word(std::span<const Entry> entries, std::string_view text, const Fold& fold) {
  const Entry* found = with_id(entries, text);
  if (found != nullptr) {
    return found;
  }
  const std::string asked = folded_label(text, fold);
  Likeness best = Likeness::beginning;
  for (const Entry& entry : entries) {
    if (const Likeness is_like = likeness_of(entry, asked, fold); is_like > best) {
      best = is_like;
      found = &entry;
    }
  }
  return found;
}

/// The choice with this id or label, or the only one whose label is like it. Null when there is none.
const WordRow* find_choice(std::span<const WordRow> choices, std::string_view text, const Fold& fold);

/// The types that a person may mean by `text` for pairs whose forms have the types `own`. A type of another form, which
/// a rule refuses, is meant if `text` is its id or its label and no own type's name, or if no own type is meant.
/// If `text` is only another name (`also`) of that type, and a part of exactly one own label, the own type is meant:
/// «конкурс» is «подготовка к конкурсам».
std::vector<const ActivityType*> types_meant(std::span<const ActivityType> own, std::span<const ActivityType> all,
                                             std::string_view text, const Fold& fold);

/// What a value may depend on.
struct InputContext {
  const Model& model;
  const Fold& fold;
  std::optional<Date> today = {};  // a file has no today: what «вчера» means there, nobody knows later
  std::optional<Date> from = {};   // the record's first day: what is to come comes after it
  SchoolYearStart start = {};      // of the program's school years: a term without a year lies in the present one
};

/// A day, a birth, a duration or a choice in the form that records hold. Neither value nor refusal when the field has
/// another meaning, or the text has none.
TypedValue<std::string> scalar_from_input(const FieldDescription& field, std::string_view text,
                                          const InputContext& context);

/// The scalars that the file of a record means with these, which its field has refused. Those without a meaning stay.
/// In a list of activity types a label counts only if all types that have it are one.
std::vector<std::string> scalars_from_file(const FieldDescription& field, std::span<const std::string_view> scalars,
                                           const Model& model);

}  // namespace mentor
