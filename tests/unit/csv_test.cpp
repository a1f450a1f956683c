#include <doctest/doctest.h>

#include <algorithm>

#include "csv_reader.hpp"
#include "render_sample.hpp"

using namespace sample;

namespace {

std::string csv(const Report& report, const Style& style = {}, const language::Words& words = english) {
  return rendered(render::csv, report, words, style);
}
/// The line of a list of one text.
std::string field(std::string text, const Style& style = {}) {
  const std::string lines = csv(list_of({column("note")}, {{std::move(text)}}), style);
  return lines.substr(lines.find("\r\n") + 2);
}

}  // namespace

TEST_CASE("lines end with CRLF and begin with the keys") {
  CHECK(csv(list_of({column("id"), column("note")}, {{std::string{"a"}, std::string{"б"}}})) == "id,note\r\na,б\r\n");
  CHECK(csv(list_of({column("id")}, {})) == "id\r\n");
}

TEST_CASE("a field with a quote, a line break or what others separate by stands in quotes, its quotes doubled") {
  for (const Style& style : {Style{}, Style{.excel = true}}) {
    CHECK(field("a,b", style) == "\"a,b\"\r\n");
    CHECK(field("a;b", style) == "\"a;b\"\r\n");
    CHECK(field("a\tb", style) == "\"a\tb\"\r\n");
  }
  CHECK(field("a \"b\"") == "\"a \"\"b\"\"\"\r\n");
  CHECK(field("a\nb") == "\"a\nb\"\r\n");
  CHECK(field("a:b c'd") == "a:b c'd\r\n");
}

TEST_CASE("an empty field is nothing between two separators, but quotes where it is the whole line") {
  CHECK(csv(list_of({column("a"), column("b")}, {{std::string{}, std::string{}}})) == "a,b\r\n,\r\n");
  CHECK(field("") == "\"\"\r\n");
  CHECK(field("", {.excel = true}) == "\"\"\r\n");
}

TEST_CASE("what a spreadsheet would run is text") {
  for (const std::string text : {"=1+1", "+7", "-1", "@SUM", "\uFF1D1+1", "\uFF0B7", "\uFF0D1", "\uFF20SUM"}) {
    CAPTURE(text);
    CHECK(field(text) == "'" + text + "\r\n");
  }
  CHECK(field("a=1") == "a=1\r\n");
  CHECK(field("\uFF21") == "\uFF21\r\n");
  CHECK(field("=a,b") == "\"'=a,b\"\r\n");
}

TEST_CASE("what would be run where another program splits the field is text") {
  CHECK(field("a;=1") == "\"a;'=1\"\r\n");
  CHECK(field("a,-1", {.excel = true}) == "\"a,'-1\"\r\n");
  CHECK(field("a\t@b") == "\"a\t'@b\"\r\n");
  CHECK(field("\t=1") == "\"'\t'=1\"\r\n");
  CHECK(field("a\n+1") == "\"a\n'+1\"\r\n");
  CHECK(field("a;\uFF1D1") == "\"a;'\uFF1D1\"\r\n");
  CHECK(field("a; =1") == "\"a; =1\"\r\n");  // behind a blank it is text
}

TEST_CASE("no separator makes a formula of a text") {
  const std::vector<std::string> texts = {"a;=1",  "a,=1",       "a\t=1",   "a\n=1",     ";\"=1",
                                          "\t=1",  "a;\"\"=1;b", ";\t=1",   "a\n\"\t=1", ";\n=1",
                                          "-1;-1", "a;",         ",\"@b\"", "\n+1",      "\uFF1D1;\uFF0B1"};
  for (const std::string& first : texts) {
    for (const std::string& second : texts) {
      const Report report = list_of({column("a"), column("b"), column("c")},
                                    {{std::string{"x"}, first, second}, {first, second, std::string{}}});
      for (const Style& style : {Style{}, Style{.excel = true}}) {
        for (const char separator : {',', ';', '\t'}) {
          for (const std::string& cell : sample::csv_cells(csv(report, style), separator)) {
            CAPTURE(first);
            CAPTURE(second);
            CHECK((cell.empty() || std::string{"=+-@\t"}.find(cell.front()) == std::string::npos));
            CHECK_FALSE(cell.starts_with("\xEF\xBC"));
          }
        }
      }
    }
  }
}

