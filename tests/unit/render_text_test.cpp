// A report as text for a terminal (src/render/text.cpp).
#include <doctest/doctest.h>

#include "language/unicode.hpp"
#include "render_sample.hpp"

using namespace sample;

namespace {

std::string text(const Report& report, const Style& style = {}, const language::Words& words = english) {
  return rendered(render::text, report, words, style);
}

std::vector<std::string> lines(const std::string& all) {
  std::vector<std::string> result;
  std::istringstream stream{all};
  for (std::string line; std::getline(stream, line);) {
    result.push_back(line);
  }
  return result;
}

}  // namespace

TEST_CASE("minutes stand in a table as people write them") {
  const Report report =
      list_of({column("hours", Align::right)}, {{Duration::parse("0:20").value()}, {Duration::parse("1.5").value()}});
  CHECK(text(report, {}, russian) == "Столбец\n───────\n   0:20\n    1,5\n");
}

TEST_CASE("a report as text has a title, facts, tables and notes") {
  CHECK(text(full_report(), {}, russian) ==
        "Пример\n"
        "Период: 1 сентября 2026 г. – 31 августа 2027 г.\n"
        "Организация: Гимназия\n"
        "Отчёт на: 23 ноября 2026 г.\n"
        "\n"
        "Люди\n"
        "Столбец\n"
        "───────\n"
        "Анна\n"
        "\n"
        "Работа\n"
        "Столбец  Столбец\n"
        "───────  ───────\n"
        "проект       1,5\n"
        "───────  ───────\n"
        "Всего        1,5\n"
        "\n"
        "Как посчитано:\n"
        "  • Примечание.\n");
}

TEST_CASE("a table without rows says so") { CHECK(text(list_of({column("id")}, {})) == "Nothing.\n"); }

TEST_CASE("columns are aligned by display width") {
  CHECK(text(list_of({column("a"), column("b")}, {{std::string{"中文"}, std::string{"x"}},
                                                  {std::string{"e\u0301"}, std::string{"y"}},
                                                  {std::string{"Семёнова"}, std::string{"z"}}})) ==
        "Column    Column\n"
        "────────  ──────\n"
        "中文      x\n"
        "e\u0301         y\n"
        "Семёнова  z\n");
}

TEST_CASE("numbers stand at the right") {
  CHECK(text(list_of({column("a", Align::right)}, {{std::int64_t{7}}, {std::int64_t{1234567}}})) ==
        " Column\n───────\n      7\n1234567\n");
}

TEST_CASE("a figure that cannot be computed is said and is no zero") {
  CHECK(text(list_of({column("a")}, {{Unknown{}}}), {}, russian) == "Столбец\n───────\nн/д\n");
}

TEST_CASE("a repeated value of a grouping column is shown once") {
  Report report = list_of({column("a"), column("b")}, {{project(), std::int64_t{1}}, {project(), std::int64_t{1}}});
  report.sections.front().columns.front().groups = true;
  CHECK(text(report) == "Column        Column\n────────────  ──────\nproject work  1\n              1\n");
}

TEST_CASE("columns for machines are not shown") {
  Report report = list_of({column("a"), column("b")}, {{std::string{"hidden"}, std::string{"shown"}}});
  report.sections.front().columns.front().for_machines = true;
  CHECK(text(report).find("hidden") == std::string::npos);
}

TEST_CASE("a table is wrapped to the terminal, at blanks, and loses no word") {
  const std::string note = "Разбор темы проекта и подготовка к мероприятиям школьного сообщества";
  const std::string all =
      text(list_of({column("a"), column("b")}, {{std::string{"Семёнова Анна Игоревна"}, note}}), {.width = 40});
  for (const auto& line : lines(all)) {
    CAPTURE(line);
    CHECK(language::display_width(line) <= 40);
  }
  CHECK(lines(all).size() > 3);
  std::istringstream words{note};
  for (std::string word; words >> word;) {
    CHECK(all.find(word) != std::string::npos);
  }
}

TEST_CASE("without a terminal nothing is wrapped") {
  const std::string note(300, 'x');
  CHECK(text(list_of({column("a")}, {{note + " y"}})).find(note + " y\n") != std::string::npos);
}

TEST_CASE("no line ends with blanks") {
  const std::string all = text(full_report()) +
                          text(list_of({column("a"), column("b")}, {{std::string{"x"}, Cell{}}})) +
                          text(list_of({column("a")}, {{std::string{"a b c d e f g h  i   "}}}), {.width = 12});
  for (const auto& line : lines(all)) {
    CAPTURE(line);
    CHECK_FALSE(line.ends_with(' '));
  }
}

TEST_CASE("headings are bold in color and only there") {
  CHECK(text(full_report()).find('\x1B') == std::string::npos);
  CHECK(text(full_report(), {.color = true}).starts_with("\x1B[1mSample\x1B[0m\n"));
}

TEST_CASE("no text of a record reaches the terminal as an escape sequence") {
  Report report = list_of({column("a")}, {{std::string{"\x1B[31m\n"}}});
  report.title = {"Т", "T"};
  report.subject = "\x1B]0;x\a";
  report.facts = {{"x", FixedLabel{"X", "X"}, std::string{"\u202E"}}};
  const std::string all = text(report);
  CHECK(all.find('\x1B') == std::string::npos);
  CHECK(all.find("\u202E") == std::string::npos);
  CHECK(all.find("\\x1b[31m\\n") != std::string::npos);
}
