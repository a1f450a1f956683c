#include "cli/progress_line.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "memory_tree.hpp"
#include "storage/change/snapshot.hpp"
#include "storage/yaml/loader.hpp"

using namespace mentor;
using namespace std::chrono_literals;
using storage::Stage;

namespace {

/// A line on a terminal of strings, at a time that the test says.
struct Shown {
  std::ostringstream terminal{};
  std::size_t width = 80;
  language::Words words{Language::ru};
  cli::ProgressLine::Time now{};

  cli::ProgressLine line() {
    return {terminal, width, words, [this] { return now; }};
  }
};

}  // namespace

TEST_CASE("of work that takes less than a second nothing is shown") {
  Shown shown;
  {
    auto line = shown.line();
    shown.now += 999ms;
    line.show(Stage::reading, 10, 100);
  }
  CHECK(shown.terminal.str().empty());
}

TEST_CASE("of longer work a line is shown ten times a second at most, and taken away") {
  Shown shown;
  {
    auto line = shown.line();
    shown.now += 1s;
    line.show(Stage::reading, 10, 100);
    shown.now += 99ms;
    line.show(Stage::reading, 20, 100);
    shown.now += 1ms;
    line.show(Stage::writing, 30, 100);
  }
  CHECK(shown.terminal.str() == "\r\x1b[KПрочитано файлов: 10 из 100\r\x1b[KЗаписано файлов: 30 из 100\r\x1b[K");
}

TEST_CASE("a line that the terminal would break in two is not shown") {
  constexpr std::size_t columns = 28;  // of "Прочитано файлов: 10 из 100", and one for the cursor
  for (const std::size_t width : {columns - 1, columns}) {
    CAPTURE(width);
    Shown shown{.width = width};
    {
      auto line = shown.line();
      shown.now += 1s;
      line.show(Stage::reading, 10, 100);
    }
    CHECK(shown.terminal.str().empty() == (width < columns));
  }
}

TEST_CASE("a line that has grown too wide is taken away, and nothing is left to be taken away at the end") {
  Shown shown{.width = 27};  // of "Прочитано файлов: 9 из 100", and one for the cursor
  {
    auto line = shown.line();
    shown.now += 1s;
    line.show(Stage::reading, 9, 100);
    shown.now += 1s;
    line.show(Stage::reading, 10, 100);
    shown.now += 1s;
    line.show(Stage::reading, 11, 100);
  }
  CHECK(shown.terminal.str() == "\r\x1b[KПрочитано файлов: 9 из 100\r\x1b[K");
}

TEST_CASE("reading tells how many files of how many it has read, and never fewer than before") {
  for (const std::size_t people : {std::size_t{10}, std::size_t{300}}) {
    CAPTURE(people);
    sample::MemoryTree tree{{{"program.yaml", "schema: 1\n"}, {"activities/2025-2026.yaml", "---\nid: a\n"}}};
    for (std::size_t number = 0; number < people; ++number) {
      tree.add("participants/p" + std::to_string(number) + ".yaml", "id: p\n");
    }
    std::size_t last = 0;
    storage::load(tree, storage::Scope::everything(), storage::Reading::usual,
                  [&](Stage stage, std::size_t done, std::size_t total) {
                    CHECK(stage == Stage::reading);
                    CHECK(total == people + 1);
                    CHECK(done >= last);
                    CHECK(done <= total);
                    last = done;
                  });
    CHECK(last == people + 1);
  }
}

TEST_CASE("freezing a program tells of each file that it has read") {
  const sample::MemoryTree tree{
      {{"program.yaml", "schema: 1\n"}, {"participants/p.yaml", "id: p\n"}, {"pairs/q.yaml", "id: q\n"}}};
  std::vector<std::size_t> told;
  const storage::FrozenTree frozen{tree, [&](Stage stage, std::size_t done, std::size_t total) {
                                     CHECK(stage == Stage::reading);
                                     CHECK(total == 3);
                                     told.push_back(done);
                                   }};
  CHECK(told == std::vector<std::size_t>{1, 2, 3});
}
