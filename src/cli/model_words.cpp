#include "model_words.hpp"

#include <iterator>

#include "mentor/suggest.hpp"

namespace mentor::cli {

std::string folded_label(std::string_view text, const Fold& fold) {
  std::string folded = fold(text);
  for (const std::string_view around : {" -", "- "}) {
    for (auto place = folded.find(around); place != std::string::npos; place = folded.find(around)) {
      folded.replace(place, around.size(), "-");
    }
  }
  return folded;
}

Message not_in_model(std::string_view field, const std::string& text, const WordList& list, const Fold& fold) {
  auto nearest = suggest(text, list.ids);
  if (!nearest) {
    std::vector<std::string> folded;
    std::transform(list.labels.begin(), list.labels.end(), std::back_inserter(folded),
                   [&](const std::string& label) { return folded_label(label, fold); });
    if (const auto label = suggest(folded_label(text, fold), folded)) {
      const auto place = std::find(folded.begin(), folded.end(), *label) - folded.begin();
      nearest = list.labels[static_cast<std::size_t>(place)];
    }
  }
  return nearest ? say("field-value.not-in-model-suggest", std::string{field}, text, list.shown, *nearest)
                 : say("field-value.not-in-model", std::string{field}, text, list.shown);
}

std::vector<ActivityType> all_types(const Model& model) {
  std::vector<ActivityType> types;
  for (const Form& form : model.forms) {
    for (const ActivityType& type : form.activities) {
      if (std::none_of(types.begin(), types.end(), [&](const ActivityType& one) { return one.id == type.id; })) {
        types.push_back(type);
      }
    }
  }
  return types;
}

const WordRow* find_choice(std::span<const WordRow> choices, std::string_view text, const Fold& fold) {
  const std::string asked = fold(text);
  const auto found = std::find_if(choices.begin(), choices.end(), [&](const WordRow& row) {
    return asked == row.id || asked == row.label.ru || asked == row.label.en;
  });
  return found == choices.end() ? nullptr : &*found;
}

}  // namespace mentor::cli
