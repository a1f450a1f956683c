#include "language/unicode.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace mentor;
using language::display_width;

namespace {

std::string sorted(std::vector<std::string> words) {
  std::sort(words.begin(), words.end(),
            [key = language::russian_order()](const auto& one, const auto& other) { return key(one) < key(other); });
  std::string text;
  for (const auto& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

}  // namespace

TEST_CASE("Ё stands beside Е and not after Я") {
  CHECK(sorted({"Яковлев", "Жуков", "Ёлкин", "Елагин", "Емелин"}) == "Елагин Ёлкин Емелин Жуков Яковлев");
}

TEST_CASE("numbers stand by their value") { CHECK(sorted({"10А", "6Б", "6А", "11А", "9В"}) == "6А 6Б 9В 10А 11А"); }

TEST_CASE("Latin stands after Cyrillic, and case decides last") {
  CHECK(sorted({"Adams", "Яковлев", "Абрамов"}) == "Абрамов Яковлев Adams");
  CHECK(sorted({"АННА", "анна", "Аня"}) == "анна АННА Аня");
}

TEST_CASE("a width is counted in columns and not in bytes") {
  CHECK(display_width("") == 0);
  CHECK(display_width("Анна") == 4);
  CHECK(display_width("─") == 1);
  CHECK(display_width("й") == display_width("и\u0306"));
  CHECK(display_width("é") == 1);
  CHECK(display_width("中文") == 4);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("\u200B\u202E") == 0);
  CHECK(display_width("а\xFF") == 2);
}
