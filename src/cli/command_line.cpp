#include "command_line.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <deque>
#include <memory>

#include "mentor/suggest.hpp"

namespace mentor::cli {

namespace {

/// An option as declared to CLI11, and where its values land.
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
    slot.declared->multi_option_policy(option.is_repeated() ? CLI::MultiOptionPolicy::TakeAll
                                                            : CLI::MultiOptionPolicy::Throw);
  }
}

std::vector<std::string> option_names(const Command* command) {
  std::vector<std::string> names;
  const auto add = [&](std::span<const Option> options) {
    for (const Option& option : options) {
      if (!option.is_positional()) {
        names.emplace_back(option.name);
      }
    }
  };
  add(common_options());
  if (command != nullptr) {
    add(command->options);
    if (command->writes) {
      add(writing_options());
    }
  }
  return names;
}

Refused unknown_word(const std::string& word, const Command* command) {
  if (word.starts_with('-')) {
    const auto names = option_names(command);
    const std::string name = word.substr(0, word.find('='));
    const auto nearest = suggest(name, names);
    Refused refused{Status::usage, say("usage.unknown-option", name)};
    return nearest ? std::move(refused).with_hint(say("hint.did-you-mean", *nearest)) : std::move(refused);
  }
  if (command != nullptr) {
    return {Status::usage, say("usage.extra-argument", word)};
  }
  std::vector<std::string> names;
  for (const Command* one : all_commands()) {
    names.emplace_back(one->name);
  }
  const auto nearest = suggest(word, names);
  return Refused{Status::usage, say("usage.unknown-command", word)}.with_hint(
      nearest ? say("hint.did-you-mean", *nearest) : say("hint.commands", Texts{names}));
}

/// The option that CLI11's message is about: it begins with the option's names.
Refused wrong_use(const CLI::ParseError& error, const std::deque<Slot>& slots) {
  const std::string text = error.what();
  for (const Slot& slot : slots) {
    const std::string name{slot.option->name};
    if (text.starts_with(name) || text.starts_with("--" + name) ||
        (!slot.option->short_name.empty() && text.starts_with(slot.option->short_name))) {
      return {Status::usage,
              slot.option->arity == Arity::flag ? say("usage.takes-no-value", name) : say("usage.one-value", name)};
    }
  }
  return {Status::usage, say("usage.malformed", text)};
}

void require_all(const Command& command, const Arguments& arguments) {
  for (const Option& option : command.options) {
    if (option.is_required() && !arguments.has(option.name)) {
      throw Refused{Status::usage,
                    option.is_positional()
                        ? Message{key("usage.missing-argument"), {Phrase{option.value}}}
                        : Message{key("usage.missing-option"), {std::string{option.name}, Phrase{option.value}}}}
          .with_hint(say("hint.command-help", std::string{command.name}));
    }
  }
}

}  // namespace

Typed parse_command_line(std::span<const std::string> words) {
  CLI::App app;
  app.set_help_flag();
  app.require_subcommand(0, 1);
  std::deque<Slot> slots;
  for (const Option& option : common_options()) {
    declare(app, option, slots);
  }
  // Only the command that is named is declared in full: the others need no more than their names.
  std::map<const CLI::App*, const Command*> commands;
  for (const Command* command : all_commands()) {
    CLI::App* declared = app.add_subcommand(std::string{command->name});
    declared->set_help_flag();
    declared->fallthrough();
    commands[declared] = command;
    if (std::find(words.begin(), words.end(), command->name) == words.end()) {
      continue;
    }
    for (const Option& option : command->options) {
      declare(*declared, option, slots);
    }
    if (command->writes) {
      for (const Option& option : writing_options()) {
        declare(*declared, option, slots);
      }
    }
  }
  Typed typed;
  const auto chosen = [&] {
    const auto subcommands = app.get_subcommands();
    return subcommands.empty() ? nullptr : commands.at(subcommands.front());
  };
  const bool asks = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word == "--help" || word == "-h" || word == "--version";
  });
  try {
    app.parse(std::vector<std::string>{words.rbegin(), words.rend()});
  } catch (const CLI::ExtrasError&) {
    if (!asks) {
      const Command* command = chosen();
      const auto extras = app.remaining(true);
      throw unknown_word(extras.empty() ? std::string{} : extras.front(), command);
    }
  } catch (const CLI::ParseError& error) {
    if (!asks) {
      throw wrong_use(error, slots);
    }
  }
  typed.command = chosen();
  for (Slot& slot : slots) {
    if (slot.declared->count() > 0) {
      typed.arguments.set(slot.option->name, std::move(slot.values));
    }
  }
  if (typed.command != nullptr && !asks) {
    require_all(*typed.command, typed.arguments);
  }
  return typed;
}

}  // namespace mentor::cli
