#include "completion.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "listings.hpp"

namespace mentor::cli {

namespace {

using language::Words;

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) {
    text.append(text.empty() ? "" : between).append(word);
  }
  return text;
}

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const Command* command : all_commands()) {
    names.emplace_back(command->name);
  }
  return names;
}

/// Calls `visit` with every option of the command: its own options and the common ones.
template <class Visit>
void for_each_option(const Command& command, Visit visit) {
  std::for_each(command.options.begin(), command.options.end(), visit);
  if (command.writes) {
    std::for_each(writing_options().begin(), writing_options().end(), visit);
  }
  std::for_each(common_options().begin(), common_options().end(), visit);
}

bool takes_value(const Option& option) { return !option.is_positional() && option.arity != Arity::flag; }
bool takes_path(const Option& option) {
  return option.value == key("value.file") || option.value == key("value.folder") ||
         option.value == key("value.file-or-folder");
}

/// A text in single quotes, as all three shells read it. An apostrophe in the text becomes a typographic one.
std::string quoted(std::string text) {
  for (auto place = text.find('\''); place != std::string::npos; place = text.find('\'', place)) {
    text.replace(place, 1, "’");
  }
  return '\'' + text + '\'';
}

// bash

std::string bash_of(const Command& command) {
  std::vector<std::string> options;
  std::string values;
  std::string words;
  for_each_option(command, [&](const Option& option) {
    const std::string choices = option.choices == nullptr ? std::string{} : joined(option.choices(), " ");
    if (option.is_positional()) {
      words += (words.empty() ? "" : " ") + choices;
      return;
    }
    options.emplace_back(option.name);
    if (takes_value(option)) {
      const std::string names =
          std::string{option.name} + (option.short_name.empty() ? "" : "|" + std::string{option.short_name});
      values += "        " + names + ") " + (takes_path(option) ? "files=yes" : "words='" + choices + "'") + " ;;\n";
    }
  });
  return "    " + std::string{command.name} + ")\n      options='" + joined(options, " ") + "'\n      words='" + words +
         "'\n      case $before in\n" + values + "        *) is_value= ;;\n      esac\n      ;;\n";
}

std::string bash_script() {
  std::string text = R"(# Completion of mentor for bash. Made by "mentor completion bash".
_mentor() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local command= options= words= files= is_value=yes i
  # bash takes the equals sign of --format=csv for a word of its own
  if [ "$word" = "=" ]; then
    word=
  elif [ "$before" = "=" ]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case ${COMP_WORDS[i]} in
      )" + joined(command_names(), "|") +
                     R"()
        command=${COMP_WORDS[i]}
        break
        ;;
    esac
  done
  case $command in
)";
  for (const Command* command : all_commands()) {
    text += bash_of(*command);
  }
  std::vector<std::string> common;
  for (const Option& option : common_options()) {
    common.emplace_back(option.name);
  }
  return text + "    *)\n      is_value=\n      options='" + joined(common, " ") + "'\n      words='" +
         joined(command_names(), " ") + R"('
      ;;
  esac
  COMPREPLY=()
  if [ -n "$files" ]; then
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  elif [ -z "$is_value" ] && [ "${word#-}" != "$word" ]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  fi
}
complete -F _mentor mentor
)";
}

// zsh

/// Joins a word and its explanation with a colon. A colon in the explanation would end it, so it becomes a semicolon.
std::string zsh_item(std::string_view word, std::string explanation) {
  std::replace(explanation.begin(), explanation.end(), ':', ';');
  return ' ' + quoted(std::string{word} + ':' + explanation);
}

std::string zsh_in(const Words& words) {
  std::string text = "      commands=(";
  for (const Command* command : all_commands()) {
    text += zsh_item(command->name, text_of(words, command->summary));
  }
  text += ")\n      case $command in\n";
  for (const Command* command : all_commands()) {
    text += "        " + std::string{command->name} + ") options=(";
    for_each_option(*command, [&](const Option& option) {
      text += option.is_positional() ? "" : zsh_item(option.name, help_of(words, option));
    });
    text += ") ;;\n";
  }
  return text + "      esac\n";
}

