#include "language/unicode.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "mentor/utf8.hpp"

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

TEST_CASE("a text of Russian letters and ASCII is folded as the library folds it") {
  const Fold fold = language::folding();
  std::vector<std::string> characters;
  for (char32_t character = 1; character <= 0x460; character = character == 0x7F ? 0x400 : character + 1) {
    characters.emplace_back();
    utf8::append(characters.back(), character);
  }
  const std::string foreign = "ā";  // leaves the text to the library
  for (const auto& one : characters) {
    for (const auto& other : characters) {
      const std::string text = other + one + 'x';
      CAPTURE(text);
      CHECK(fold(text) + foreign == fold(text + foreign));
    }
  }
}

TEST_CASE("blanks are one blank, and none at the ends") {
  const Fold fold = language::folding();
  CHECK(fold("  Ёлкин \t Иван  ") == "елкин иван");
  CHECK(fold(" \u00A0Ёлкин\u2003Иван ") == "елкин иван");
  CHECK(fold(" ") == "");
}
