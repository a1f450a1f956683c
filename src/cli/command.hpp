/// What a command is: a row, which the file of the command fills in. The command line, the help and the tests of the
/// manual use these rows. `all_commands` lists them in the order of the help.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/words.hpp"
#include "mentor/model.hpp"
#include "status.hpp"

namespace mentor::cli {

class Session;

/// How often an option or a positional argument may be given.
enum class Arity { flag, optional, required, repeated, required_repeated };

/// A value that an option may have.
struct Choice {
  std::string name;
  std::vector<std::string_view> called = {};  // what people may type in its place; they are told of the first
};

/// The names of these choices.
inline std::vector<std::string> names_of(const std::vector<Choice>& choices) {
  std::vector<std::string> names;
  names.reserve(choices.size());
  for (const Choice& choice : choices) {
    names.push_back(choice.name);
  }
  return names;
}

struct Option {
  std::string_view name;        // `--form`; a positional argument has no dashes: `PAIR`
  std::string_view russian;     // what people may type in its place: `--форма`; empty for a positional argument
  std::string_view short_name;  // `-o`, or empty
  std::string_view value;       // a key of the catalogs that names the value; empty for a flag
  Arity arity;
  std::string_view help;  // a key of the catalogs; `{0}` in its text stands for the choices, or for `expected`
  /// The allowed values, if they are few and always the same; else null.
  std::vector<Choice> (*choices)() = nullptr;
  /// For the second of two lists of words: whether a word begins this list. If no word does, all words but the first
  /// belong to it.
  bool (*begins)(std::string_view word) = nullptr;
  std::string_view expected = {};  // a key that says which values are right, if there are many ways
  /// The description of the field that the option fills, where that says enough: then `help` is empty.
  FixedLabel (*told)() = nullptr;
  /// The option that takes this one's value from another record: only beside it does an empty value say something,
  /// which is that nothing is to be taken.
  std::string_view empty_beside = {};
  /// The list of the model whose words are its values, by the name that `list` takes; empty where they are none.
  std::string_view words = {};

  /// Another word for it in Russian, which people may type and are not told of; or empty.
  std::string_view also = {};

  bool is_positional() const { return !name.starts_with('-'); }
  bool is_required() const { return arity == Arity::required || arity == Arity::required_repeated; }
  bool is_repeated() const { return arity == Arity::repeated || arity == Arity::required_repeated; }
};

/// What people may type for the option, in either language; what stands in the place of an argument.
inline Argument typed_name(const Option& option) {
  return option.is_positional() ? Argument{Phrase{option.value}}
                                : Argument{Label{std::string{option.russian}, std::string{option.name}}};
}
/// What people may type for the option and its value, or for the row of another table.
template <class Row>
Label typed_label(const Row& row, std::string_view value = {}) {
  const std::string behind = value.empty() ? std::string{} : ' ' + std::string{value};
  return {std::string{row.russian} + behind, std::string{row.name} + behind};
}

/// A row of a table as a choice.
template <class Row>
Choice choice_of(const Row& row) {
  Choice choice{std::string{row.name}};
  if constexpr (requires { row.russian; }) {
    choice.called.emplace_back(row.russian);
  }
  if constexpr (requires { row.inflected; }) {
    choice.called.insert(choice.called.end(), row.inflected.begin(), row.inflected.end());
  }
  return choice;
}
/// The rows of a table, or the rows that it points to, as choices.
template <auto rows>
std::vector<Choice> choices_of_rows() {
  std::vector<Choice> choices;
  for (const auto& row : rows()) {
    if constexpr (std::is_pointer_v<std::remove_cvref_t<decltype(row)>>) {
      choices.push_back(choice_of(*row));
    } else {
      choices.push_back(choice_of(row));
    }
  }
  return choices;
}
/// The words of an enumeration as choices. People may type what they are called, too.
template <class Enum>
std::vector<Choice> choices_of() {
  std::vector<Choice> choices;
  choices.reserve(WordsOf<Enum>::rows.size());
  for (const WordRow& row : WordsOf<Enum>::rows) {
    choices.push_back({std::string{row.id}, {row.label.ru, row.label.en}});
    if (!row.also.empty()) {
      choices.back().called.push_back(row.also);
    }
  }
  return choices;
}
/// Names that people have no other words for, as choices.
template <std::vector<std::string> (*names)()>
std::vector<Choice> choices_of_names() {
  std::vector<Choice> choices;
  for (std::string& name : names()) {
    choices.push_back({std::move(name)});
  }
  return choices;
}
inline std::vector<Choice> color_choices() { return {{"auto"}, {"always"}, {"never"}}; }

// The options of every command.
inline constexpr Option directory_option{"--directory",       "--папка",       "-C",
                                         key("value.folder"), Arity::optional, key("help.option.directory")};
inline constexpr Option today_option{"--today",         "--сегодня",     "",
                                     key("value.date"), Arity::optional, key("help.option.today")};
inline constexpr Option lang_option{
    "--lang", "--язык", "", key("value.language"), Arity::optional, key("help.option.lang"), choices_of<Language>};
inline constexpr Option color_option{
    "--color", "--цвет", "", key("value.when"), Arity::optional, key("help.option.color"), color_choices};
inline constexpr Option quiet_option{"--quiet", "--тихо", "-q", "", Arity::flag, key("help.option.quiet")};
inline constexpr Option no_pager_option{"--no-pager", "--без-листания", "",
                                        "",           Arity::flag,      key("help.option.no-pager")};
inline constexpr Option help_option{"--help", "--справка", "-h", "", Arity::flag, key("help.option.help")};
inline constexpr Option version_option{"--version", "--версия", "", "", Arity::flag, key("help.option.version")};

// The further options of every command that writes.
inline constexpr Option dry_run_option{"--dry-run", "--пробно", "-n", "", Arity::flag, key("help.option.dry-run")};
inline constexpr Option verbose_option{"--verbose", "--подробно", "-v", "", Arity::flag, key("help.option.verbose")};
inline constexpr Option lock_timeout_option{"--lock-timeout",     "--ждать",       "",
                                            key("value.seconds"), Arity::optional, key("help.option.lock-timeout")};

// The options that several commands share which make, change or remove records.
inline constexpr Option id_option{"--id", "--код", "", key("value.id"), Arity::optional, key("help.option.id")};
inline constexpr Option strict_option{"--strict", "--строго", "", "", Arity::flag, key("help.option.strict")};
inline constexpr Option references_argument{
    "REF", "", "", key("value.reference"), Arity::required_repeated, key("help.argument.references")};
inline constexpr Option file_option{"--file",          "--в-файле",     "",
                                    key("value.file"), Arity::optional, key("help.option.file")};

/// What a person typed for each option.
class Arguments {
 public:
  bool has(const Option& option) const { return values_.contains(option.name); }
  /// The value of an option that is given once; nothing when it was not given.
  std::optional<std::string> one(const Option& option) const {
    const auto found = values_.find(option.name);
    return found == values_.end() || found->second.empty() ? std::nullopt : std::optional{found->second.back()};
  }
  std::vector<std::string> all(const Option& option) const {
    const auto found = values_.find(option.name);
    return found == values_.end() ? std::vector<std::string>{} : found->second;
  }
  /// The same as they were typed, before a word was taken for the choice that it names.
  std::vector<std::string> typed(const Option& option) const {
    const auto found = typed_.find(option.name);
    return found == typed_.end() ? all(option) : found->second;
  }
  void set(const Option& option, std::vector<std::string> values) {
    typed_.erase(std::string{option.name});
    values_.insert_or_assign(std::string{option.name}, std::move(values));
  }
  void set(const Option& option, std::vector<std::string> values, std::vector<std::string> typed) {
    set(option, std::move(values));
    typed_.emplace(option.name, std::move(typed));
  }

