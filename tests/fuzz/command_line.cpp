/// Any words are a command line, or are refused by `cli::Refused`; no other exception. A value is never changed on its
/// way: it is what some word ends with, or the words behind `--` with a space between them, and a text given by
/// `--note=` or by `--note` arrives as it was typed. The input: the words, each ended by a line feed or a NUL.
#include <algorithm>

#include "cli/command_line.hpp"
#include "target.hpp"

namespace {

using namespace mentor;

std::optional<cli::Typed> parsed(const std::vector<std::string>& words) {
  try {
    return cli::parse_command_line(words);
  } catch (const cli::Refused& refused) {
    fuzz::require(refused.status == cli::Status::usage, "a wrong command line is told as wrong usage");
    return std::nullopt;
  }
}

/// `-q2` is taken for `-q -2`: what was behind a flag got a dash of its own.
bool has_typed(const std::string& word, const std::string& value) {
  return word.ends_with(value) ||
         (word.starts_with('-') && value.starts_with('-') && word.ends_with(std::string_view{value}.substr(1)));
}

/// The words behind `--` as one text. Empty words before the first one that says something leave no space.
std::string text_behind_dashes(const std::vector<std::string>& words) {
  const auto dashes = std::find(words.begin(), words.end(), "--");
  std::string text;
  for (auto word = dashes == words.end() ? dashes : dashes + 1; word != words.end(); ++word) {
    text += (text.empty() ? "" : " ") + *word;
  }
  return text;
}

void require_typed_values(const cli::Typed& typed, const std::vector<std::string>& words) {
  const auto check = [&](std::span<const cli::Option> options) {
    for (const cli::Option& option : options) {
      for (const auto& value : typed.arguments.all(option)) {
        const bool is_text = typed.command != nullptr && option.name == typed.command->behind_dashes &&
                             value == text_behind_dashes(words);
        fuzz::require(is_text || std::any_of(words.begin(), words.end(),
                                             [&](const auto& word) { return has_typed(word, value); }),
                      "a value is what some word ends with", value);
      }
    }
  };
  check(cli::common_options());
  if (typed.command != nullptr) {
    check(typed.command->options);
    check(cli::writing_options());
  }
}

void require_note(const std::vector<std::string>& words, const std::string& note) {
  const auto typed = parsed(words);
  constexpr cli::Option note_option{"--note", "--примечание", "", "", cli::Arity::optional, ""};
  const bool says_nothing = note.empty() || note == "…";
  fuzz::require(says_nothing ? !typed : typed && typed->arguments.one(note_option) == note,
                "a note arrives as it was typed, and one that says nothing is refused", note);
}

}  // namespace

FUZZ_TARGET(command_line) {
  using namespace std::string_literals;
  const auto words = fuzz::split(fuzz::text_of(data, size), "\n\0"s);
  if (const auto typed = parsed(words)) {
    require_typed_values(*typed, words);
  }
  const std::string& note = words.front();
  require_note({"log-activity", "anna", "--type", "project", "--note=" + note}, note);
  if (!note.starts_with('-')) {
    require_note({"log-activity", "anna", "--type", "project", "--note", note}, note);
  }
  return 0;
}
