#include "help.hpp"

#include <algorithm>

#include "cli/manual/listings.hpp"
#include "language/unicode.hpp"
#include "render/wrap.hpp"

namespace mentor::cli {

namespace {

using language::display_width;
using language::Words;

constexpr std::size_t indent = 2;
constexpr std::size_t help_column = 28;  // where the sentences of a list begin

std::string blanks(std::size_t count) {
  std::string text;
  text.resize(count, ' ');
  return text;
}

/// Writes words in lines of `width`. Every line but the first begins with `margin` blanks; the first begins at
/// `column`.
void write_wrapped(std::ostream& out, const std::string& text, std::size_t margin, std::size_t column,
                   std::size_t width) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = render::end_of_stretch(text, begin);
    const std::string word = text.substr(begin, end - begin);
    const std::size_t length = display_width(word);
    if (column > margin && column + 1 + length > width) {
      out << '\n' << blanks(margin);
      column = margin;
    } else if (column > margin) {
      out << ' ';
      ++column;
    }
    out << word;
    column += length;
    begin = end + 1;
    if (end < text.size() && text[end] == '\n') {
      out << '\n' << blanks(margin);
      column = margin;
    }
  }
  out << '\n';
}

void item(std::ostream& out, const std::string& name, const std::string& help, std::size_t width) {
  out << blanks(indent) << name;
  const std::size_t used = indent + display_width(name);
  if (used + 2 > help_column) {
    out << '\n' << blanks(help_column);
  } else {
    out << blanks(help_column - used);
  }
  write_wrapped(out, help, help_column, help_column, width);
}

std::string shown_name(const Option& option, const Words& words) {
  const std::string value = option.value.empty() ? std::string{} : words.text(option.value);
  if (option.is_positional()) {
    return value + (option.is_repeated() ? "…" : "");
  }
  std::string name = option.short_name.empty() ? std::string{} : std::string{option.short_name} + ", ";
  name += option.name;
  if (words.language() == Language::ru) {
    name += ", " + std::string{option.russian};
  }
  return value.empty() ? name : name + ' ' + value;
}

void options_list(std::ostream& out, std::string_view title, std::span<const Option> options, const Words& words,
                  std::size_t width) {
  out << '\n' << words.text(title) << '\n';
  for (const Option& option : options) {
    item(out, shown_name(option, words), help_of(words, option), width);
  }
}

std::string usage_of(const Command& command, const Words& words) {
  std::string usage = "mentor ";
  const bool is_russian = words.language() == Language::ru;
  usage +=
      is_russian ? std::string{command.russian} + " (" + std::string{command.name} + ')' : std::string{command.name};
  const auto part = [&](const Option& option) {
    std::string text =
        option.is_positional() ? shown_name(option, words) : std::string{is_russian ? option.russian : option.name};
    if (!option.is_positional() && !option.value.empty()) {
      text += ' ' + words.text(option.value);
    }
    return option.is_required() ? text : '[' + text + ']';
  };
  for (const bool required : {true, false}) {
    for (const Option& option : command.options) {
      if (option.is_required() == required && (required || option.is_positional())) {
        usage += ' ' + part(option);
      }
    }
  }
  return usage + ' ' + words.text(key("help.more-options"));
}

}  // namespace

void main_help(std::ostream& out, const Words& words, std::size_t width) {
  write_wrapped(out, words.text(key("help.main.description")), 0, 0, width);
  out << '\n' << words.text(key("help.usage")) << " mentor " << words.text(key("help.main.usage")) << '\n';
  out << '\n' << words.text(key("help.commands")) << '\n';
  for (const Command* command : all_commands()) {
    const bool is_russian = words.language() == Language::ru;
    item(out, std::string{command->name} + (is_russian ? ", " + std::string{command->russian} : ""),
         words.text(command->summary), width);
  }
  options_list(out, key("help.common-options"), common_options(), words, width);
  out << '\n';
  write_wrapped(out, words.text(key("help.main.more")), 0, 0, width);
}

void command_help(std::ostream& out, const Command& command, const Arguments& arguments, const Words& words,
                  std::size_t width) {
  // This comes first, since it may refuse what was typed.
  HelpList more;
  if (command.more_help != nullptr) {
    more = command.more_help(arguments, words);
  }
  out << words.text(key("help.usage")) << ' ';
  const std::size_t margin = display_width(words.text(key("help.usage"))) + 1;
  write_wrapped(out, usage_of(command, words), margin, margin, width);
  out << '\n';
  write_wrapped(out, words.text(command.description), 0, 0, width);
  options_list(out, key("help.options"), command.options, words, width);
  if (!more.items.empty()) {
    out << '\n' << words.text(more.heading) << '\n';
    for (const auto& [name, help] : more.items) {
      item(out, name, help, width);
    }
  }
  if (command.writes) {
    options_list(out, key("help.writing-options"), writing_options(), words, width);
  }
  options_list(out, key("help.common-options"), common_options(), words, width);
  out << '\n' << words.text(key("help.examples")) << '\n';
  const std::string examples = words.text(command.examples);
  for (std::size_t begin = 0; begin < examples.size();) {
    const std::size_t end = std::min(examples.find('\n', begin), examples.size());
    out << blanks(indent) << examples.substr(begin, end - begin) << '\n';
    begin = end + 1;
  }
}

}  // namespace mentor::cli
