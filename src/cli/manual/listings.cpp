#include "listings.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "cli/choices.hpp"
#include "cli/filters.hpp"
#include "json_schema.hpp"
#include "language/catalog.hpp"
#include "language/unicode.hpp"
#include "mentor/fields.hpp"
#include "mentor/reports.hpp"
#include "roff.hpp"
#include "storage/yaml/schema.hpp"
#include "storage/yaml/settings_edit.hpp"
#include "storage/yaml/settings_table.hpp"

namespace mentor::cli {

namespace {

using language::Words;

/// The words that listings add themselves.
namespace said {
constexpr FixedLabel required{"обязательное", "required"};
constexpr FixedLabel required_option{"Обязательный параметр.", "Required."};
constexpr FixedLabel id{"КОД", "ID"};
constexpr FixedLabel one_line{"В одну строку.", "One line."};
constexpr FixedLabel lines{"Можно в несколько строк.", "It may have any number of lines."};
constexpr FixedLabel day{"Пишется так: `2026-11-05`.", "Written `2026-11-05`."};
constexpr FixedLabel list{"Пишется в квадратных скобках, через запятую.", "Written in square brackets, with commas."};
constexpr FixedLabel dated{"Может меняться, см. «Значения, которые меняются».",
                           "It may change, see “Values that change”."};
constexpr FixedLabel entries{"Под полем – строки вида `слово: текст`.", "Lines `word: text` below the field."};
constexpr FixedLabel entry_words{"Слова:", "The words:"};
constexpr FixedLabel acceptable{"От него можно отступить: `accept` у человека или пары.",
                                "There may be exceptions: `accept` of a person or a pair."};
constexpr FixedLabel whole_number{"Целое число от {} до {}.", "A whole number from {} to {}."};
constexpr FixedLabel usual_number{"Без строки – {}.", "{} when left out."};
constexpr FixedLabel in_place_of{"вместо", "for"};
constexpr FixedLabel remedy{"Как исправить:", "To mend:"};
constexpr std::array severities = {FixedLabel{"Ошибка", "Error"}, FixedLabel{"Предупреждение", "Warning"},
                                   FixedLabel{"Замечание", "Note"}};
constexpr std::array grounds = {FixedLabel{"[школа]", "[school]"}, FixedLabel{"[Р-145]", "[R-145]"},
                                FixedLabel{"[наше]", "[ours]"}};
}  // namespace said

std::string in(const FixedLabel& label, const Words& words) {
  const auto text = label.in(words.language());
  if (text.empty()) {
    throw std::logic_error{"a text that is missing in one language: " + std::string{label.ru} + std::string{label.en}};
  }
  return std::string{text};
}

std::string entry(const std::string& term, const std::string& text) { return ".TP\n" + term + '\n' + text + '\n'; }

/// A text with the number in place of its first `{}`.
std::string with_number(std::string text, int number) {
  return text.replace(text.find("{}"), 2, std::to_string(number));
}

std::string term_of(const Option& option, const Words& words) {
  const std::string value = option.value.empty() ? std::string{} : slanted(text_of(words, option.value));
  if (option.is_positional()) {
    return value + (option.is_repeated() ? "..." : "");
  }
  const std::string behind = value.empty() ? "" : ' ' + value;
  const bool is_russian = words.language() == Language::ru && !option.russian.empty();
  return (option.short_name.empty() ? "" : bold(option.short_name) + behind + ", ") + bold(option.name) + behind +
         (is_russian ? ", " + bold(option.russian) + behind : "");
}

template <class Record>
std::string field_listing(const Field<Record>& field, const Words& words) {
  std::string text = in(field.help, words);
  const auto add = [&](const FixedLabel& sentence) { text += '\n' + in(sentence, words); };
  if (!field.more.ru.empty() || !field.more.en.empty()) {
    add(field.more);
  }
  if (field.meaning == Meaning::date) {
    add(said::day);
  } else if (field.meaning == Meaning::text && field.shape != Shape::entries) {
    add(field.has_lines ? said::lines : said::one_line);
  }
  if (field.is_list()) {
    add(said::list);
  }
  if (field.is_dated()) {
    add(said::dated);
  } else if (field.shape == Shape::entries) {
    add(said::entries);
  }
  if (field.words != nullptr) {
    std::string words_shown;
    for (const std::string& word : field.words()) {
      words_shown.append(words_shown.empty() ? " `" : ", `").append(word) += '`';
    }
    text += '\n' + in(said::entry_words, words) + words_shown + '.';
  }
  const bool is_required = field.presence == Presence::required;
  return entry(bold(field.name) + (is_required ? " (" + in(said::required, words) + ')' : ""), roff_of(text));
}

std::string kinds_listing(const Words& words) {
  std::string text;
  for_each_kind([&]<class Record>(Record*) {
    text += ".SS " + roff_of(folder_of<Record>) + '/' + in(said::id, words) + roff_of(record_extension) + ": " +
            roff_of(in(Kind<Record>::title, words)) + '\n';
    for (const auto& field : fields<Record>()) {
      text += field_listing(field, words);
    }
    text += ".PP\n.EX\n" + roff_of(in(Kind<Record>::example, words)) + ".EE\n";
  });
  return text;
}

std::string settings_listing(std::span<const storage::SettingRow> rows, const Words& words) {
  std::string text;
  for (const auto& row : rows) {
    std::string help = in(row.help, words);
    if (row.value == storage::SettingValue::number && row.most > row.least) {
      help += ' ' + with_number(with_number(in(said::whole_number, words), row.least), row.most);
    }
    if (row.usual) {
      help += ' ' + with_number(in(said::usual_number, words), *row.usual);
    }
    const bool is_required = row.presence == Presence::required;
    text +=
        entry(bold(row.name) + (is_required ? " (" + in(said::required, words) + ')' : std::string{}), roff_of(help));
    if (!row.inside.empty()) {
      text += ".RS\n" + settings_listing(row.inside, words) + ".RE\n";
    }
  }
  return text;
}

/// The lines of program.yaml that `edit program` changes, each with what else people may type for it.
std::string editable_settings_listing(const Words& words) {
  std::string text;
  for (const auto& setting : storage::editable_settings()) {
    const bool in_russian = words.language() == Language::ru;
    std::string others{in_russian ? setting.row->russian : std::string_view{}};
    for (const std::string_view other : setting.row->others) {
      const bool is_english = !other.empty() && other.front() >= 'a' && other.front() <= 'z';
      if (!other.empty() && is_english != in_russian) {
        others.append(others.empty() ? "" : ", ").append(other);
      }
    }
    text += text.empty() ? "" : ",\n";
    text += bold(setting.name) + (others.empty() ? "" : " (" + roff_of(others) + ')');
  }
  return text + ".\n";
}

std::string commands_listing(const Words& words) {
  std::string text;
  for (const Command* command : all_commands()) {
    text += entry(bold("mentor-" + std::string{command->name}) + "(1)", roff_of(text_of(words, command->summary)));
  }
  return text;
}

/// The columns of each kind's list, by the names that the command line uses.
std::string columns_listing(const Words&) {
  const Program empty;
  const SortKey unsorted = [](std::string_view text) { return std::string{text}; };
  const ReportContext context{empty, {}, Date::earliest(), unsorted, {}};
  std::string text;
  for_each_kind([&]<class Record>(Record*) {
    text += ".br\n" + bold(folder_of<Record>) + ":";
    for (const Column& column : table_of<Record>(context).columns) {
      text += (text.ends_with(':') ? " " : ", ") + roff_of(column.key);
    }
    text += '\n';
  });
  return text + ".br\n";
}

std::string rules_listing(const Words& words) {
  std::string text;
  for (const RuleRow& rule : all_rules()) {
    text += rule_listing(rule, words);
  }
  return text;
}

/// The folder of each kind, as an entry with what its records are.
std::string folders_listing(const Words& words) {
  std::string folders;
  for_each_kind([&]<class Record>(Record*) {
    folders += ".TP\n" + bold(std::string{folder_of<Record>} + '/') + '\n' +
               roff_of(Kind<Record>::many.in(words.language())) + ".\n";
  });
  return folders;
}

/// The fields that had other names, by the schemas and the files that had them.
std::string old_names_listing(const Words& words) {
  std::string text;
  std::string_view folder = "none";
  for (const storage::KeyChange& change : storage::key_changes()) {
    const std::string file = change.folder.empty() ? "program.yaml" : std::string{change.folder} + '/';
    text += std::exchange(folder, change.folder) == change.folder ? ",\n" : "\n.TP\n" + bold(file) + '\n';
    text += bold(change.old_name) + ' ' + in(said::in_place_of, words) + ' ' + bold(change.name);
  }
  return text.substr(1) + '\n';
}

/// Which schema describes which files, as a setting of editors.
std::string schema_files_listing(const Words&) {
  std::string text;
  for (const std::string& name : schema_names()) {
    text += text.empty() ? "" : ",\n";
    text += roff_of("  \".schemas/" + name + ".schema.json\": \"" + files_of_schema(name) + '"');
  }
  return text + '\n';
}

struct ListingRow {
  std::string_view name;
  std::string (*make)(const Words&);
};

constexpr std::array listings = {
    ListingRow{"commands", commands_listing},
    ListingRow{"common-options", [](const Words& words) { return options_listing(common_options(), words, {}); }},
    ListingRow{"writing-options", [](const Words& words) { return options_listing(writing_options(), words, {}); }},
    ListingRow{"kinds", kinds_listing},
    ListingRow{"settings", [](const Words& words) { return settings_listing(storage::program_rows, words); }},
    ListingRow{"editable-settings", editable_settings_listing},
    ListingRow{"rules", rules_listing},
    ListingRow{"periods", [](const Words& words) { return roff_of(text_of(words, period_option.expected)) + ".\n"; }},
    ListingRow{"columns", columns_listing},
    ListingRow{"folders", folders_listing},
    ListingRow{"old-names", old_names_listing},
    ListingRow{"schema-files", schema_files_listing},
};

}  // namespace

std::string text_of(const Words& words, std::string_view key) {
  const auto text = language::catalog(words.language()).find(key);
  if (!text || text->empty()) {
    throw std::logic_error{"the catalogs have no text of " + std::string{key}};
  }
  return std::string{*text};
}

std::string help_of(const Words& words, const Option& option) {
  if (option.told != nullptr) {
    return std::string{option.told().in(words.language())};
  }
  text_of(words, option.help);
  if (!option.expected.empty()) {
    text_of(words, option.expected);
    return words.say({option.help, {Phrase{option.expected}}});
  }
  return words.say({option.help, {option.choices == nullptr ? Labels{} : labels_of(option.choices())}});
}

std::string options_listing(std::span<const Option> options, const Words& words, const OptionProse& prose) {
  std::string text;
  for (const Option& option : options) {
    std::string help = roff_of(help_of(words, option)) + '.';
    if (option.is_required() && !option.is_positional()) {
      help += '\n' + in(said::required_option, words);
    }
    if (const auto more = prose.find(option.name); more != prose.end()) {
      help += '\n' + more->second;
    }
    text += entry(term_of(option, words), help);
  }
  return text;
}

std::string synopsis_of(const Command& command, const Words& words) {
  std::string text = bold("mentor " + std::string{command.name});
  const auto add = [&](const Option& option) {
    Option long_name = option;
    long_name.short_name = {};
    long_name.russian = {};
    const std::string term = term_of(long_name, words);
    text += option.is_required() ? ' ' + term : " [" + term + ']';
  };
  for (const bool is_positional : {true, false}) {
    for (const bool is_required : {true, false}) {
      for (const Option& option : command.options) {
        if (option.is_positional() == is_positional && option.is_required() == is_required) {
          add(option);
        }
      }
    }
  }
  return text + '\n';
}

std::string rule_listing(const RuleRow& rule, const Words& words) {
  const std::string severity = in(said::severities.at(static_cast<std::size_t>(rule.severity)), words);
  std::string text = entry(bold(rule.name), slanted(severity) + ". " + roff_of(in(rule.condition, words)));
  text += ".IP\n" + in(said::remedy, words) + ' ' + roff_of(in(rule.remedy, words)) + ' ' +
          in(said::grounds.at(static_cast<std::size_t>(rule.ground)), words) + '\n';
  if (rule.acceptable) {
    text += roff_of(in(said::acceptable, words)) + '\n';
  }
  const auto& catalog = language::catalog(words.language());
  std::vector<std::string> prefixes = {std::string{rule.name} + '.'};
  if (rule.rule == Rule::yaml_syntax) {
    prefixes.emplace_back("yaml.");  // texts that follow “this is not YAML”,
  } else if (rule.rule == Rule::field_value) {
    prefixes.emplace_back("expected.");  // and texts that follow “it should be”
  }
  for (const std::string_view key : catalog.keys()) {
    if (std::any_of(prefixes.begin(), prefixes.end(), [&](const auto& prefix) { return key.starts_with(prefix); })) {
      std::string sentence{catalog.find(key).value_or("")};
      std::erase(sentence, '\n');  // before and after a command
      for (auto place = sentence.find('{'); place != std::string::npos; place = sentence.find('{', place + 1)) {
        sentence.replace(place, sentence.find('}', place) + 1 - place, "…");
      }
      text += ".IP\n" + roff_of("– " + sentence) + '\n';
    }
  }
  return text;
}

void require_texts() {
  for (const Language language : {Language::ru, Language::en}) {
    const Words words{language};
    for (const ReportRow* report : all_reports()) {
      in(report->title, words);
    }
    for_each_kind([&]<class Record>(Record*) {
      in(Kind<Record>::title, words);
      in(Kind<Record>::many, words);
      for (const auto& field : fields<Record>()) {
        in(field.heading, words);
        for (const WordRow& word : field.choices) {
          in(word.label, words);
        }
      }
    });
  }
}

std::string listing(std::string_view name, const Words& words) {
  const auto* const found =
      std::find_if(listings.begin(), listings.end(), [&](const ListingRow& row) { return row.name == name; });
  if (found == listings.end()) {
    throw std::logic_error{"a page asks for a listing that there is not: " + std::string{name}};
  }
  return found->make(words);
}

}  // namespace mentor::cli
