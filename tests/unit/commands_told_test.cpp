// Commands that messages and reports tell to type: the tables of the program know each command, option and field in
// them, by the names of the message's language.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <utility>

#include "cli/command_line.hpp"
#include "cli/field_names.hpp"
#include "cli/program_edit.hpp"
#include "core/people_called.hpp"
#include "core/to_type.hpp"
#include "language/catalog.hpp"
#include "language/words.hpp"
#include "mentor/edition.hpp"
#include "mentor/reports.hpp"
#include "mentor/rules.hpp"
#include "sample.hpp"
#include "storage/disk/working_tree.hpp"
#include "storage/yaml/loader.hpp"

using namespace mentor;
using namespace mentor::cli;

namespace {

/// Where the command or its option stands in a sentence, nothing of the sentence belongs to a word of it.
std::string plain_word(std::string word) {
  while (!word.empty() && std::string_view{",.;:)`'\""}.find(word.back()) != std::string_view::npos) {
    word.pop_back();
  }
  for (const std::string_view quote : {"»", "”", "“", "…"}) {
    while (word.ends_with(quote)) {
      word.erase(word.size() - quote.size());
    }
  }
  for (const std::string_view open : {"(", "«", "`", "“", "\""}) {
    while (word.starts_with(open)) {
      word.erase(0, open.size());
    }
  }
  return word;
}

const Command* command_called(std::string_view word, Language language) {
  const auto commands = all_commands();
  const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command* one) {
    return (language == Language::ru ? one->russian : one->name) == word;
  });
  return found == commands.end() ? nullptr : *found;
}

bool is_option(const Command* command, std::string_view word, Language language) {
  bool found = word == "--" || word == "--ПРАВИЛО";
  const auto look_in = [&](const Command* one) {
    for_each_option(one, [&](const Option& option) {
      found = found || word == (language == Language::ru ? option.russian : option.name);
    });
  };
  if (command != nullptr) {
    look_in(command);
    return found;
  }
  for (const Command* one : all_commands()) {
    look_in(one);
  }
  return found;
}

bool is_field(std::string_view name, Language language) {
  bool found = is_setting(name, language);
  for_each_kind([&]<class Record>(Record*) {
    for (const auto& field : fields<Record>()) {
      found = found || (language == Language::ru ? russian_name(field) == name : field.name == name);
    }
  });
  return found;
}

/// Whether the word is written as names are: in small letters, Latin or Cyrillic, with hyphens.
bool looks_like_name(std::string_view word) {
  const bool is_cyrillic = word.starts_with('\xD0') || word.starts_with('\xD1');
  return !word.empty() && (is_cyrillic || (word[0] >= 'a' && word[0] <= 'z')) &&
         word.find_first_of("{}0123456789/ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

/// What in the text is told to be typed and is unknown to the tables. The words of another program's command, such as
/// `git push --force`, are not ours.
std::vector<std::string> unknown_in(const std::string& text, Language language) {
  std::vector<std::string> unknown;
  std::istringstream words{text};
  std::string before;
  std::string earlier;  // than `before`
  const Command* command = nullptr;
  bool is_of_git = false;
  for (std::string raw; words >> raw;) {
    const std::string word = plain_word(raw);
    is_of_git = is_of_git || word == "git";
    if (plain_word(before) == "mentor" && !before.ends_with(',') && looks_like_name(word)) {
      command = command_called(word, language);
      // In a sentence, `mentor` may also be the program, or a person.
      const bool is_told = before.ends_with("mentor") && (earlier.ends_with(':') || before != "mentor");
      const bool is_english = language == Language::ru && word[0] >= 'a' && word[0] <= 'z';
      if (command == nullptr && (is_told || is_english)) {
        unknown.push_back("mentor " + word);
      }
    }
    if (word.starts_with("--") && word.size() > 3 && !is_of_git &&
        !is_option(command, word.substr(0, word.find('=')), language)) {
      unknown.push_back(word);
    }
    if (const auto equals = word.find('='); command != nullptr && equals != std::string::npos && word[0] != '-') {
      const std::string name = word.substr(0, std::min(word.find_first_of("+.="), equals));
      if (looks_like_name(name) && !is_field(name, language)) {
        unknown.push_back(word);
      }
    }
    if (raw.ends_with(';') || raw.ends_with(')') || raw.ends_with("».") || raw.ends_with('.') || raw.ends_with(',')) {
      command = nullptr;
    }
    earlier = std::exchange(before, raw);
  }
  return unknown;
}

std::string shown(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += word + "; ";
  }
  return text;
}

Participant named(std::string_view id, std::string name) {
  Participant person = sample::mentee(id);
  person.name = Dated<std::string>{std::move(name)};
  return person;
}

/// The people of whom `to_type` gives a name that means somebody else too, or nobody.
std::string named_wrongly(const Program& program, const NamesToType& to_type) {
  std::string wrong;
  for (const auto& stored : program.all<Participant>()) {
    std::string word = to_type.person(stored.record.id).typed.in(Language::ru);
    if (word.starts_with('\'')) {
      word = word.substr(1, word.size() - 2);
      for (auto at = word.find("'\\''"); at != std::string::npos; at = word.find("'\\''", at + 1)) {
        word.replace(at, 4, "'");
      }
    }
    const auto called = people_called({program, sample::today, sample::fold()}, word);
    if (called.size() != 1 || called.front() != &stored) {
      wrong += word + "; ";
    }
  }
  return wrong;
}

/// Help shows both languages side by side, but for what it says of a command.
bool has_both_languages(std::string_view key) { return key.starts_with("help.") && !key.ends_with(".description"); }

}  // namespace

