#include "command_line.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <deque>
#include <memory>
#include <set>

#include "choices.hpp"
#include "extra_words.hpp"
#include "field_names.hpp"
#include "mentor/day_input.hpp"
#include "mentor/model_tables.hpp"
#include "mentor/shell_word.hpp"
#include "mentor/suggest.hpp"
#include "mentor/unit_key.hpp"
#include "other_names.hpp"
#include "with_blanks.hpp"

namespace mentor::cli {

namespace {

/// An option as declared to CLI11, and the place that takes its values.
struct Slot {
  const Option* option;
  CLI::Option* declared;
  std::vector<std::string> values;
  bool flag = false;
};

void declare(CLI::App& app, const Option& option, std::deque<Slot>& slots) {
  Slot& slot = slots.emplace_back(Slot{&option, nullptr, {}, false});
  std::string names{option.name};
  if (!option.short_name.empty()) {
    names += ',' + std::string{option.short_name};
  }
  if (option.arity == Arity::flag) {
    slot.declared = app.add_flag(names, slot.flag);
    return;
  }
  slot.declared = app.add_option(names, slot.values);
  if (option.is_positional() && option.is_repeated()) {
    slot.declared->expected(-1);
  } else {
    slot.declared->expected(1);
    slot.declared->allow_extra_args(false);  // the word after the value is not a second value
    slot.declared->multi_option_policy(option.is_repeated() ? CLI::MultiOptionPolicy::TakeAll
                                                            : CLI::MultiOptionPolicy::Throw);
  }
}

std::vector<std::string> option_names(const Command* command) {
  std::vector<std::string> names;
  for_each_option(command, [&](const Option& option) {
    if (!option.is_positional()) {
      names.insert(names.end(), {std::string{option.name}, std::string{option.russian}});
    }
  });
  return names;
}

/// The nearest option. The dashes, which all have, make no name near.
std::optional<std::string> nearest_option(std::string_view word, const std::vector<std::string>& names) {
  const auto plain = [](std::string_view name) {
    return name.substr(std::min(name.find_first_not_of('-'), name.size()));
  };
  Nearest nearest{plain(word)};
  std::optional<std::string> found;
  for (const std::string& name : names) {
    if (nearest.is_nearer(plain(name))) {
      found = name;
    }
  }
  return found;
}

Refused refused_word(const std::vector<std::string>& extras, const Command* command,
                     std::span<const std::string> words) {
  const std::string word = extras.empty() ? std::string{} : extras.front();
  if (word.starts_with('-')) {
    const auto names = option_names(command);
    const std::string name = word.substr(0, word.find('='));
    auto meant = option_meant(name, names);
    if (!meant) {
      meant = nearest_option(name, names);
    }
    Refused refused{Status::usage, say("usage.unknown-option", name)};
    return std::move(refused).with_suggestion(meant ? std::optional{label_of_option(*meant, command)} : std::nullopt);
  }
  if (command != nullptr) {
    return refused_extra(extras, *command, words);
  }
  if (auto hint = hint_for_command(word)) {
    return Refused{Status::usage, say("usage.unknown-command", word)}.with_hint(std::move(*hint));
  }
  Labels names;
  Nearest nearest{word};
  std::optional<Label> meant;
  for (const Command* one : all_commands()) {
    const Label& label = names.emplace_back(Label{std::string{one->russian}, std::string{one->name}});
    if (nearest.is_nearer(one->name) || nearest.is_nearer(one->russian)) {
      meant = label;
    }
  }
  return Refused{Status::usage, say("usage.unknown-command", word)}.with_hint(
      meant ? say("hint.did-you-mean", *meant) : say("hint.commands", std::move(names)));
}

/// Refuses what CLI11's message says about an option. The message begins with the names of this option.
Refused wrong_use(const CLI::ParseError& error, const std::deque<Slot>& slots, std::span<const std::string> words) {
  const std::string text = error.what();
  const std::string about = text.substr(0, text.find_first_of(": ,"));
  for (const Slot& slot : slots) {
    const std::string name{slot.option->name};
    if (about == name || (!slot.option->short_name.empty() && about == slot.option->short_name)) {
      const auto times = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
        return word == name || word == slot.option->short_name || word.starts_with(name + '=');
      });
      const Argument told = typed_name(*slot.option);
      return {Status::usage, slot.option->arity == Arity::flag ? say("usage.takes-no-value", told)
                             : times > 1                       ? say("usage.given-twice", told)
                                                               : say("usage.one-value", told)};
    }
  }
  return {Status::usage, say("usage.malformed", text)};
}

