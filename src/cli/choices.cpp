#include "choices.hpp"

#include <optional>

#include "language/unicode.hpp"
#include "mentor/suggest.hpp"
#include "status.hpp"

namespace mentor::cli {

std::string choose(const Option& option, const std::string& value) {
  return choose(option.is_positional() ? std::string_view{} : option.name, value, names_of(option.choices()));
}

std::string choose(std::string_view option, const std::string& value, const std::vector<std::string>& allowed) {
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) {
    return value;
  }
  Refused refused{Status::usage, option.empty()
                                     ? say("usage.no-such", value, Texts{allowed})
                                     : say("usage.wrong-choice", std::string{option}, value, Texts{allowed})};
  const auto nearest = suggest(value, allowed);
  throw std::move(refused).with_suggestion(nearest);
}

HelpList help_of_kinds(KindWord sort, const language::Words& words) {
  HelpList kinds{key("help.kinds"), {}};
  for_each_kind([&]<class Record>(Record*) {
    const FixedLabel& label = sort == KindWord::one ? Kind<Record>::title : Kind<Record>::many;
    kinds.items.push_back({std::string{kind_word<Record>(sort)}, std::string{label.in(words.language())}});
  });
  return kinds;
}

std::string choose_kind(KindWord sort, const std::string& typed) {
  const Texts words = names_of(sort == KindWord::one ? kind_words<KindWord::one>() : kind_words<KindWord::folder>());
  if (std::find(words.begin(), words.end(), typed) != words.end()) {
    return typed;
  }
  const Fold fold = language::folding();
  const std::string asked = fold(typed);
  Nearest nearest{asked};
  std::optional<std::string> meant;
  for_each_kind([&]<class Record>(Record*) {
    using Of = Kind<Record>;
    for (const std::string_view called : {Of::one, Of::folder, Of::title.ru, Of::title.en, Of::many.ru, Of::many.en}) {
      if (nearest.is_nearer(fold(called))) {
        meant = kind_word<Record>(sort);
      }
    }
  });
  throw Refused{Status::usage, say("usage.no-such", typed, words)}.with_suggestion(meant);
}

}  // namespace mentor::cli