TEST_CASE("a command that the tables do not know is found in a sentence") {
  CHECK(shown(unknown_in("исправить: mentor edit {1} until=ДАТА", Language::ru)) == "mentor edit; ");
  CHECK(shown(unknown_in("исправить: mentor изменить {1} until= --reason X", Language::ru)) == "until=; --reason; ");
  CHECK(shown(unknown_in("to mend it: mentor edit {1} since=DATE --por X", Language::en)) == "since=DATE; --por; ");
  CHECK(unknown_in("исправить (mentor изменить {1} по=ДАТА) или git push --force", Language::ru).empty());
}

TEST_CASE(
    "each command, option and field that a message tells to type is known by its name in the message's language") {
  for (const Language language : {Language::ru, Language::en}) {
    const language::Catalog& catalog = language::catalog(language);
    for (const std::string_view key : catalog.keys()) {
      CAPTURE(key);
      if (!has_both_languages(key)) {
        CHECK(shown(unknown_in(std::string{*catalog.find(key)}, language)) == "");
      }
    }
  }
}

TEST_CASE("each command that a rule's remedy tells to type is known by its name in the language") {
  for (const RuleRow& rule : all_rules()) {
    CAPTURE(rule.name);
    for (const Language language : {Language::ru, Language::en}) {
      CHECK(shown(unknown_in(std::string{rule.remedy.in(language)}, language)) == "");
    }
  }
}

TEST_CASE("each command in the reports of the examples is known by its name in the language of the report") {
  std::size_t commands = 0;
  for (const std::string example : {"gymnasium"}) {
    const auto folder = std::filesystem::path{MENTOR_EXAMPLES} / example;
    const auto loaded = storage::load(storage::WorkingTree{folder}, storage::Scope::everything());
    const SortKey sort_key = language::russian_order();
    for (const ReportRow* row : all_reports()) {
      const Report report = make_report(*row, {loaded.program, {}, sample::day("2026-11-27"), sort_key, {}});
      for (const Section* section : blocks_of<Section>(report)) {
        section->rows.for_each([&](const Row& cells) {
          for (const Cell& cell : cells) {
            const auto* told = std::get_if<Labelled>(&cell);
            for (const Language language : {Language::ru, Language::en}) {
              if (told != nullptr && told->label.in(language).starts_with("mentor ")) {
                ++commands;
                CHECK(shown(unknown_in(told->label.in(language), language)) == "");
              }
            }
          }
        });
      }
    }
  }
  CHECK(commands > 20);
}

