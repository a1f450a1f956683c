/// What a command is: a row, which the file of the command fills in. The command line, the help and the tests of the
/// manual use these rows. `all_commands` lists them in the order of the help.
#pragma once

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

struct Option {
  std::string_view name;        // `--form`; a positional argument has no dashes: `PAIR`
  std::string_view short_name;  // `-o`, or empty
  std::string_view value;       // a key of the catalogs that names the value; empty for a flag
  Arity arity;
  std::string_view help;  // a key of the catalogs; `{0}` in its text stands for the choices, or for `expected`
  /// The allowed values, if they are few and always the same; else null.
  std::vector<std::string> (*choices)() = nullptr;
  /// For the second of two lists of words: whether a word begins this list. If no word does, all words but the first
  /// belong to it.
  bool (*begins)(std::string_view word) = nullptr;
  std::string_view expected = {};  // a key that says which values are right, if there are many ways

  bool is_positional() const { return !name.starts_with('-'); }
  bool is_required() const { return arity == Arity::required || arity == Arity::required_repeated; }
  bool is_repeated() const { return arity == Arity::repeated || arity == Arity::required_repeated; }
};

/// The names of a table's rows, or of the rows that it points to, as choices.
template <auto rows>
std::vector<std::string> names_of_rows() {
  std::vector<std::string> names;
  for (const auto& row : rows()) {
    if constexpr (std::is_pointer_v<std::remove_cvref_t<decltype(row)>>) {
      names.emplace_back(row->name);
    } else {
      names.emplace_back(row.name);
    }
  }
  return names;
}
/// The words of an enumeration, as choices.
template <class Enum>
std::vector<std::string> words_of_all() {
  std::vector<std::string> words;
  for (const WordRow& row : WordsOf<Enum>::rows) {
    words.emplace_back(row.id);
  }
  return words;
}
inline std::vector<std::string> color_choices() { return {"auto", "always", "never"}; }

// The options of every command.
inline constexpr Option directory_option{"--directory", "-C", key("value.folder"), Arity::optional,
                                         key("help.option.directory")};
inline constexpr Option today_option{"--today", "", key("value.date"), Arity::optional, key("help.option.today")};
inline constexpr Option lang_option{
    "--lang", "", key("value.language"), Arity::optional, key("help.option.lang"), words_of_all<Language>};
inline constexpr Option color_option{"--color",    "", key("value.when"), Arity::optional, key("help.option.color"),
                                     color_choices};
inline constexpr Option quiet_option{"--quiet", "-q", "", Arity::flag, key("help.option.quiet")};
inline constexpr Option no_pager_option{"--no-pager", "", "", Arity::flag, key("help.option.no-pager")};
inline constexpr Option help_option{"--help", "-h", "", Arity::flag, key("help.option.help")};
inline constexpr Option version_option{"--version", "", "", Arity::flag, key("help.option.version")};

// The further options of every command that writes.
inline constexpr Option dry_run_option{"--dry-run", "-n", "", Arity::flag, key("help.option.dry-run")};
inline constexpr Option verbose_option{"--verbose", "-v", "", Arity::flag, key("help.option.verbose")};
inline constexpr Option lock_timeout_option{"--lock-timeout", "", key("value.seconds"), Arity::optional,
                                            key("help.option.lock-timeout")};

// The options that several commands share which make, change or remove records.
inline constexpr Option id_option{"--id", "", key("value.id"), Arity::optional, key("help.option.id")};
inline constexpr Option strict_option{"--strict", "", "", Arity::flag, key("help.option.strict")};
inline constexpr Option references_argument{"REF", "", key("value.reference"), Arity::required_repeated,
                                            key("help.argument.references")};
inline constexpr Option file_option{"--file", "", key("value.file"), Arity::optional, key("help.option.file")};

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
  void set(const Option& option, std::vector<std::string> values) {
    values_.insert_or_assign(std::string{option.name}, std::move(values));
  }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
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
  std::string_view summary;      // keys of the catalogs: one line for the list of commands,
  std::string_view description;  // a paragraph,
  std::string_view examples;     // and examples to copy
  std::span<const Option> options;
  bool writes;  // whether it takes --dry-run and --lock-timeout
  Status (*run)(Session&, const Arguments&);
  /// Lists what else the help of this command shows, by what was typed with `--help`; null when nothing. Throws
  /// `Refused`.
  HelpList (*more_help)(const Arguments&, const language::Words&) = nullptr;
};

extern const Command init_command;
extern const Command add_command;
extern const Command add_participant_command;
extern const Command pair_command;
extern const Command log_activity_command;
extern const Command edit_command;
extern const Command leave_command;
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

}  // namespace mentor::cli
