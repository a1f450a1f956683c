#include "completion.hpp"

#include <algorithm>
#include <array>
#include <map>
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

/// Whether it is the first argument of the command. Shells are not told which argument is typed, so only the words of
/// the first are offered.
bool is_first_argument(const Command& command, const Option& option) {
  const auto first = std::find_if(command.options.begin(), command.options.end(),
                                  [](const Option& one) { return one.is_positional(); });
  return first != command.options.end() && first->name == option.name;
}

std::vector<std::string> russian_command_names() {
  std::vector<std::string> names;
  for (const Command* command : all_commands()) {
    names.emplace_back(command->russian);
  }
  return names;
}

/// Calls `visit` with each Russian name of an option of any command, and with the name that it stands for.
template <class Visit>
void for_each_russian_option(Visit visit) {
  std::map<std::string_view, std::string_view> names;
  const auto add = [&](const Option& option) {
    if (!option.russian.empty()) {
      names.emplace(option.russian, option.name);
    }
  };
  for (const Command* command : all_commands()) {
    for_each_option(command, add);
  }
  for (const auto& [russian, name] : names) {
    visit(russian, name);
  }
}

/// For bash and zsh: the cases that put the names of the tables into `command` and `before`.
std::string table_names() {
  std::string text = "  case $command in\n";
  for (const Command* command : all_commands()) {
    text.append("    ").append(command->russian).append(") command=").append(command->name).append(" ;;\n");
  }
  text += "  esac\n  case $before in\n";
  for_each_russian_option([&](std::string_view russian, std::string_view name) {
    text.append("    ").append(russian).append(") before=").append(name).append(" ;;\n");
  });
  return text + "  esac\n";
}

bool takes_value(const Option& option) { return !option.is_positional() && option.arity != Arity::flag; }
bool takes_folder(const Option& option) { return option.value == key("value.folder"); }
bool takes_file(const Option& option) {
  return option.value == key("value.file") || option.value == key("value.file-or-folder");
}
std::string offered_choices(const Option& option) {
  return option.choices == nullptr ? std::string{} : joined(names_of(option.choices()), " ");
}

/// The names of the common options that a value follows. The word after one of them is not the command.
std::string common_names_with_value(std::string_view between) {
  std::vector<std::string> names;
  for (const Option& option : common_options()) {
    if (takes_value(option)) {
      names.emplace_back(option.name);
      names.emplace_back(option.russian);
      if (!option.short_name.empty()) {
        names.emplace_back(option.short_name);
      }
    }
  }
  return joined(names, between);
}

/// A text in single quotes, as all three shells read it. An apostrophe in it becomes a typographic one.
std::string quoted(std::string text) {
  for (auto place = text.find('\''); place != std::string::npos; place = text.find('\'', place)) {
    text.replace(place, 1, "’");
  }
  return '\'' + text + '\'';
}

/// For bash and zsh: the cases of "$command $before" in which a value follows, with what completes it. `pattern` is
/// what matches the command, and it leaves a quote open.
std::string value_cases(const std::string& pattern, std::span<const Option> options,
                        std::string (*completing)(const Option&)) {
  std::string cases;
  for (const Option& option : options) {
    if (takes_value(option)) {
      cases += "    " + pattern + std::string{option.name} + '\'';
      cases += option.short_name.empty() ? "" : '|' + pattern + std::string{option.short_name} + '\'';
      cases += ") " + completing(option) + " ;;\n";
    }
  }
  return cases;
}

/// All cases of "$command $before". After the options that take a value, the last case of a command is any other word:
/// an argument or an option follows.
std::string all_cases(std::string (*completing)(const Option&)) {
  std::string cases = value_cases("*' ", common_options(), completing) + "    ' '*) is_value= ;;\n";
  for (const Command* command : all_commands()) {
    const std::string pattern = '\'' + std::string{command->name} + ' ';
    cases += value_cases(pattern, command->options, completing);
    cases += command->writes ? value_cases(pattern, writing_options(), completing) : "";
    cases += "    " + pattern + "'*) is_value=";
    for (const Option& option : command->options) {
      cases += is_first_argument(*command, option) ? ' ' + completing(option) : "";
    }
    cases += " ;;\n";
  }
  return cases;
}

// bash

std::string bash_completing(const Option& option) {
  if (takes_folder(option)) {
    return "files=dirnames";
  }
  if (takes_file(option)) {
    return "files=default";
  }
  return option.choices == nullptr ? "" : "words+=' " + offered_choices(option) + '\'';
}