TEST_CASE("a command names people by the shortest name that means nobody else, and by the id where there is none") {
  Program program = sample::empty_program();
  for (const auto& [id, name] : {std::pair{"anna", "Семёнова Анна Игоревна"},
                                 std::pair{"ivan", "Громов Иван Сергеевич"}, std::pair{"petr", "Громов Пётр Ильич"},
                                 std::pair{"one", "Зуев Олег Львович"}, std::pair{"two", "Зуев Олег Петрович"}}) {
    sample::store(program, named(id, name));
  }
  sample::store(program, sample::pair("first", "ivan", "anna"));
  sample::store(program, sample::pair("second", "one", "anna"));
  const NamesToType to_type{program, sample::today, sample::fold()};
  const auto typed = [&](std::string_view id) {
    return to_type.person(*Id<Participant>::parse(id)).typed.in(Language::ru);
  };
  CHECK(typed("anna") == "Семёнова");
  CHECK(typed("ivan") == "'Громов Иван'");
  CHECK(typed("one") == "one");
  CHECK(typed("two") == "two");
  CHECK(to_type.pair(*program.find(*Id<Pair>::parse("first"))).typed.in(Language::ru) == "'Громов Иван/Семёнова'");
  CHECK(to_type.pair(*program.find(*Id<Pair>::parse("second"))).typed.in(Language::ru) == "second");
  CHECK(to_type.person(*Id<Participant>::parse("anna")).id == "anna");  // what machines get
  const auto types = model_of_edition(newest_edition).documents;
  CHECK(to_type.word(types, types.front()).typed.in(Language::ru) == "'согласие на обработку'");
  CHECK(to_type.word(types, types.front()).typed.in(Language::en) == types.front().id.to_string());
}

TEST_CASE("each name in a command means the person alone, however people are called") {
  Program program = sample::empty_program();
  int number = 0;
  for (const std::string_view name : {"Громов Иван Сергеевич",
                                      "Громов Пётр Ильич",
                                      "Иван Громов",
                                      "Петров-Сидоров Олег Ильич",
                                      "Петров Олег Львович",
                                      "Сидоров Олег Львович",
                                      "О'Нил Шон",
                                      "ОНил Шон Патрикович",
                                      "О’Коннор Анна",
                                      "Семёнов Артём Юрьевич",
                                      "Семенов Артем Львович",
                                      "René Durand",
                                      "RENÉ Dupont",
                                      "durand",
                                      "Smith John",
                                      "John Smith Jr",
                                      "Ли О",
                                      "О Ли",
                                      "Ли Анна Сергеевна",
                                      "Ким А. С.",
                                      "Ким Анна Сергеевна",
                                      "Иванов Пётр Иванович",
                                      "Петров Иван Петрович",
                                      "Сергеев Сергей Сергеевич",
                                      "Последняя Анна Ильинична",
                                      "Зуев/Лаптев Олег",
                                      "Last John",
                                      "Ильин, Пётр",
                                      "Ивановский Иван Ильич",
                                      "Иванов-Петров Пётр",
                                      "Лев Лев Львович",
                                      "Громов",
                                      "Громова Ивановская Анна",
                                      "Мария-Анна Вебер",
                                      "Вебер Анна-Мария",
                                      "И. С. Громов"}) {
    Participant person = named("p" + std::to_string(++number), std::string{name});
    person.unit = Dated<std::string>{number % 2 == 0 ? "Ивановский корпус" : "9Б"};
    sample::store(program, person);
  }
  const NamesToType to_type{program, sample::today, sample::fold()};
  CHECK(named_wrongly(program, to_type) == "");
  const auto typed = [&](std::string_view id) {
    return to_type.person(*Id<Participant>::parse(id)).typed.in(Language::ru);
  };
  CHECK(typed("p1") == "p1");                 // «Иван Громов» is called so, too
  CHECK(typed("p4") == "Петров-Сидоров");     // whoever has only one half is not called so
  CHECK(typed("p8") == "p8");                 // ОНил Шон is the whole name of another
  CHECK(typed("p10") == "p10");               // ё and е are one
  CHECK(typed("p25") == "'Последняя Анна'");  // alone it means the record of the last change
  CHECK(typed("p26") == "p26");               // a slash stands between two members
}

TEST_CASE("each name in a command means the person alone in the examples") {
  for (const std::string example : {"gymnasium", "broken"}) {
    const auto loaded = storage::load(storage::WorkingTree{std::filesystem::path{MENTOR_EXAMPLES} / example});
    CHECK(loaded.program.all<Participant>().size() != 0);
    CHECK(named_wrongly(loaded.program, NamesToType{loaded.program, sample::today, sample::fold()}) == "");
  }
}

TEST_CASE("words of two lists of the model that have one id are told apart in commands") {
  Model model;
  model.documents = {{.id = sample::id<DocumentType>("course"), .label = {"справка о курсах", "certificate"}}};
  model.trainings = {{.id = sample::id<TrainingType>("course"), .label = {"повышение квалификации", "course"}}};
  const Program program = sample::empty_program();
  const NamesToType to_type{program, sample::today, sample::fold()};
  CHECK(to_type.word(model.documents, model.documents.front()).typed.in(Language::ru) == "справка");
  CHECK(to_type.word(model.trainings, model.trainings.front()).typed.in(Language::ru) == "повышение");
}
