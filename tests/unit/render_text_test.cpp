// A report as text for a terminal (src/render/text.cpp).
#include <doctest/doctest.h>

#include "language/unicode.hpp"
#include "render/cells.hpp"
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

TEST_CASE("hours of a column are all decimals, also those that two decimals do not say exactly") {
  const auto hours = [](const char* typed) { return Cell{Duration::parse(typed).value()}; };
  Report report =
      list_of({column("hours", ColumnKind::hours)}, {{hours("1:20")}, {hours("1.5")}, {Duration{}}, {hours("0:20")}});
  first_section(report).total = {hours("12:35")};
  CHECK(text(report, {}, russian) == "Столбец\n───────\n   1,33\n    1,5\n      0\n   0,33\n───────\n  12,58\n");
}

TEST_CASE("hours that are more than nothing never read as nothing") {
  const Report report =
      list_of({column("hours", ColumnKind::hours)}, {{Duration::from_seconds(1).value()}, {Duration{}}});
  CHECK(text(report, {}, russian) == "Столбец\n───────\n   0,01\n      0\n");
}

TEST_CASE("only the names of people are shortened, never the titles of what stands in the same column") {
  Column who = column("who", ColumnKind::reference);
  who.privacy = Privacy::name_of_minor;
  const Report report = list_of(
      {column("id"), who, column("note")},
      {{std::string{"a"}, Reference{"p", "Громов Пётр Алексеевич / Семёнова Анна Игоревна", true},
        std::string{"Разбор темы проекта и подготовка"}},
       {std::string{"b"}, Reference{"s", "Поездка в Музей Победы с 7А"}, std::string{"x"}},
       {std::string{"c"}, std::vector<Reference>{{"s", "Изучить Р-145"}, {"i", "Ли Алина", true}}, std::string{"x"}}});
  const std::string shown = text(report, {.width = 66}, russian);
  CHECK(shown.find("Громов / Семёнова") != std::string::npos);
  CHECK(shown.find("Поездка в Музей Победы с 7А") != std::string::npos);
  CHECK(shown.find("Изучить Р-145, Ли А.") != std::string::npos);
}

TEST_CASE("a command below a paragraph is never broken") {
  Report report = list_of({column("a")}, {{std::string{"x"}}});
  const std::string command = "mentor добавить анкету \"оценка программы\" входное ответы=\"…\"";
  report.chapters.front().blocks = {Paragraph{FixedLabel{"Внести:", "To enter:"}, Label{command, command}}};
  CHECK(text(report, {.width = 30}, russian).ends_with("Внести:\n    " + command + '\n'));
  CHECK(rendered(render::markdown, report, russian).ends_with("Внести:\n\n    " + command + '\n'));
}

TEST_CASE("a list on one line has no column that is empty in every row, but has it where it is asked for") {
  const Report report =
      list_of({column("a"), column("b"), column("c")},
              {{std::string{"x"}, std::string{}, Cell{}}, {std::string{}, std::string{}, std::string{"y"}}});
  CHECK(text(report, {.one_line = true}) == "Column  Column\n──────  ──────\nx\n        y\n");
  CHECK(text(report, {.width = 80, .one_line = true}) == text(report, {.one_line = true}));
  CHECK(text(report).starts_with("Column  Column  Column\n"));
  CHECK(text(list_of({column("a"), column("b")}, {{Cell{}, Cell{}}}), {.one_line = true}) == "Column\n──────\n\n");
}

TEST_CASE("a terminal shows names short before it breaks them") {
  Column pair = column("pair");
  pair.privacy = Privacy::name_of_minor;
  const Report report =
      list_of({column("id"), pair, column("note")},
              {{std::string{"7k2m9qx4tz"}, std::string{"Громов Пётр Алексеевич / Семёнова Анна Игоревна"},
                std::string{"Разбор темы проекта и подготовка"}}});
  CHECK(text(report, {.width = 120}, russian).find("Громов Пётр Алексеевич / Семёнова Анна Игоревна") !=
        std::string::npos);
  CHECK(text(report, {.width = 70}, russian) ==
        "Столбец     Столбец            Столбец\n"
        "──────────  ─────────────────  ────────────────────────────────\n"
        "7k2m9qx4tz  Громов / Семёнова  Разбор темы проекта и подготовка\n");
  CHECK(text(report, {}, russian).find("Алексеевич") != std::string::npos);  // in a file names are whole
}

