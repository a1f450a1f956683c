// Whatever the tables name answers to a Russian name too (model §10.3).
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "cli/choices.hpp"
#include "cli/command_line.hpp"
#include "cli/field_names.hpp"
#include "mentor/model_tables.hpp"
#include "mentor/reports.hpp"
#include "render/render.hpp"

using namespace mentor;
using namespace mentor::cli;

namespace {

/// The names of one list. Each must be there, in small Russian letters, and once.
class Names {
 public:
  void add(std::string_view name, std::string_view russian) {
    CAPTURE(name);
    CHECK_FALSE(russian.empty());
    CHECK(is_called(russian, russian));
    CHECK(russian.find(' ') == std::string_view::npos);
    CHECK(names_.insert(std::string{russian}).second);
    CHECK_FALSE(names_.contains(std::string{name}));
  }

 private:
  std::set<std::string> names_;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

std::string table_names(const std::vector<std::string>& words) { return joined(with_table_names(words)); }

}  // namespace

TEST_CASE("every command, report, format and table of the model has a Russian name that no other has") {
  Names commands;
  for (const Command* command : all_commands()) {
    commands.add(command->name, command->russian);
  }
  Names reports;
  for (const ReportRow* row : all_reports()) {
    reports.add(row->name, row->russian);
  }
  Names formats;
  for (const render::Format& format : render::all_formats()) {
    formats.add(format.name, format.russian);
  }
  Names tables;
  for (const ModelTable& table : model_tables()) {
    tables.add(table.name, table.russian);
  }
}

TEST_CASE("every option has a Russian name that no other option of its command has") {
  for (const Command* command : all_commands()) {
    CAPTURE(command->name);
    Names options;
    const auto add = [&](std::span<const Option> all) {
      for (const Option& option : all) {
        if (!option.is_positional()) {
          options.add(option.name, option.russian);
        }
      }
    };
    add(common_options());
    add(command->options);
    add(command->writes ? writing_options() : std::span<const Option>{});
  }
}

TEST_CASE("an option has the same Russian name in every command") {
  std::map<std::string_view, std::set<std::string_view>> names;
  for (const Command* command : all_commands()) {
    for (const Option& option : command->options) {
      names[option.russian].insert(option.name);
    }
  }
  names.erase("");  // of positional arguments
  for (const auto& [russian, english] : names) {
    CAPTURE(russian);
    CHECK(english.size() == 1);
  }
}

TEST_CASE(
    "every field has a Russian name that no other field of its kind has, and which means the same in every kind") {
  std::map<std::string, std::string_view> meant;
  for_each_kind([&]<class Record>(Record*) {
    Names names;
    for (const auto& field : fields<Record>()) {
      const std::string russian = russian_name(field);
      names.add(field.name, russian);
      CHECK(meant.emplace(russian, field.name).first->second == field.name);
      CHECK(field_name(russian) == field.name);
    }
  });
}

TEST_CASE("the first word of a heading is a field's name too, where it heads one field alone") {
  CHECK(field_name("начало") == "from");
  CHECK(field_name("Окончание") == "until");
  CHECK(field_name("роли") == "roles");
  CHECK(field_name("итог") == "reason");
  CHECK(field_name("нечто") == "нечто");
}

TEST_CASE("a kind is named in three cases of Russian, and by its plural") {
  std::set<std::string_view> names;
  for (const Choice& choice : kind_words<KindWord::folder>()) {
    CAPTURE(choice.name);
    CHECK(choice.called.size() == 4);
    for (const std::string_view called : choice.called) {
      CHECK(names.insert(called).second);
    }
  }
}

TEST_CASE("a list of a kind is told by one word that people may type") {
  const auto kinds = kind_words<KindWord::folder>();
  for (const Choice& choice : kinds) {
    CAPTURE(choice.name);
    const std::string name = typed_name_of_list(choice.name).in(Language::ru);
    CHECK(name.find(' ') == std::string::npos);
    CHECK(std::any_of(choice.called.begin(), choice.called.end(),
                      [&](std::string_view called) { return is_called(name, called); }));
  }
}

TEST_CASE("letter case and ё do not count in a Russian name") {
  CHECK(is_called("Отчет", "отчёт"));
  CHECK(is_called("ЗАНЯТИЕ", "занятие"));
  CHECK_FALSE(is_called("занят", "занятие"));
  CHECK_FALSE(is_called("", ""));
}

TEST_CASE("the command and its options get the names of the tables, and nothing else does") {
  CHECK(table_names({"занятие", "Зуев", "--вид", "проект", "--часы=1"}) == "log-activity Зуев --type проект --hours=1");
  CHECK(table_names({"--папка", "пара", "пара", "--наставник", "пара"}) == "--directory пара pair --mentor пара");
  CHECK(table_names({"занятие", "Зуев", "--", "--вид", "занятие"}) == "log-activity Зуев -- --вид занятие");
  CHECK(table_names({"показать", "Пара"}) == "show Пара");
  CHECK(table_names({"show", "--часы"}) == "show --часы");  // show has no such option
  CHECK(table_names({"нечто", "--язык", "ru"}) == "нечто --lang ru");
}
