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

namespace mentor {

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

/// The choice with this id or label. Null when there is none.
const WordRow* find_choice(std::span<const WordRow> choices, std::string_view text, const Fold& fold);

/// All activity types of the model, each id once.
std::vector<ActivityType> all_types(const Model& model);

/// What a value may depend on.
struct InputContext {
  const Model& model;
  const Fold& fold;
  std::optional<Date> today = {};  // a file has no today: what «вчера» means there, nobody knows later
};

/// A day, a birth, a duration or a choice in the form that records hold. Nothing when the field has another meaning, or
/// the text has none.
std::optional<std::string> scalar_from_input(const FieldDescription& field, std::string_view text,
                                             const InputContext& context);

/// The scalars that the file of a record means with these, which its field has refused. Those without a meaning stay.
/// In a list of activity types a label counts only if all types that have it are one.
std::vector<std::string> scalars_from_file(const FieldDescription& field, std::span<const std::string_view> scalars,
                                           const Model& model);

}  // namespace mentor