TEST_CASE("the row of totals says what it is though the column that says so is not shown") {
  Column total = column("group");
  total.groups = true;
  Report report = list_of({total, column("a"), column("b", ColumnKind::number)},
                          {{std::string{"Questionnaire"}, std::string{"comfortable"}, std::int64_t{5}}});
  first_section(report).total = {Labelled{"total", {"Всего", "Total"}}, Cell{}, std::int64_t{5}};
  CHECK(text(report, {.width = 25}) ==
        "Column       Column\n"
        "───────────  ──────\n"
        "Questionnaire\n"
        "comfortable       5\n"
        "───────────  ──────\n"
        "Total             5\n");
  first_section(report).total[1] = std::int64_t{1};
  CHECK(text(report, {.width = 25}).ends_with("───────────  ──────\nTotal:\n1                 5\n"));
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
  CHECK(text(list_of({column("a", ColumnKind::number)}, {{std::int64_t{7}}, {std::int64_t{1234567}}})) ==
        " Column\n───────\n      7\n1234567\n");
}

TEST_CASE("a figure that cannot be computed is said and is no zero") {
  CHECK(text(list_of({column("a")}, {{Unknown{}}}), {}, russian) == "Столбец\n───────\nн/д\n");
}

TEST_CASE("a repeated value of a grouping column is shown once") {
  Report report = list_of({column("a"), column("b")}, {{project(), std::int64_t{1}}, {project(), std::int64_t{1}}});
  first_section(report).columns.front().groups = true;
  CHECK(text(report) == "Column        Column\n────────────  ──────\nproject work  1\n              1\n");
}

TEST_CASE("what groups the rows stands above them where the terminal has no room for its column") {
  const auto row = [](std::string group, std::string question) {
    return Row{std::move(group), std::move(question), std::int64_t{5}};
  };
  Report report =
      list_of({column("a"), column("b"), column("c")},
              {row("Questionnaire", "comfortable"), row("Questionnaire", "useful"), row("Other", "useful")});
  first_section(report).columns.front().groups = true;
  CHECK(text(report, {.width = 25}) ==
        "Column       Column\n"
        "───────────  ──────\n"
        "Questionnaire\n"
        "comfortable  5\n"
        "useful       5\n"
        "\n"
        "Other\n"
        "useful       5\n");
  const std::string narrow = text(report, {.width = 12});
  CHECK(narrow.starts_with("Questionnaire\nColumn:\n  comfortable\nColumn: 5\n\nColumn:\n  useful\n"));
}

