#include <doctest/doctest.h>

#include "render_sample.hpp"

using namespace sample;

TEST_CASE("a report in Markdown has a title, facts, tables and notes") {
  CHECK(rendered(render::markdown, full_report(), russian) ==
        "# Пример\n"
        "\n"
        "- Период: 1 сентября 2026 г. – 31 августа 2027 г.\n"
        "- Организация: Гимназия\n"
        "- Отчёт на: 23 ноября 2026 г.\n"
        "\n"
        "## Люди\n"
        "\n"
        "| Столбец |\n"
        "| :-- |\n"
        "| Анна |\n"
        "\n"
        "## Работа\n"
        "\n"
        "| Столбец | Столбец |\n"
        "| :-- | --: |\n"
        "| проект | 1,5 |\n"
        "| **Всего** | **1,5** |\n"
        "\n"
        "Как посчитано:\n"
        "\n"
        "- Примечание.\n");
}

TEST_CASE("a list in Markdown is the table alone") {
  CHECK(rendered(render::markdown, list_of({column("id")}, {{project()}})) ==
        "| Column |\n| :-- |\n| project work |\n");
}

TEST_CASE("a table without rows says so in Markdown") {
  CHECK(rendered(render::markdown, list_of({column("id")}, {})) == "Nothing.\n");
}

TEST_CASE("no text of a record breaks a Markdown table") {
  CHECK(rendered(render::markdown, list_of({column("id")}, {{std::string{"a|b\n<b>"}}})) ==
        "| Column |\n| :-- |\n| a\\|b\\\\n&lt;b\\> |\n");
}

TEST_CASE("the one of whom a report is made is harmless in its title") {
  Report report = full_report();
  report.subject = "*Анна*\n# x";
  CHECK(rendered(render::markdown, report).starts_with("# Sample: \\*Анна\\*\\\\n\\# x\n"));
}

TEST_CASE("chapters in Markdown are headings, and what their charts, footnotes and gaps say are texts") {
  CHECK(rendered(render::markdown, chaptered_report()) ==
        "# Chapters\n"
        "\n"
        "## First\n"
        "\n"
        "- Half: 50%\n"
        "- None: n/a (from 2026-11-23)\n"
        "\n"
        "A paragraph.\n"
        "\n"
        "### Figures\n"
        "\n"
        "| Column | Column¹ | Column | Column |\n"
        "| :-- | --: | --: | :-- |\n"
        "| a | 33.3% | 4.33 | <https://example.org/x> |\n"
        "| b | n/a² | n/a² | javascript:x |\n"
        "\n"
        "- ¹ until 2026-11-23\n"
        "- ² from 2026-11-23\n"
        "\n"
        "until 2026-11-23\n"
        "\n"
        "How the figures are computed:\n"
        "\n"
        "- from 2026-11-23\n"
        "\n"
        "## 5%\n"
        "\n"
        "### Other\n"
        "\n"
        "| Column |\n"
        "| :-- |\n"
        "| x |\n"
        "\n"
        "Missing data: 5% (Семёнова Анна, Иванов)\n");
}

TEST_CASE("an address in Markdown is a link only when it is https and nothing in it ends it") {
  for (const std::string address : {"http://example.org", "javascript:alert(1)", "https://a b", "https://a>b",
                                    "https://a|b", "https://a\nb", "HTTPS://a"}) {
    CAPTURE(address);
    const std::string shown = rendered(render::markdown, list_of({column("a")}, {{Link{address}}}));
    CHECK(shown.find("| <") == std::string::npos);
    CHECK(shown.find('<') == std::string::npos);
  }
}

TEST_CASE("hours of a Markdown table are decimals") {
  Report report = list_of({column("hours")}, {{Duration::parse("4").value()}, {Duration::parse("1.5").value()}});
  first_section(report).total = {Duration::parse("0:20").value()};
  CHECK(rendered(render::markdown, report, russian) == "| Столбец |\n| :-- |\n| 4 |\n| 1,5 |\n| **0,33** |\n");
}
