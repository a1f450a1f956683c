#include "extra_words.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "field_names.hpp"
#include "mentor/day_input.hpp"
#include "mentor/shell_word.hpp"
#include "other_names.hpp"

namespace mentor::cli {

/// The option of this name in the words of either language.
Label label_of_option(std::string_view name, const Command* command) {
  Label label;
  for_each_option(command, [&](const Option& option) {
    if (option.name == name || option.russian == name) {
      label = {std::string{option.russian}, std::string{option.name}};
    }
  });
  return label;
}

namespace {

/// An option and a value for it.
struct Meant {
  const Option* option;
  std::string value;
};

/// The option for `FIELD=VALUE`, or the one that has the word among its choices. Nothing when there is none.
std::optional<Meant> meant_by_itself(const std::string& word, const Command& command) {
  constexpr std::size_t dashes = 2;
  const std::size_t equals = word.find('=');
  const std::string name = word.substr(0, equals);
  for (const Option& option : command.options) {
    if (option.is_positional() || option.arity == Arity::flag) {
      continue;
    }
    const bool is_named = is_called(name, option.russian.substr(dashes)) || name == option.name.substr(dashes) ||
                          field_name(name) == option.name.substr(dashes);
    if (equals != std::string::npos && is_named) {
      return Meant{&option, word.substr(equals + 1)};
    }
    const auto choices =
        option.choices == nullptr || equals != std::string::npos ? std::vector<Choice>{} : option.choices();
    const bool is_choice = std::any_of(choices.begin(), choices.end(), [&](const Choice& choice) {
      return choice.name == word || std::any_of(choice.called.begin(), choice.called.end(),
                                                [&](std::string_view called) { return is_called(word, called); });
    });
    if (is_choice) {
      return Meant{&option, word};
    }
  }
  return std::nullopt;
}

/// The option of a new person that a word with a number is for: a day or year of birth, or a class.
std::optional<Meant> meant_by_number(const std::string& word, const Command& command) {
  const auto named = [&](std::string_view name) {
    return std::find_if(command.options.begin(), command.options.end(),
                        [&](const Option& option) { return option.name == name; });
  };
  const bool has_number = !word.empty() && word.front() >= '0' && word.front() <= '9';
  constexpr std::size_t digits_of_year = 4;
  const bool is_year = word.size() == digits_of_year && word.find_first_not_of("0123456789") == std::string::npos;
  const auto option = named(is_year || written_date(word) ? "--born" : "--unit");
  return has_number && option != command.options.end() ? std::optional{Meant{&*option, word}} : std::nullopt;
}

bool is_given(const Option& option, std::span<const std::string> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return word.substr(0, word.find('=')) == option.name; });
}

/// The options for words of which the command takes none: a name, and what the other words say of themselves. One word
/// more is what else is required; what is then still required gets `…` for a value. Nothing when some word is left.
std::vector<Meant> meant_by_words(const std::vector<std::string>& extras, const Command& command,
                                  std::span<const std::string> words) {
  std::vector<Meant> all;
  std::vector<const Option*> needed;
  for (const Option& option : command.options) {
    if (option.is_required() && !option.is_positional() && !is_given(option, words)) {
      needed.push_back(&option);
    }
  }
  const auto by_itself = [&](const std::string& word) {
    const auto meant = meant_by_itself(word, command);
    return meant ? meant : meant_by_number(word, command);
  };
  for (std::size_t index = 0; index < extras.size(); ++index) {
    const std::string& word = extras[index];
    if (auto meant = by_itself(word)) {
      std::erase(needed, meant->option);
      all.push_back(*std::move(meant));
      continue;
    }
    const bool is_name = index == 0 && !needed.empty() && needed.front()->value == key("value.name");
    if (needed.empty() || (index == 0 && !is_name)) {
      return {};
    }
    std::string value = word;
    if (is_name && word.find(' ') == std::string::npos) {
      const auto end = std::find_if(extras.begin() + 1, extras.end(), by_itself);
      if (end == extras.end()) {
        return {};  // nobody can tell where the name ends
      }
      std::for_each(extras.begin() + 1, end, [&](const std::string& part) { value += ' ' + part; });
      index = static_cast<std::size_t>(end - extras.begin()) - 1;
    }
    all.push_back({needed.front(), std::move(value)});
    needed.erase(needed.begin());
  }
  std::transform(needed.begin(), needed.end(), std::back_inserter(all), [](const Option* option) {
    return Meant{option, "…"};
  });
  return all;
}

/// The command line with the options that are meant at its end, in the place of the extra words.
std::string line_with(const std::vector<Meant>& meant, std::vector<std::string> extras, const Command& command,
                      std::span<const std::string> words, Language language) {
  std::string line = "mentor";
  for (const std::string& word : words) {
    const auto extra = std::find(extras.begin(), extras.end(), word);
    if (extra != extras.end()) {
      extras.erase(extra);
      continue;
    }
    const std::string name = word.starts_with('-') ? word.substr(0, word.find('=')) : std::string{};
    const std::string told = label_of_option(name, &command).in(language);
    line += ' ' + (word == command.name ? typed_label(command).in(language)
                   : name.empty()       ? shell_word(word)
                   : told.empty()       ? word
                                        : told + (name == word ? "" : '=' + shell_word(word.substr(name.size() + 1))));
  }
  for (const auto& [option, value] : meant) {
    line += ' ' + typed_label(*option, shell_word(value)).in(language);
  }
  return line;
}

}  // namespace

Refused refused_extra(const std::vector<std::string>& extras, const Command& command,
                      std::span<const std::string> words) {
  const std::string word = extras.empty() ? std::string{} : extras.front();
  const bool has_values = std::all_of(extras.begin(), extras.end(), [](const std::string& extra) {
    return extra.find('=') != std::string::npos && extra.find('=') > 0 && !extra.starts_with('-');
  });
  const bool may_be_person = std::any_of(command.options.begin(), command.options.end(), [](const Option& option) {
    return option.is_required() && option.value == key("value.name");
  });
  if (has_values || may_be_person) {
    const auto meant = meant_by_words(extras, command, words);
    const bool is_name_alone = extras.size() == 1 && !meant.empty() && meant.front().option->value == key("value.name");
    if (!meant.empty() && !is_name_alone) {
      return Refused{Status::usage, say("usage.words-for-options", word)}.with_hint(
          say("hint.type-line", Label{line_with(meant, extras, command, words, Language::ru),
                                      line_with(meant, extras, command, words, Language::en)}));
    }
  }
  const auto name = std::find_if(command.options.begin(), command.options.end(), [](const Option& option) {
    return option.is_required() && option.value == key("value.name");
  });
  Refused refused{Status::usage, say("usage.extra-argument", word)};
  const auto is_name = [&](const std::string& typed) { return typed.substr(0, typed.find('=')) == name->name; };
  if (name == command.options.end() || std::any_of(words.begin(), words.end(), is_name)) {
    return refused;
  }
  const std::size_t equals = word.find('=');
  const bool names_it = equals != std::string::npos && field_name(word.substr(0, equals)) == name->name.substr(2);
  const std::string value = names_it ? word.substr(equals + 1) : word;
  const std::string text = value.find(' ') == std::string::npos ? value + " …" : value;
  return std::move(refused).with_hint(
      say("hint.name-option", Label{std::string{name->russian}, std::string{name->name}}, text));
}

}  // namespace mentor::cli