TEST_CASE("columns for machines are not shown") {
  Report report = list_of({column("a"), column("b")}, {{std::string{"hidden"}, std::string{"shown"}}});
  first_section(report).columns.front().audience = Audience::machines;
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

TEST_CASE("without a terminal a table has 100 columns, and longer lines only if a word is longer or it shall be wide") {
  std::string note;
  for (int number = 0; number < 40; ++number) {
    note += "слово ";
  }
  for (const auto& line : lines(text(list_of({column("a")}, {{note}})))) {
    CHECK(language::display_width(line) <= 100);
  }
  CHECK(text(list_of({column("a")}, {{note + "y"}}), {.is_wide = true}).find(note + "y\n") != std::string::npos);
  CHECK(text(list_of({column("a")}, {{note + "y"}}), {.width = 40, .is_wide = true}).find(note + "y\n") !=
        std::string::npos);
  const std::string word(300, 'x');
  CHECK(text(list_of({column("a")}, {{word + " y"}})).find(word + " y\n") != std::string::npos);
  const std::string wide(110, 'x');  // a page on its side has room for it, so the rest is wrapped to that
  for (const auto& line : lines(text(list_of({column("a"), column("b")}, {{wide, note}})))) {
    CHECK(language::display_width(line) <= 130);
  }
}

namespace {

/// A list of a person and their pair, with a long text.
Report list_of_names() {
  Column name = column("name");
  name.privacy = Privacy::name_of_minor;
  Column pairs = column("pairs", ColumnKind::reference);
  pairs.privacy = Privacy::name_of_minor;
  return list_of(
      {name, pairs, column("text"), column("on", ColumnKind::date)},
      {{std::string{"Соколова-Ясенева Ирина Львовна"},
        std::vector<Reference>{{"a", "Громов Пётр Алексеевич / Семёнова Анна Игоревна", true}, {"b", "Ли Алина", true}},
        std::string{"МО русского языка и литературы"}, *Date::parse("2026-10-05")}});
}

}  // namespace

TEST_CASE("a list for a screen has one line for each record, with short names, and shows what was cut") {
  CHECK(text(list_of_names(), {.width = 120, .one_line = true}, russian) ==
        "Столбец                 Столбец                               Столбец                         Столбец\n"
        "──────────────────────  ────────────────────────────────────  ──────────────────────────────  ──────────\n"
        "Соколова-Ясенева И. Л.  Громов П. А. / Семёнова А. И., Ли А.  МО русского языка и литературы  05.10.2026\n");
  for (const std::size_t width : {80U, 70U, 60U, 50U}) {
    const auto all = lines(text(list_of_names(), {.width = width, .one_line = true}, russian));
    CHECK(all.size() == 3);
    CHECK(language::display_width(all.back()) <= width);
    CHECK(all.back().find("…") != std::string::npos);
    CHECK(all.back().ends_with("05.10.2026"));
  }
}

TEST_CASE("a list loses nothing where there is no terminal or it is too narrow") {
  for (const Style& style : {Style{.one_line = true}, Style{.width = 20, .one_line = true}}) {
    const std::string all = text(list_of_names(), style, russian);
    CHECK(all.find("…") == std::string::npos);
    CHECK(all.find("литературы") != std::string::npos);
    CHECK((all.find("Ли А.") != std::string::npos || all.find("Ли\n  А.") != std::string::npos));
  }
}

TEST_CASE("a command stands below its row on a line of its own, and no terminal breaks it") {
  Column command = column("command");
  command.own_line = true;
  const std::string typed = "mentor добавить документ приказ Громов/Семёнова дата=…";
  const Report report =
      list_of({column("a"), command}, {{std::string{"first"}, typed}, {std::string{"second"}, std::string{}}});
  const std::string expected = "Column\n──────\nfirst\n    " + typed + "\nsecond\n";
  for (const Style& style : {Style{}, Style{.width = 80}, Style{.width = 30}, Style{.width = 80, .is_wide = true}}) {
    CHECK(text(report, style) == expected);
  }
  CHECK(text(report, {.width = 3}).find(typed + '\n') != std::string::npos);
}

TEST_CASE("a terminal that is too narrow for a table shows the columns that matter, and names the others") {
  Column name = column("name");
  name.privacy = Privacy::name_of_minor;
  Column form = column("form");
  form.heading = FixedLabel{"Форма", "Form"};
  form.spare = 1;
  Column from = column("from");
  from.heading = FixedLabel{"Начало", "Beginning"};
  from.spare = 2;
  const Report report = list_of({name, form, from, column("hours", ColumnKind::number)},
                                {{std::string{"Соколова-Ясенева Ирина Львовна"}, std::string{"самостоятельно"},
                                  std::string{"послезавтра"}, std::int64_t{7}}});
  CHECK(text(report, {.width = 80}, russian).find("Ещё") == std::string::npos);
  CHECK(text(report, {.width = 50}, russian) ==
        "Столбец                 Форма           Столбец\n"
        "──────────────────────  ──────────────  ───────\n"
        "Соколова-Ясенева И. Л.  самостоятельно        7\n"
        "Ещё столбцы: Начало. Показать всё: --широко.\n");
  const std::string narrow = text(report, {.width = 35}, russian);
  CHECK(narrow.find("Ещё столбцы: Форма; Начало.") != std::string::npos);
  const std::string narrowest = text(report, {.width = 12}, russian);
  CHECK(narrowest.find("  Соколова-Ясенева\n  Ирина") !=
        std::string::npos);  // then each row is a block, and all is there
  CHECK(narrowest.find("послезавтра") != std::string::npos);
  CHECK(narrowest.find("Ещё") == std::string::npos);
}

TEST_CASE("where a list must cut, it cuts the fewest cells") {
  std::vector<Row> rows;
  for (int number = 0; number < 9; ++number) {
    rows.push_back({std::string{"short"}, std::string{"of fifteen signs"}});
  }
  rows.push_back({std::string{"one that is much longer"}, std::string{"of fifteen signs"}});
  const auto all = lines(text(list_of({column("a"), column("b")}, rows), {.width = 30, .one_line = true}));
  CHECK(all[2] == "short         of fifteen signs");
  CHECK(all.back() == "one that is…  of fifteen signs");
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

TEST_CASE("however narrow a terminal is, lines are broken at blanks") {
  Report report = full_report();
  report.subject = "Громов Пётр Алексеевич / Семёнова Анна Игоревна";
  report.chapters.front().notes = {FixedLabel{"Примечание, которое не умещается в строке.", ""}};
  auto& section = first_section(report);
  section.rows = std::vector<Row>{{std::string{"a1"}, std::string{"Разбор темы проекта и подготовка к мероприятиям"}}};
  for (const std::size_t width : {39U, 32U, 30U, 24U, 18U, 16U}) {
    for (const auto& line : lines(text(report, {.width = width}, russian))) {
      CAPTURE(width);
      CAPTURE(line);
      CHECK(language::display_width(line) <= width);
    }
  }
}

TEST_CASE("headings are bold in color and only there") {
  CHECK(text(full_report()).find('\x1B') == std::string::npos);
  CHECK(text(full_report(), {.color = true}).starts_with("\x1B[1mSample\x1B[0m\n"));
}

TEST_CASE("no text of a record reaches the terminal as an escape sequence") {
  Report report = list_of({column("a")}, {{std::string{"\x1B[31m\n"}}});
  report.title = FixedLabel{"Т", "T"};
  report.subject = "\x1B]0;x\a";
  report.facts = {{"x", FixedLabel{"X", "X"}, std::string{"\u202E"}}};
  const std::string all = text(report);
  CHECK(all.find('\x1B') == std::string::npos);
  CHECK(all.find("\u202E") == std::string::npos);
  CHECK(all.find("\\x1b[31m\\n") != std::string::npos);
}

TEST_CASE("chapters have titles, facts, tables with footnotes, what their charts say, notes and gaps") {
  CHECK(text(chaptered_report()) ==
        "Chapters\n"
        "\n"
        "First\n"
        "Half: 50%\n"
        "None: n/a (from 2026-11-23)\n"
        "\n"
        "A paragraph.\n"
        "\n"
        "Figures\n"
        "Column  Column¹  Column  Column\n"
        "──────  ───────  ──────  ─────────────────────\n"
        "a         33.3%    4.33  https://example.org/x\n"
        "b          n/a²    n/a²  javascript:x\n"
        "  ¹ until 2026-11-23\n"
        "  ² from 2026-11-23\n"
        "\n"
        "until 2026-11-23\n"
        "\n"
        "How the figures are computed:\n"
        "  • from 2026-11-23\n"
        "\n"
        "5%\n"
        "\n"
        "Other\n"
        "Column\n"
        "──────\n"
        "x\n"
        "\n"
        "Missing data: 5% (Семёнова Анна, Иванов)\n");
}

TEST_CASE("a gap of a list is said below it") {
  Report report = list_of({column("id")}, {{std::string{"x"}}});
  report.chapters.front().blocks.emplace_back(Gap{say("cell.percent", std::int64_t{5}), {}});
  CHECK(text(report) == "Column\n──────\nx\n\nMissing data: 5%\n");
}

TEST_CASE("a share is never rounded to nothing nor to all, and figures have the sign of the language") {
  const auto shown = [](const Cell& cell, const language::Words& words) { return render::human(cell, words); };
  CHECK(shown(Share{0, 3000}, english) == "0%");
  CHECK(shown(Share{1, 3000}, english) == "0.1%");
  CHECK(shown(Share{2999, 3000}, english) == "99.9%");
  CHECK(shown(Share{3000, 3000}, english) == "100%");
  CHECK(shown(Share{1, 8}, english) == "12.5%");
  CHECK(shown(Share{2, 3}, russian) == "66,7\u00A0%");
  CHECK(shown(Mean{1000, 2}, russian) == "5");
  CHECK(shown(Mean{905, 2}, russian) == "4,53");
  CHECK(shown(Mean{5, 1}, english) == "0.05");
}

TEST_CASE("a reason that is told twice has one footnote, and one that the row tells has none") {
  const Unknown from{say("period.from", today)};
  const Unknown until{say("period.until", today)};
  CHECK(text(list_of({column("a"), column("b"), column("c")}, {{from, until, from}, {Unknown{}, until, from}})) ==
        "Column  Column  Column\n"
        "──────  ──────  ──────\n"
        "n/a¹    n/a²    n/a¹\n"
        "n/a     n/a²    n/a¹\n"
        "  ¹ from 2026-11-23\n"
        "  ² until 2026-11-23\n");
}

TEST_CASE("the tenth footnote has a mark of two digits") {
  std::vector<Row> rows;
  for (std::int64_t number = 1; number <= 10; ++number) {
    rows.push_back({Unknown{say("cell.percent", number)}});
  }
  CHECK(text(list_of({column("a")}, std::move(rows)))
            .ends_with("n/a¹⁰\n  ¹ 1%\n  ² 2%\n  ³ 3%\n  ⁴ 4%\n  ⁵ 5%\n"
                       "  ⁶ 6%\n  ⁷ 7%\n  ⁸ 8%\n  ⁹ 9%\n  ¹⁰ 10%\n"));
}

TEST_CASE("what a record puts into a footnote, a gap or a title steers no terminal") {
  const Message message = say("cell.percent", std::string{"\x1B[31m"});
  Report report = list_of({column("a")}, {{Unknown{message}}});
  report.bare = false;
  report.title = message;
  report.chapters.front().title = message;
  report.chapters.front().notes = {message};
  report.chapters.front().facts = {{"x", Label{"\x1B", "\x1B"}, Unknown{message}}};
  report.chapters.front().blocks.emplace_back(Gap{message, {{"x", "\x1B"}}});
  report.chapters.front().blocks.emplace_back(Paragraph{message});
  for (const auto& all : {text(report), rendered(render::markdown, report)}) {
    CHECK(all.find('\x1B') == std::string::npos);
    CHECK(all.find("x1b") != std::string::npos);
  }
}

TEST_CASE("a table whose rows are made is the same text as one whose rows are given") {
  const auto cell = [](std::size_t index) { return std::string(index % 7, 'x') + " y"; };
  std::vector<Row> given;
  for (std::size_t index = 0; index < 20; ++index) {
    given.push_back({cell(index), project()});
  }
  Report made = list_of({column("a"), column("b")}, {});
  first_section(made).rows = {20, [&](std::size_t index, Row& row) {
                                row.insert(row.end(), {cell(index), project()});
                              }};
  for (const Style& style : {Style{}, Style{.width = 14}, Style{.width = 5}}) {
    const Report report = list_of({column("a"), column("b")}, given);
    CHECK(text(made, style) == text(report, style));
  }
}
