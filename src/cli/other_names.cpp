#include "other_names.hpp"

#include <algorithm>
#include <array>

#include "command.hpp"

namespace mentor::cli {

namespace {

struct OtherName {
  std::string_view word;
  std::string_view ours;
};

constexpr std::array commands_of_others = {
    OtherName{"change", "edit"},     OtherName{"create", "add"},        OtherName{"del", "remove"},
    OtherName{"delete", "remove"},   OtherName{"erase", "remove"},      OtherName{"find", "list"},
    OtherName{"history", "log"},     OtherName{"info", "show"},         OtherName{"ls", "list"},
    OtherName{"man", "help"},        OtherName{"modify", "edit"},       OtherName{"new", "add"},
    OtherName{"print", "report"},    OtherName{"revert", "undo"},       OtherName{"rm", "remove"},
    OtherName{"search", "list"},     OtherName{"set", "edit"},          OtherName{"status", "check"},
    OtherName{"update", "edit"},     OtherName{"validate", "check"},    OtherName{"verify", "check"},
    OtherName{"view", "show"},       OtherName{"исправить", "edit"},    OtherName{"найти", "list"},
    OtherName{"посмотреть", "show"}, OtherName{"close", "end"},         OtherName{"finish", "end"},
    OtherName{"stop", "end"},        OtherName{"terminate", "end"},     OtherName{"закрыть", "end"},
    OtherName{"закончить", "end"},   OtherName{"complete", "done"},     OtherName{"suspend", "pause"},
    OtherName{"continue", "resume"}, OtherName{"что-делать", "report"}, OtherName{"напомнить", "report"},
    OtherName{"помощь", "help"},     OtherName{"выбыла", "leave"},      OtherName{"участница", "add-participant"},
};

constexpr std::array options_of_others = {
    OtherName{"--begin", "--from"},     OtherName{"--birth", "--born"},       OtherName{"--birthday", "--born"},
    OtherName{"--class", "--unit"},     OtherName{"--columns", "--fields"},   OtherName{"--comment", "--note"},
    OtherName{"--date", "--on"},        OtherName{"--day", "--on"},           OtherName{"--department", "--unit"},
    OtherName{"--dir", "--directory"},  OtherName{"--duration", "--hours"},   OtherName{"--end", "--until"},
    OtherName{"--grade", "--unit"},     OtherName{"--length", "--hours"},     OtherName{"--message", "--note"},
    OtherName{"--order-by", "--sort"},  OtherName{"--out", "--output"},       OtherName{"--start", "--from"},
    OtherName{"--text", "--note"},      OtherName{"--time", "--hours"},       OtherName{"--to", "--until"},
    OtherName{"--topic", "--note"},     OtherName{"--when", "--on"},          OtherName{"--kind", "--type"},
    OtherName{"--время", "--hours"},    OtherName{"--день", "--on"},          OtherName{"--заметка", "--note"},
    OtherName{"--конец", "--until"},    OtherName{"--начало", "--from"},      OtherName{"--тема", "--note"},
    OtherName{"--имя", "--name"},       OtherName{"--фамилия", "--name"},     OtherName{"--дата-рождения", "--born"},
    OtherName{"--вступил", "--joined"}, OtherName{"--вступила", "--joined"},  OtherName{"--принят", "--joined"},
    OtherName{"--когда", "--on"},       OtherName{"--комментарий", "--note"}, OtherName{"--подразделение", "--unit"},
};

}  // namespace

Label typed_command(std::string_view name) {
  const auto commands = all_commands();
  const auto found =
      std::find_if(commands.begin(), commands.end(), [&](const Command* command) { return command->name == name; });
  return typed_label(**found);
}

std::optional<Message> hint_for_command(std::string_view word) {
  const auto* const found = std::find_if(commands_of_others.begin(), commands_of_others.end(),
                                         [&](const OtherName& other) { return other.word == word; });
  return found == commands_of_others.end() ? std::nullopt
                                           : std::optional{say("hint.did-you-mean", typed_command(found->ours))};
}

std::optional<std::string> option_meant(std::string_view word, std::span<const std::string> options) {
  const auto* const found = std::find_if(options_of_others.begin(), options_of_others.end(),
                                         [&](const OtherName& other) { return other.word == word; });
  if (found == options_of_others.end() || std::find(options.begin(), options.end(), found->ours) == options.end()) {
    return std::nullopt;
  }
  return std::string{found->ours};
}

}  // namespace mentor::cli