TEST_CASE("a field that is alone in its line is the same under any separator") {
  for (const std::string text : {"a;b", "a,b", "a\tb", "a \"b\"; c", "a\nb"}) {
    for (const Style& style : {Style{}, Style{.excel = true}}) {
      for (const char separator : {',', ';', '\t'}) {
        const auto cells = sample::csv_cells(csv(list_of({column("note")}, {{text}}), style), separator);
        CHECK(std::count(cells.begin(), cells.end(), text) == 1);
      }
    }
  }
}

TEST_CASE("a number below zero stays a number") {
  const Report report = list_of({column("a"), column("b")}, {{std::int64_t{-7}, std::int64_t{-1}}});
  CHECK(csv(report) == "a,b\r\n-7,-1\r\n");
}

TEST_CASE("a name that begins like a formula is text, in the names column too") {
  Column mentor = column("mentor");
  mentor.kind = ColumnKind::reference;
  CHECK(csv(list_of({mentor}, {{Reference{"x", "=HYPERLINK(1)"}}})) == "mentor,mentor-name\r\nx,'=HYPERLINK(1)\r\n");
}

TEST_CASE("control characters become visible, tabs and line breaks stay") {
  CHECK(field("a\x1B[31m\tb") == "\"a\\x1b[31m\tb\"\r\n");
  CHECK(field("a\rb") == "a\\rb\r\n");
  CHECK(field("\u202E") == "\\u202e\r\n");
}

TEST_CASE("cells are ids, ISO dates and decimal points, whatever the language") {
  const Report report = list_of({column("a"), column("b"), column("c"), column("d"), column("e"), column("f")},
                                {{project(), today, Month{2026, 11}, Duration::parse("1.5").value(), std::int64_t{7},
                                  std::vector{Labelled{"x", {}}, Labelled{"y", {}}}}});
  CHECK(csv(report, {}, russian) == "a,b,c,d,e,f\r\nproject,2026-11-23,2026-11,1.5,7,x y\r\n");
}

TEST_CASE("an unknown figure and an empty field are empty, and a zero is a zero") {
  CHECK(csv(list_of({column("a"), column("b"), column("c")}, {{Unknown{}, std::monostate{}, std::int64_t{0}}})) ==
        "a,b,c\r\n,,0\r\n");
}

TEST_CASE("references are an id and the name behind it in a column of its own") {
  Column mentor = column("mentor");
  mentor.kind = ColumnKind::reference;
  Column pairs = column("pairs");
  pairs.kind = ColumnKind::reference;
  const std::vector<Reference> two{{"p1", "А / Б"}, {"p2", "В / Г"}};
  CHECK(csv(list_of({mentor, pairs}, {{anna(), two}})) ==
        "mentor,mentor-name,pairs,pairs-name\r\nanna,Семёнова Анна,p1 p2,\"А / Б; В / Г\"\r\n");
}

TEST_CASE("several sections are one table that names them and has the columns of all") {
  CHECK(csv(full_report()) ==
        "section,id,name,type,hours\r\n"
        "people,a1,Анна,,\r\n"
        "work,,,project,1.5\r\n");
}

TEST_CASE("a column that sections share stands once") {
  Report report = list_of({column("id"), column("a")}, {{std::string{"1"}, std::string{"x"}}});
  Section other = first_section(report);
  other.key = "others";
  other.columns[1] = column("b");
  report.chapters.front().blocks.emplace_back(other);
  CHECK(csv(report) == "section,id,a,b\r\nthings,1,x,\r\nothers,1,,x\r\n");
}

TEST_CASE("for Excel there are a byte-order mark, semicolons, headings and the language's decimal sign") {
  const Style excel{.excel = true};
  const Report report = list_of({column("a"), column("hours")}, {{std::string{"a"}, Duration::parse("1.5").value()}});
  CHECK(csv(report, excel, russian) == "\xEF\xBB\xBFСтолбец;Столбец\r\na;1,5\r\n");
  CHECK(csv(report, excel, english) ==
        "\xEF\xBB\xBF"
        "Column;Column\r\na;1.5\r\n");
}