std::string bash_options(const Command* command) {
  std::vector<std::string> names;
  std::vector<std::string> russian;
  for_each_option(command, [&](const Option& option) {
    if (!option.is_positional()) {
      names.emplace_back(option.name);
      russian.emplace_back(option.russian);
    }
  });
  const std::string name{command == nullptr ? "''" : command->name};
  return "    " + name + ") options='" + joined(names, " ") + "' russian='" + joined(russian, " ") + "' ;;\n";
}

constexpr std::string_view bash_head = R"(# Completion of mentor for bash. Made by "mentor completion bash".
_mentor() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local command= options= russian= words= files= is_value=yes i
  # bash takes the equals sign of --format=csv for a word of its own
  if [ "$word" = "=" ]; then
    word=
  elif [ "$before" = "=" ]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case ${COMP_WORDS[i]} in
)";

constexpr std::string_view bash_after_skipped = R"()
        [ "${COMP_WORDS[i + 1]}" != "=" ] || ((++i))
        ((++i))
        ;;
      -*) ;;
      *)
        command=${COMP_WORDS[i]}
        break
        ;;
    esac
  done
)";

constexpr std::string_view bash_tail = R"(  COMPREPLY=()
  # Russian names are offered to whoever types in Russian
  case $word in *[а-яёА-ЯЁ]*) options=$russian ;; esac
  if [ -z "$is_value" ] && [ "${word#-}" != "$word" ]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  elif [ -n "$files" ]; then
    # readline looks for files itself: it knows how to quote their names
    compopt -o "$files"
  else
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  fi
}
complete -F _mentor mentor
)";

std::string bash_script() {
  std::string text{bash_head};
  text.append("      ").append(common_names_with_value("|")).append(bash_after_skipped);
  text += table_names() + "  case $command in\n" + bash_options(nullptr);
  for (const Command* command : all_commands()) {
    text += bash_options(command);
  }
  text += "  esac\n  case \"$command $before\" in\n" + all_cases(bash_completing) + "  esac\n";
  text += "  [ -n \"$command$is_value\" ] || words='" + joined(command_names(), " ") + "'\n";
  text += "  case \"$command$is_value$word\" in [а-яёА-ЯЁ]*) words='" + joined(russian_command_names(), " ") +
          "' ;; esac\n";
  return text.append(bash_tail);
}

// zsh

/// Writes a word and its explanation with a colon between. `_describe` takes a backslash off what follows it.
std::string zsh_item(std::string_view word, std::string_view explanation) {
  std::string escaped;
  for (const char letter : explanation) {
    escaped.append(letter == ':' || letter == '\\' ? "\\" : "") += letter;
  }
  return ' ' + quoted(std::string{word} + ':' + escaped);
}

std::string zsh_options(const Command* command, const Words& words) {
  const std::string name{command == nullptr ? "''" : command->name};
  std::string text = "        " + name + ") options=(";
  for_each_option(command, [&](const Option& option) {
    text += option.is_positional() ? "" : zsh_item(option.name, help_of(words, option));
    text += option.is_positional() || words.language() != Language::ru
                ? ""
                : zsh_item(option.russian, help_of(words, option));
  });
  return text + ") ;;\n";
}

std::string zsh_in(const Words& words) {
  std::string text = "      commands=(";
  for (const Command* command : all_commands()) {
    text += zsh_item(command->name, text_of(words, command->summary));
    text += words.language() == Language::ru ? zsh_item(command->russian, text_of(words, command->summary)) : "";
  }
  text += ")\n      case $command in\n" + zsh_options(nullptr, words);
  for (const Command* command : all_commands()) {
    text += zsh_options(command, words);
  }
  return text + "      esac\n";
}

std::string zsh_completing(const Option& option) {
  if (takes_folder(option)) {
    return "files=(_files -/)";
  }
  if (takes_file(option)) {
    return "files=(_files)";
  }
  return option.choices == nullptr ? "" : "values+=(" + offered_choices(option) + ')';
}

constexpr std::string_view zsh_head = R"(#compdef mentor
# Completion of mentor for zsh. Made by "mentor completion zsh".
_mentor() {
  local -a commands options values files
  local command= before=${words[CURRENT-1]} is_value=yes
  local -i i
  for ((i = 2; i < CURRENT; ++i)); do
    case ${words[i]} in
)";

constexpr std::string_view zsh_after_skipped = R"() ((++i)) ;;
      -*) ;;
      *) command=${words[i]}; break ;;
    esac
  done
)";