 private:
  using Values = std::map<std::string, std::vector<std::string>, std::less<>>;

  Values values_;
  Values typed_;  // where a word may have been taken for a choice
};

/// A list in a help text: its heading, which is a key of the catalogs, and its lines, such as `unit=` and what it is.
struct HelpList {
  struct Item {
    std::string name;
    std::string help;
  };

  std::string_view heading;
  std::vector<Item> items;
};

struct Command {
  std::string_view name;
  std::string_view russian;      // what people may type in its place
  std::string_view summary;      // keys of the catalogs: one line for the list of commands,
  std::string_view description;  // a paragraph,
  std::string_view examples;     // and examples to copy
  std::span<const Option> options;
  bool writes;  // whether it takes --dry-run and --lock-timeout
  Status (*run)(Session&, const Arguments&);
  /// Lists what else the help of this command shows, by what was typed with `--help`; null when nothing. Throws
  /// `Refused`.
  HelpList (*more_help)(const Arguments&, const language::Words&) = nullptr;
  /// The option whose value may also stand behind `--`, as one text of all words there; empty when there is none.
  std::string_view behind_dashes = {};
};

extern const Command init_command;
extern const Command add_command;
extern const Command add_participant_command;
extern const Command pair_command;
extern const Command log_activity_command;
extern const Command edit_command;
extern const Command done_command;
extern const Command end_command;
extern const Command pause_command;
extern const Command resume_command;
extern const Command leave_command;
extern const Command forget_command;
extern const Command remove_command;
extern const Command open_year_command;
extern const Command close_year_command;
extern const Command migrate_command;
extern const Command undo_command;
extern const Command redo_command;
extern const Command log_command;
extern const Command report_command;
extern const Command check_command;
extern const Command list_command;
extern const Command show_command;
extern const Command help_command;
extern const Command schema_command;
extern const Command completion_command;

std::span<const Command* const> all_commands();
/// The options of every command, and the further options of every command that writes.
std::span<const Option> common_options();
std::span<const Option> writing_options();

/// Calls `visit` with every option of the command: its own and the common ones. Without a command, with the common
/// ones.
template <class Visit>
void for_each_option(const Command* command, Visit visit) {
  const auto all = [&](std::span<const Option> options) { std::for_each(options.begin(), options.end(), visit); };
  if (command != nullptr) {
    all(command->options);
    all(command->writes ? writing_options() : std::span<const Option>{});
  }
  all(common_options());
}

}  // namespace mentor::cli
