// Tables as spreadsheets save them.
#include "mentor/csv_rows.hpp"

#include <doctest/doctest.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

using mentor::csv_rows;

namespace {

/// Each row as its line and its cells: `3:a|b`.
std::vector<std::string> read(std::string_view text) {
  std::vector<std::string> rows;
  for (const auto& [cells, line] : csv_rows(text).rows) {
    std::string& row = rows.emplace_back(std::to_string(line));
    for (const std::string& cell : cells) {
      row += (row.find(':') == std::string::npos ? ":" : "|") + cell;
    }
  }
  return rows;
}

using Shown = std::vector<std::string>;

}  // namespace

TEST_CASE("the cells of a row are parted by what stands most often in the first line") {
  CHECK(read("name,unit\nАнна,6Б\n") == Shown{"1:name|unit", "2:Анна|6Б"});
  CHECK(read("name;unit;note\nАнна;6Б;да, вместе\n") == Shown{"1:name|unit|note", "2:Анна|6Б|да, вместе"});
  CHECK(read("name\tunit\nАнна\t6Б") == Shown{"1:name|unit", "2:Анна|6Б"});
  CHECK(read("\"a;b;c\",d\n1,2\n") == Shown{"1:a;b;c|d", "2:1|2"});
  CHECK(read("name\nАнна\n") == Shown{"1:name", "2:Анна"});
}

TEST_CASE("a first line that says what parts the cells is obeyed, and is no row") {
  CHECK(read("sep=;\nname;note\nАнна;да, и нет, и да\n") == Shown{"2:name|note", "3:Анна|да, и нет, и да"});
  CHECK(read("sep=|\nname|a,b\n1|2\n") == Shown{"2:name|a,b", "3:1|2"});
  CHECK(read("sep=\nname\n") == Shown{"1:sep=", "2:name"});
}

TEST_CASE("a cell in quotes holds separators, line feeds and doubled quotes, and the next row knows its line") {
  CHECK(read("a,b\n\"x, \"\"y\"\"\n z\",2\n3,4\n") == Shown{"1:a|b", "2:x, \"y\"\n z|2", "4:3|4"});
  CHECK(read("a,b\n\"\",\"\"\n") == Shown{"1:a|b"});
}

TEST_CASE("rows without any text are left out, and keep the count of lines") {
  CHECK(read("a,b\n\n , \n1,2\n\n") == Shown{"1:a|b", "4:1|2"});
  CHECK(read("").empty());
}

TEST_CASE("a quote that nothing closes is told with its line") {
  const auto rows = csv_rows("a,b\n1,2\n\"x,3\n4,5\n");
  CHECK(rows.rows.size() == 2);
  CHECK(rows.unclosed == std::optional<std::uint32_t>{3});
}

TEST_CASE("whatever cells a table has, they come back as they were written") {
  std::mt19937 random{144};
  const std::string bytes = ",;\t\"\nая xy";
  for (int time = 0; time < 500; ++time) {
    std::vector<std::vector<std::string>> table{{"first", "second", "third"}};
    std::ostringstream text;
    text << "first,second,third\n";
    for (int row = 0; row < 3; ++row) {
      auto& cells = table.emplace_back();
      for (int column = 0; column < 3; ++column) {
        std::string& cell = cells.emplace_back("v");
        std::string quoted = "v";
        for (auto left = random() % 6; left > 0; --left) {
          const char byte = bytes[random() % bytes.size()];
          cell += byte;
          quoted += byte == '"' ? std::string{"\"\""} : std::string{byte};
        }
        text << (column == 0 ? "" : ",") << '"' << quoted << '"';
      }
      text << '\n';
    }
    std::vector<std::vector<std::string>> found;
    for (const auto& row : csv_rows(text.str()).rows) {
      found.push_back(row.cells);
    }
    CAPTURE(text.str());
    CHECK(found == table);
  }
}
