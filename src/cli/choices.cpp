#include "choices.hpp"

#include <array>
#include <optional>

#include "language/unicode.hpp"
#include "mentor/suggest.hpp"
#include "mentor/text.hpp"
#include "status.hpp"

namespace mentor::cli {

namespace {

/// What people call the choice, which must have such a word, in small letters.
std::string russian_of(const Choice& choice) {
  const std::string_view called = choice.called.front();
  return folded_plainly(called).value_or(std::string{called});
}

}  // namespace

Labels labels_of(const std::vector<Choice>& choices) {
  Labels labels;
  for (const Choice& choice : choices) {
    std::string russian = choice.name;
    if (!choice.called.empty()) {
      russian += " (" + russian_of(choice) + ')';
    }
    labels.push_back({std::move(russian), choice.name});
  }
  return labels;
}

std::string choose(const Option& option, const std::string& value) {
  return choose(option.is_positional() ? Label{} : typed_label(option), value, option.choices());
}

std::string choose(const Label& option, const std::string& value, const std::vector<Choice>& allowed) {
  const auto names = names_of(allowed);
  if (std::find(names.begin(), names.end(), value) != names.end()) {
    return value;
  }
  Refused refused{Status::usage, option == Label{} ? say("usage.no-such", value, labels_of(allowed))
                                                   : say("usage.wrong-choice", option, value, labels_of(allowed))};
  Nearest nearest{value};
  std::optional<Label> meant;
  for (const Choice& choice : allowed) {
    const std::string russian = choice.called.empty() ? choice.name : russian_of(choice);
    if (nearest.is_nearer(choice.name) || (!choice.called.empty() && nearest.is_nearer(russian))) {
      meant = Label{russian, choice.name};
    }
  }
  throw std::move(refused).with_suggestion(meant);
}

std::string choose(const Label& option, const std::string& value, const std::vector<std::string>& allowed) {
  std::vector<Choice> choices;
  std::transform(allowed.begin(), allowed.end(), std::back_inserter(choices),
                 [](const std::string& name) { return Choice{name}; });
  return choose(option, value, choices);
}

Label typed_name_of_list(std::string_view kind) {
  Label name{std::string{kind}, std::string{kind}};
  for_each_kind([&]<class Record>(Record*) {
    if (kind == folder_of<Record>) {
      name = typed_name_of_list<Record>();
    }
  });
  return name;
}

HelpList help_of_kinds(KindWord sort, const language::Words& words) {
  HelpList kinds{key("help.kinds"), {}};
  for_each_kind([&]<class Record>(Record*) {
    const FixedLabel& label = sort == KindWord::one ? Kind<Record>::title : Kind<Record>::many;
    kinds.items.push_back({std::string{kind_word<Record>(sort)}, std::string{label.in(words.language())}});
  });
  return kinds;
}

namespace {

/// What people call those who hold a role.
struct NameOfRole {
  std::string_view called;
  Role role;
};
constexpr std::array names_of_roles = {
    NameOfRole{"наставник", Role::mentor},    NameOfRole{"наставники", Role::mentor},
    NameOfRole{"наставников", Role::mentor},  NameOfRole{"mentors", Role::mentor},
    NameOfRole{"наставляемый", Role::mentee}, NameOfRole{"наставляемые", Role::mentee},
    NameOfRole{"наставляемых", Role::mentee}, NameOfRole{"mentees", Role::mentee},
};

/// What people call participants of any role.
constexpr std::array<std::string_view, 3> names_of_people = {"люди", "людей", "people"};

/// Refuses the name of a role where a list is wanted. Says how to list those who hold it.
void refuse_role(const std::string& typed, const std::string& folded) {
  const auto* const found = std::find_if(names_of_roles.begin(), names_of_roles.end(),
                                         [&](const NameOfRole& one) { return one.called == folded; });
  if (found != names_of_roles.end()) {
    throw Refused{Status::usage, say("list.role", typed)}.with_hint(
        say("hint.list-of-role", Label{label_of(found->role).in(Language::ru), std::string{to_string(found->role)}}));
  }
}

}  // namespace

std::string choose_kind(KindWord sort, const std::string& typed, const std::vector<Choice>& more) {
  auto choices = sort == KindWord::one ? kind_words<KindWord::one>() : kind_words<KindWord::folder>();
  choices.insert(choices.end(), more.begin(), more.end());
  std::optional<std::string> named;
  for_each_kind([&]<class Record>(Record*) {
    if (typed == word_for<Record> || typed == folder_of<Record>) {
      named = kind_word<Record>(sort);
    }
  });
  if (named) {
    return *named;
  }
  const auto words = names_of(choices);
  if (std::find(words.begin(), words.end(), typed) != words.end()) {
    return typed;
  }
  const Fold fold = language::folding();
  const std::string asked = fold(typed);
  if (std::find(names_of_people.begin(), names_of_people.end(), asked) != names_of_people.end()) {
    return std::string{kind_word<Participant>(sort)};
  }
  if (sort == KindWord::folder) {
    refuse_role(typed, asked);
  }
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
  for (const Choice& choice : more) {
    if (nearest.is_nearer(choice.name)) {
      meant = choice.name;
    }
  }
  throw Refused{Status::usage, say("usage.no-such", typed, labels_of(choices))}.with_suggestion(meant);
}

}  // namespace mentor::cli
