#include "names_in_text.hpp"

#include "word_stems.hpp"

namespace mentor {

NamesInText::NamesInText(const RuleContext& context) : fold_(context.fold) {
  for (const auto& stored : context.program.all<Participant>()) {
    if (stored.record.forgotten) {
      continue;  // «данные удалены» is no name
    }
    stored.record.name.for_each_value([&](const std::string& name) {
      const std::string surname = name.substr(0, name.find(' '));
      surnames_.try_emplace(stem_of_word(fold_(surname)), surname);
    });
  }
}

std::optional<std::string> NamesInText::in(std::string_view text) const {
  std::optional<std::string> found;
  for_each_word(text, [&](std::string_view word) {
    const std::string folded = fold_(word);
    if (!found && folded != word && surnames_.contains(stem_of_word(folded))) {
      found = std::string{word};
    }
  });
  return found;
}

}  // namespace mentor