TEST_CASE("for Excel there are names, labels and days as people read them, and ids only if they are wanted") {
  Column machine = column("secret");
  machine.audience = Audience::machines;
  const Report report = list_of(
      {column("id", ColumnKind::code), column("mentor", ColumnKind::reference), column("type"),
       column("on", ColumnKind::date), machine},
      {{std::string{"a1"}, Reference{"m1", "Громов Пётр"}, project(), *Date::parse("2026-10-05"), std::string{"x"}}});
  CHECK(csv(report, {.excel = true}, russian) ==
        "\xEF\xBB\xBFСтолбец;Столбец;Столбец\r\nГромов Пётр;проект;05.10.2026\r\n");
  CHECK(csv(report, {.with_ids = true, .excel = true}, russian) ==
        "\xEF\xBB\xBFСтолбец;Столбец;Столбец (код);Столбец;Столбец\r\n"
        "a1;Громов Пётр;m1;проект;05.10.2026\r\n");
}

TEST_CASE("minutes are a decimal to four places in CSV, and never what Excel takes for a time of the day") {
  const Report report = list_of({column("id"), column("hours")}, {{std::string{"a"}, Duration::parse("0:20").value()}});
  CHECK(csv(report, {}, russian) == "id,hours\r\na,0.3333\r\n");
  CHECK(csv(report, {.excel = true}, russian) == "\xEF\xBB\xBFСтолбец;Столбец\r\na;0,3333\r\n");
  CHECK(csv(report, {.excel = true}, english) ==
        "\xEF\xBB\xBF"
        "Column;Column\r\na;0.3333\r\n");
}

TEST_CASE("shares and means are decimals in CSV, an unknown figure is empty, and gaps are rows of their own") {
  CHECK(csv(chaptered_report()) ==
        "section,name,share,mean,site,id,gap,gap-records\r\n"
        "figures,a,0.3333,4.3333,https://example.org/x,,,\r\n"
        "figures,b,,,javascript:x,,,\r\n"
        "other,,,,,x,,\r\n"
        "gaps,,,,,,5%,anna ivan\r\n");
  CHECK(csv(list_of({column("a"), column("b")}, {{Share{1, 3}, Mean{1300, 3}}}), {.excel = true}, russian) ==
        "\xEF\xBB\xBF"
        "Столбец;Столбец\r\n0,3333;4,3333\r\n");
}

TEST_CASE("machines are shown no column that is for people alone") {
  Column hidden = column("b");
  hidden.audience = Audience::people;
  const Report report = list_of({column("a"), hidden}, {{std::string{"x"}, std::string{"y"}}});
  CHECK(csv(report) == "a\r\nx\r\n");
  CHECK(rendered(render::json, report).find("\"b\"") == std::string::npos);
  CHECK(rendered(render::text, report) == "Column  Column\n──────  ──────\nx       y\n");
}

TEST_CASE("an address that begins like a formula is text") {
  CHECK(csv(list_of({column("a")}, {{Link{"=1+1"}}})) == "a\r\n'=1+1\r\n");
}

TEST_CASE("for Excel each table has its title, header, rows and totals, and an empty line parts two") {
  CHECK(csv(full_report(), {.excel = true}, russian) ==
        "\xEF\xBB\xBFЛюди\r\nПериод: 1 сентября 2026 г. – 31 августа 2027 г.\r\nСтолбец\r\nАнна\r\n\r\n"
        "Работа\r\nСтолбец;Столбец\r\nпроект;1,5\r\nВсего;1,5\r\n");
}

TEST_CASE("for Excel what is missing is a table of its own, and a table is called by its chapter too") {
  const std::string all = csv(chaptered_report(), {.excel = true}, english);
  CHECK(
      all.starts_with("\xEF\xBB\xBF"
                      "First: Figures\r\nColumn;Column;Column;Column\r\n"));
  CHECK(all.ends_with(
      "\r\n\r\n5%: Other\r\nColumn\r\nx\r\n\r\nGaps\r\nWhat is missing;Records\r\n5%;\"Семёнова Анна, Иванов\"\r\n"));
}

TEST_CASE("for Excel a report that is alone in its file has a title only if it has several tables, else always") {
  Report report = list_of({column("a")}, {{std::string{"x"}}});
  report.bare = false;
  report.title = FixedLabel{"Пары", "Pairs"};
  CHECK(csv(report, {.excel = true}, english) ==
        "\xEF\xBB\xBF"
        "Column\r\nx\r\n");
  CHECK(csv(report, {.excel = true, .is_titled = true}, english) == "\xEF\xBB\xBFPairs\r\nColumn\r\nx\r\n");
  CHECK(csv(report, {.excel = true, .is_titled = true, .follows = true}, english) == "\r\nPairs\r\nColumn\r\nx\r\n");
}