/// CLI11 takes `[a,b]` for a list and `--note=` for an option without a value. So we put a byte that nobody types
/// before such a value, and remove it afterwards. If somebody typed this byte after all, we double it.
constexpr char shield = '\x01';

std::string shielded(const std::string& word) {
  const auto equals = word.starts_with("--") ? word.find('=') : std::string::npos;
  const bool is_short = word.size() > 2 && word[0] == '-' && word[1] != '-';
  const std::size_t value = equals != std::string::npos ? equals + 1 : is_short ? 2 : 0;
  std::string result;
  for (std::size_t index = 0; index <= word.size(); ++index) {
    const bool is_end = index == word.size();
    if ((index == value && (is_end ? value > 0 : word[index] == '[')) || (!is_end && word[index] == shield)) {
      result += shield;
    }
    if (!is_end) {
      result += word[index];
    }
  }
  return result;
}

std::string unshielded(const std::string& value) {
  std::string result;
  for (std::size_t index = 0; index < value.size(); ++index) {
    index += value[index] == shield ? 1U : 0U;
    if (index < value.size()) {
      result += value[index];
    }
  }
  return result;
}

/// Splits the words of two lists, which CLI11 has put into the first one, and gives the second its own.
void part_lists(const Command& command, Arguments& arguments) {
  for (std::size_t index = 1; index < command.options.size(); ++index) {
    const Option& second = command.options[index];
    const Option& first = command.options[index - 1];
    auto words = arguments.all(first);
    if (second.begins == nullptr || words.size() < 2) {
      continue;
    }
    auto begin = std::find_if(words.begin() + 1, words.end(), second.begins);
    begin = begin == words.end() ? words.begin() + 1 : begin;
    arguments.set(second, {begin, words.end()});
    arguments.set(first, {words.begin(), begin});
  }
}

/// Where to look when an option was left out.
Message where_to_look(const Option& option, const Command& command) {
  for (const ModelTable& table : model_tables()) {
    if (table.name == option.words) {
      return say("hint.words-of", typed_label(table));
    }
  }
  return say("hint.command-help", typed_label(command));
}

void require_all(const Command& command, const Arguments& arguments) {
  for (const Option& option : command.options) {
    if (option.is_required() && !arguments.has(option)) {
      Message missing = !option.is_positional() ? say("usage.missing-option", typed_name(option), Phrase{option.value})
                        : option.choices != nullptr
                            ? say("usage.missing-one-of", Phrase{option.value}, labels_of(option.choices()))
                            : say("usage.missing-argument", Phrase{option.value});
      throw Refused{Status::usage, std::move(missing)}.with_hint(where_to_look(option, command));
    }
  }
}

/// Whether an empty value of the option says something, by what else was typed.
bool may_be_empty(const Option& option, const Command& command, const Arguments& arguments) {
  return std::any_of(command.options.begin(), command.options.end(),
                     [&](const Option& other) { return other.name == option.empty_beside && arguments.has(other); });
}

/// Throws `Refused` when an option has an empty value, and to leave it out would say the same.
void refuse_empty(const Command& command, const Arguments& arguments) {
  for_each_option(&command, [&](const Option& option) {
    if (!option.is_positional() && arguments.has(option) && arguments.one(option) == std::string{} &&
        !may_be_empty(option, command, arguments)) {
      throw Refused{Status::usage, say("usage.empty-value", typed_name(option), Phrase{option.value})};
    }
  });
}

/// The index of the command: the first word that is neither an option nor the value of a common option. The number of
/// words when there is none.
std::size_t place_of_command(std::span<const std::string> words) {
  const auto options = common_options();
  std::size_t index = 0;
  while (index < words.size() && words[index].starts_with('-')) {
    const std::string& word = words[index];
    const bool takes_next = std::any_of(options.begin(), options.end(), [&](const Option& option) {
      return option.arity != Arity::flag &&
             (word == option.name || word == option.short_name || is_called(word, option.russian));
    });
    index += takes_next ? 2 : 1;
  }
  return std::min(index, words.size());
}

