#include "model_words.hpp"

#include <iterator>

#include "mentor/suggest.hpp"
#include "mentor/word_forms.hpp"

namespace mentor::cli {

Message not_in_model(const Label& field, const std::string& text, const WordList& list, const Fold& fold) {
  auto nearest = suggest(text, list.ids);
  if (!nearest) {
    std::vector<std::string> folded;
    std::transform(list.labels.begin(), list.labels.end(), std::back_inserter(folded),
                   [&](const std::string& label) { return folded_label(label, fold); });
    if (const auto label = suggest(folded_label(text, fold), folded)) {
      const auto place = std::find(folded.begin(), folded.end(), *label) - folded.begin();
      nearest = list.labels[static_cast<std::size_t>(place)];
    }
    const auto other_form = std::find_if(folded.begin(), folded.end(), [&](const std::string& label) {
      return names_in_other_forms(folded_label(text, fold), label);
    });
    if (!nearest && other_form != folded.end()) {
      nearest = list.labels[static_cast<std::size_t>(other_form - folded.begin())];
    }
  }
  return nearest ? say("field-value.not-in-model-suggest", field, text, list.shown, *nearest)
                 : say("field-value.not-in-model", field, text, list.shown);
}

}  // namespace mentor::cli
