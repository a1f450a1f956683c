#include "names_in_text.hpp"

#include "mentor/utf8.hpp"
#include "word_stems.hpp"

namespace mentor {

NamesInText::NamesInText(const RuleContext& context) : fold_(context.fold) {
  for (const auto& stored : context.program.all<Participant>()) {
    if (stored.record.forgotten) {
      continue;  // «данные удалены» is no name
    }
    stored.record.name.for_each_value([&](const std::string& name) {
      // Each part of a double surname is one, as the words of a text are parted at hyphens.
      for_each_word(std::string_view{name}.substr(0, name.find(' ')),
                    [&](std::string_view part) { surnames_.insert(stem_of_word(fold_(part))); });
    });
  }
}

std::optional<std::string> NamesInText::in(std::string_view text) const {
  std::optional<std::string> found;
  for_each_word(text, [&](std::string_view word) {
    const auto first = utf8::decode(word);
    const std::string_view letter = word.substr(0, first ? first->length : 1);
    const bool is_written_like_name = letter != "ё" && fold_(letter) != letter;  // the fold takes ё for е
    if (!found && is_written_like_name && surnames_.contains(stem_of_word(fold_(word)))) {
      found = std::string{word};
    }
  });
  return found;
}

}  // namespace mentor