constexpr std::string_view zsh_after_names = R"(  if [[ $PREFIX == --*=* ]]; then
    before=${PREFIX%%=*}
    compset -P 1 '*='
  fi
  case ${LC_ALL:-${LC_MESSAGES:-$LANG}} in
    ru*)
)";

constexpr std::string_view zsh_tail = R"(  if [[ -z $is_value && $PREFIX == -* ]]; then
    _describe option options
  elif (( $#files )); then
    $files
  elif (( $#values )); then
    compadd -a values
  elif [[ -z $command$is_value ]]; then
    _describe command commands
  fi
}
# zsh loads this file when it first completes; a person may also source it.
if [ "$funcstack[1]" = "_mentor" ]; then
  _mentor "$@"
else
  compdef _mentor mentor
fi
)";

std::string zsh_script() {
  std::string text{zsh_head};
  text.append("      ").append(common_names_with_value("|")).append(zsh_after_skipped);
  text.append(table_names()).append(zsh_after_names);
  text += zsh_in(Words{Language::ru}) + "      ;;\n    *)\n" + zsh_in(Words{Language::en}) + "      ;;\n  esac\n";
  text += "  case \"$command $before\" in\n" + all_cases(zsh_completing) + "  esac\n";
  return text.append(zsh_tail);
}

// fish

std::string fish_completing(const Option& option) {
  if (takes_folder(option)) {
    return " -a '(__fish_complete_directories)'";
  }
  return option.choices == nullptr ? "" : " -a " + quoted(offered_choices(option));
}

std::string fish_option(const std::string& condition, const Option& option, const Words& words) {
  if (option.is_positional()) {
    const std::string completing = fish_completing(option);
    return completing.empty() ? "" : "    complete -c mentor" + condition + completing + '\n';
  }
  std::string line = "    complete -c mentor" + condition + " -l " + std::string{option.name.substr(2)};
  if (words.language() == Language::ru) {
    line += " -l " + std::string{option.russian.substr(2)};
  }
  if (!option.short_name.empty()) {
    line += " -s " + std::string{option.short_name.substr(1)};
  }
  if (takes_value(option)) {
    line += takes_file(option) ? " -r -F" : " -x" + fish_completing(option);
  }
  return line + " -d " + quoted(help_of(words, option)) + '\n';
}

std::string fish_in(const Words& words) {
  std::string text;
  for (const Command* command : all_commands()) {
    text += "    complete -c mentor -n __mentor_command_is -a " + std::string{command->name} + " -d " +
            quoted(text_of(words, command->summary)) + '\n';
    if (words.language() == Language::ru) {
      text += "    complete -c mentor -n __mentor_command_is -a " + std::string{command->russian} + " -d " +
              quoted(text_of(words, command->summary)) + '\n';
    }
    const std::string condition =
        " -n '__mentor_command_is " + std::string{command->name} + ' ' + std::string{command->russian} + '\'';
    const auto add = [&](const Option& option) {
      text +=
          !option.is_positional() || is_first_argument(*command, option) ? fish_option(condition, option, words) : "";
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

constexpr std::string_view fish_head = R"(# Completion of mentor for fish. Made by "mentor completion fish".
# Whether the command has one of these names; without an argument, whether there is no command yet.
function __mentor_command_is
    set -l typed (commandline -poc)
    set -e typed[1]
    while set -q typed[1]
        switch $typed[1]
)";

constexpr std::string_view fish_after_skipped = R"(
                set -e typed[1]
            case '-*'
            case '*'
                contains -- $typed[1] $argv
                return
        end
        set -q typed[1]; and set -e typed[1]
    end
    test -z "$argv[1]"
end
complete -c mentor -f
)";

std::string fish_script() {
  std::string text{fish_head};
  text.append("            case ").append(common_names_with_value(" ")).append(fish_after_skipped);
  text += "if string match -q 'ru*' -- \"$LC_ALL$LC_MESSAGES$LANG\"\n" + fish_in(Words{Language::ru});
  return text + "else\n" + fish_in(Words{Language::en}) + "end\n";
}

constexpr std::array shells = {
    Shell{"bash", "bash-completion/completions/mentor", bash_script},
    Shell{"zsh", "zsh/vendor-completions/_mentor", zsh_script},
    Shell{"fish", "fish/vendor_completions.d/mentor.fish", fish_script},
};

}  // namespace

std::span<const Shell> all_shells() { return shells; }

}  // namespace mentor::cli