std::string zsh_values() {
  std::string text;
  for (const Command* command : all_commands()) {
    for_each_option(*command, [&](const Option& option) {
      const std::string name{option.is_positional() ? std::string_view{} : option.name};
      const std::string pattern = "    '" + std::string{command->name} + ' ' + name + "')";
      if (option.choices != nullptr) {
        text += pattern + " values=(" + joined(option.choices(), " ") + ") ;;\n";
      } else if (takes_value(option)) {
        text += pattern + (takes_path(option) ? " _files; return ;;\n" : " return ;;\n");
      }
    });
  }
  return text;
}

std::string zsh_script() {
  return R"(#compdef mentor
# Completion of mentor for zsh. Made by "mentor completion zsh".
_mentor() {
  local -a commands options values
  local command= word
  for word in ${words[2,CURRENT-1]}; do
    case $word in
      )" +
         joined(command_names(), "|") +
         R"() command=$word; break ;;
    esac
  done
  case ${LC_ALL:-${LC_MESSAGES:-$LANG}} in
    ru*)
)" + zsh_in(Words{Language::ru}) +
         "      ;;\n    *)\n" + zsh_in(Words{Language::en}) + R"(      ;;
  esac
  if [[ -z $command ]]; then
    _describe command commands
    return
  fi
  local before=${words[CURRENT-1]}
  [[ $before == --* ]] || before=
  case "$command $before" in
)" + zsh_values() +
         R"(  esac
  if [[ ${words[CURRENT]} == -* ]]; then
    _describe option options
  elif (( $#values )); then
    compadd -a values
  else
    _files
  fi
}
_mentor "$@"
)";
}

// fish

std::string fish_option(const std::string& condition, const Option& option, const Words& words) {
  std::string line = "    complete -c mentor" + condition + " -l " + std::string{option.name.substr(2)};
  if (!option.short_name.empty()) {
    line += " -s " + std::string{option.short_name.substr(1)};
  }
  if (takes_value(option)) {
    line += takes_path(option) ? " -r" : " -x";
  }
  if (option.choices != nullptr) {
    line += " -a " + quoted(joined(option.choices(), " "));
  }
  return line + " -d " + quoted(help_of(words, option)) + '\n';
}

std::string fish_in(const Words& words) {
  std::string text;
  for (const Command* command : all_commands()) {
    text += "    complete -c mentor -f -n __fish_use_subcommand -a " + std::string{command->name} + " -d " +
            quoted(text_of(words, command->summary)) + '\n';
    const std::string condition = " -n '__fish_seen_subcommand_from " + std::string{command->name} + '\'';
    const auto add = [&](const Option& option) {
      if (!option.is_positional()) {
        text += fish_option(condition, option, words);
      } else if (option.choices != nullptr) {
        text += "    complete -c mentor -f" + condition + " -a " + quoted(joined(option.choices(), " ")) + '\n';
      }
    };
    std::for_each(command->options.begin(), command->options.end(), add);
    if (command->writes) {
      std::for_each(writing_options().begin(), writing_options().end(), add);
    }
  }
  for (const Option& option : common_options()) {
    text += fish_option("", option, words);
  }
  return text;
}

std::string fish_script() {
  return "# Completion of mentor for fish. Made by \"mentor completion fish\".\n"
         "if string match -q 'ru*' -- \"$LC_ALL$LC_MESSAGES$LANG\"\n" +
         fish_in(Words{Language::ru}) + "else\n" + fish_in(Words{Language::en}) + "end\n";
}

constexpr std::array shells = {
    Shell{"bash", "bash-completion/completions/mentor", bash_script},
    Shell{"zsh", "zsh/vendor-completions/_mentor", zsh_script},
    Shell{"fish", "fish/vendor_completions.d/mentor.fish", fish_script},
};

}  // namespace

std::span<const Shell> all_shells() { return shells; }

}  // namespace mentor::cli