/// Null when no command has this name.
const Command* command_named(std::string_view name) {
  const auto commands = all_commands();
  const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command* command) {
    return command->name == name || is_called(name, command->russian);
  });
  return found == commands.end() ? nullptr : *found;
}

const Command* command_of(std::span<const std::string> words) {
  const std::size_t place = place_of_command(words);
  return place == words.size() ? nullptr : command_named(words[place]);
}

/// The choice that people mean by another word for it: `mentee` for «наставляемый». If only one choice has a name that
/// begins with the typed word, it is meant. If none has, later words of the names are tried: «карта».
std::string meant_by(const std::vector<Choice>& choices, const std::string& typed) {
  std::set<std::string_view> begun;
  std::set<std::string_view> begun_later;
  for (const Choice& choice : choices) {
    std::vector<std::string_view> names = choice.called;
    if (choice.name == typed ||
        std::any_of(names.begin(), names.end(), [&](std::string_view called) { return is_called(typed, called); })) {
      return choice.name;
    }
    names.push_back(choice.name);
    for (const std::string_view name : names) {
      if (const auto place = begun_word(typed, name)) {
        (*place == 0 ? begun : begun_later).insert(choice.name);
      }
    }
  }
  const auto& meant = begun.empty() ? begun_later : begun;
  return meant.size() == 1 ? std::string{*meant.begin()} : typed;
}

/// The words as CLI11 wants them.
std::vector<std::string> reversed(std::span<const std::string> words) {
  std::vector<std::string> result;
  std::transform(words.rbegin(), words.rend(), std::back_inserter(result), shielded);
  return result;
}

/// Lets CLI11 read the words into the slots. With `asks` for help or the version, whatever is wrong is passed over.
void read_words(CLI::App& app, std::span<const std::string> words, const Command* named, const std::deque<Slot>& slots,
                bool asks) {
  try {
    app.parse(reversed(words));
  } catch (const CLI::ExtrasError&) {
    if (!asks) {
      auto extras = app.remaining(true);
      std::transform(extras.begin(), extras.end(), extras.begin(), unshielded);
      throw refused_word(extras, named, words);
    }
  } catch (const CLI::ParseError& error) {
    if (!asks) {
      throw wrong_use(error, slots, words);
    }
  }
}

/// What the slots hold after the words were read.
Arguments arguments_of(std::deque<Slot>& slots) {
  Arguments arguments;
  for (Slot& slot : slots) {
    if (slot.declared->count() > 0) {
      const auto choices = slot.option->choices == nullptr ? std::vector<Choice>{} : slot.option->choices();
      std::transform(slot.values.begin(), slot.values.end(), slot.values.begin(), unshielded);
      std::vector<std::string> meant;
      std::transform(slot.values.begin(), slot.values.end(), std::back_inserter(meant),
                     [&](const std::string& value) { return meant_by(choices, value); });
      arguments.set(*slot.option, std::move(meant), std::move(slot.values));
    }
  }
  return arguments;
}

/// The options of the command, below the common ones.
void declare(CLI::App& app, const Command& command, std::deque<Slot>& slots) {
  CLI::App* declared = app.add_subcommand(std::string{command.name});
  declared->set_help_flag();
  declared->fallthrough();
  for (const Option& option : command.options) {
    if (option.begins == nullptr) {  // else it shares the words of the list before it
      declare(*declared, option, slots);
    }
  }
  for (const Option& option : command.writes ? writing_options() : std::span<const Option>{}) {
    declare(*declared, option, slots);
  }
}

/// The words behind `--` as one text, if the command takes them so.
std::optional<std::string> text_behind_dashes(std::span<const std::string> words, const Command* command) {
  const auto dashes = std::find(words.begin(), words.end(), "--");
  if (command == nullptr || command->behind_dashes.empty() || dashes == words.end()) {
    return std::nullopt;
  }
  return with_blanks_between(words.subspan(static_cast<std::size_t>(dashes - words.begin()) + 1));
}

/// Throws `Refused` when the last word behind `--` is an option: it was hardly meant for the text.
void refuse_option_in_text(std::span<const std::string> words, const Command& command) {
  const std::string& last = words.back();
  for_each_option(&command, [&](const Option& option) {
    if (!option.is_positional() && (last == option.name || is_called(last, option.russian) ||
                                    (!option.short_name.empty() && last == option.short_name))) {
      throw Refused{Status::usage, say("usage.option-in-text", last)}.with_hint(
          say("hint.option-in-text", last, label_of_option(command.behind_dashes, &command)));
    }
  });
}

