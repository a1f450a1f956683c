#include "not_made.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accepting.hpp"
#include "field_names.hpp"

namespace mentor::cli {

namespace {

using language::Words;

/// The words `name=value` at the start of a text, each behind a blank. A value may stand in quotes.
std::vector<std::string> changes_at_start(std::string_view text) {
  constexpr std::string_view ends = " ;,)";
  std::vector<std::string> changes;
  while (text.starts_with(' ')) {
    const auto equals = text.find('=');
    const bool is_change = equals != std::string_view::npos && text.find_first_of(ends, 1) > equals;
    if (!is_change) {
      break;
    }
    const char quote = equals + 1 < text.size() ? text[equals + 1] : ' ';
    const bool is_quoted = quote == '"' || quote == '\'';
    const auto closing = is_quoted ? text.find(quote, equals + 2) : std::string_view::npos;
    const auto end =
        std::min(closing != std::string_view::npos ? closing + 1 : text.find_first_of(ends, equals + 1), text.size());
    changes.emplace_back(text.substr(1, end - 1));
    text.remove_prefix(end);
  }
  return changes;
}

/// The option of the command that gives the field its value; null when it has none.
const Option* option_of_field(const Command& command, const std::string& field) {
  const Option* found = nullptr;
  for (const Option& option : command.options) {
    const bool is_option = !option.is_positional();
    if (is_option && option.name.substr(2) == field) {
      return &option;
    }
    found = is_option && are_forms_of_name(option.name.substr(2), field) ? &option : found;
  }
  return found;
}

/// A change of a field, `continues=`, as the command takes it.
std::string in_command(const Command& command, const Words& words, const std::string& change) {
  const auto equals = change.find('=');
  const std::string name = change.substr(0, equals);
  const std::string value = change.substr(equals + 1);
  const std::string field = field_name(name);
  const std::string exception = std::string{accept_name} + '.';
  std::string typed = value.empty() ? name + '=' : change;
  if (command.name != add_command.name) {
    const Option* option = option_of_field(command, field);
    if (field.starts_with(exception)) {
      typed = typed_label(accept_option, field.substr(exception.size()) + '=' + value).in(words.language());
    } else if (option != nullptr) {
      typed = typed_label(*option, value).in(words.language());
    }
  }
  return value.empty() ? words.say(say("not-made.without", Label{typed, typed})) : typed;
}

bool is_part_of_word(char byte) {
  return byte == '-' || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// The place of a whole word from some place on; nothing when it is not there.
std::optional<std::size_t> place_of_word(std::string_view text, std::string_view word, std::size_t from) {
  for (auto place = text.find(word, from); place != std::string_view::npos; place = text.find(word, place + 1)) {
    const std::size_t end = place + word.size();
    const bool is_whole =
        (place == 0 || !is_part_of_word(text[place - 1])) && (end == text.size() || !is_part_of_word(text[end]));
    if (is_whole) {
      return place;
    }
  }
  return std::nullopt;
}

/// The sentence with what is to be done in the command in the place of commands about the record with this id.
std::string about_command(std::string sentence, const std::string& id, const Command& command, const Words& words,
                          bool is_of_row) {
  const auto command_about = [&](const Command& other) {
    return "mentor " + typed_label(other).in(words.language()) + ' ' + id;
  };
  const std::string to_edit = command_about(edit_command);
  for (auto place = place_of_word(sentence, to_edit, 0); place; place = place_of_word(sentence, to_edit, *place)) {
    const auto changes = changes_at_start(std::string_view{sentence}.substr(*place + to_edit.size()));
    std::size_t length = to_edit.size();
    std::string told;
    for (const std::string& change : changes) {
      length += change.size() + 1;
      told.append(told.empty() ? "" : ", ").append(in_command(command, words, change));
    }
    sentence.replace(*place, length,
                     words.say(is_of_row ? say("not-made.in-row", Label{told, told})
                                         : say("not-made.in-command", Label{told, told})));
  }
  const std::string to_remove = command_about(remove_command);
  if (const auto place = place_of_word(sentence, to_remove, 0)) {
    sentence.replace(*place, to_remove.size(), words.text(key("not-made.leave-out")));
  }
  const auto first_command = sentence.find("mentor ");
  const auto place = first_command == std::string::npos ? std::nullopt : place_of_word(sentence, id, first_command);
  if (place && *place < sentence.find_first_of(";(", first_command)) {
    sentence.replace(*place, id.size(), "…");  // a command for when the record is there
  }
  return sentence;
}

}  // namespace

void tell_of_command(const Command& command, const Words& words, Refused& refused) {
  for (Finding& finding : refused.findings) {
    const std::string sentence = words.say(finding.message);
    std::string told = sentence;
    for (const std::string& id : refused.not_made) {
      told = about_command(std::move(told), id, command, words, refused.are_of_rows && !finding.place.path.empty());
    }
    if (told != sentence) {
      finding.message = say("not-made.sentence", Label{told, told});
    }
  }
}

}  // namespace mentor::cli