/// Throws `Refused` for the `…` that a message has in the place of a value, when it was typed as it stands there.
void refuse_ellipsis(const Command& command, const Arguments& arguments) {
  for_each_option(&command, [&](const Option& option) {
    for (const std::string& value : arguments.all(option)) {
      const std::size_t behind_name = option.is_positional() ? value.find('=') + 1 : 0;  // of `unit=…`
      if (std::string_view{value}.substr(behind_name) == "…") {
        throw Refused{Status::usage, say("usage.ellipsis", value)};
      }
    }
  });
}

/// Gives the text behind `--` to its option. Throws `Refused` when the option has a value too.
void take_text(const Command& command, const std::string& text, Arguments& arguments) {
  const auto option = std::find_if(command.options.begin(), command.options.end(),
                                   [&](const Option& one) { return one.name == command.behind_dashes; });
  if (arguments.has(*option)) {
    throw Refused{Status::usage, say("usage.not-together", typed_name(*option), std::string{"--"})};
  }
  arguments.set(*option, {text});
}

/// The option that is called so. If none is, the only one whose Russian name looks like this: `--c` in Latin letters.
const Option* option_called(std::string_view name, const Command* command) {
  const Fold fold = [](std::string_view text) { return folded_plainly(text).value_or(std::string{text}); };
  const Option* called = nullptr;
  std::vector<const Option*> looking_so;
  for_each_option(command, [&](const Option& option) {
    if (name == option.name || is_called(name, option.russian) || is_called(name, option.also)) {
      called = &option;
    } else if (!option.russian.empty() && unit_key(name, fold) == unit_key(option.russian, fold)) {
      looking_so.push_back(&option);
    }
  });
  return called != nullptr || looking_so.size() != 1 ? called : looking_so.front();
}

}  // namespace

std::vector<std::string> with_table_names(std::span<const std::string> words) {
  std::vector<std::string> result{words.begin(), words.end()};
  const std::size_t place = place_of_command(words);
  const Command* command = command_of(words);
  if (command != nullptr) {
    result[place] = command->name;
    constexpr std::array dashes = {"--", "—", "–"};  // Word makes one long dash of the two
    const auto dash = std::find_first_of(result.begin(), result.end(), dashes.begin(), dashes.end());
    if (dash != result.end() && !command->behind_dashes.empty()) {
      *dash = dashes.front();
    }
  }
  for (std::string& word : result) {
    if (word == "--") {
      break;
    }
    const std::size_t equals = std::min(word.find('='), word.size());
    const std::string name = word.starts_with("--") ? word.substr(0, equals) : std::string{};
    const Option* option = name.empty() ? nullptr : option_called(name, command);
    if (option != nullptr) {
      word.replace(0, equals, option->name);
    }
  }
  return result;
}

Typed parse_command_line(std::span<const std::string> words) {
  const Command* named = command_of(words);
  CLI::App app;
  app.set_help_flag();
  app.require_subcommand(0, 1);
  std::deque<Slot> slots;
  for (const Option& option : common_options()) {
    declare(app, option, slots);
  }
  // The other commands are not declared, since their names may also name a record.
  if (named != nullptr) {
    declare(app, *named, slots);
  }
  const auto before_text = std::find(words.begin(), words.end(), "--");
  const bool asks = std::any_of(words.begin(), before_text, [](const std::string& word) {
    return word == help_option.name || word == help_option.short_name || word == version_option.name;
  });
  const auto text = text_behind_dashes(words, named);
  read_words(
      app,
      text ? words.first(static_cast<std::size_t>(std::find(words.begin(), words.end(), "--") - words.begin())) : words,
      named, slots, asks);
  Typed typed{named, arguments_of(slots)};
  if (named != nullptr) {
    if (text && !text->empty()) {
      refuse_option_in_text(words, *named);
      take_text(*named, *text, typed.arguments);
    }
    part_lists(*named, typed.arguments);
    if (!asks) {
      refuse_ellipsis(*named, typed.arguments);
      refuse_empty(*named, typed.arguments);
      require_all(*named, typed.arguments);
    }
  }
  return typed;
}

}  // namespace mentor::cli
