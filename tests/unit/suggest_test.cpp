#include "mentor/suggest.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace mentor;

namespace {

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  return suggest(word, candidates).value_or("(none)");
}

}  // namespace

TEST_CASE("the distance counts insertions, removals, replacements and swaps of neighbours") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("pair", "pair") == 0);
  CHECK(edit_distance("", "pair") == 4);
  CHECK(edit_distance("pair", "pairs") == 1);
  CHECK(edit_distance("pair", "air") == 1);
  CHECK(edit_distance("pair", "fair") == 1);
  CHECK(edit_distance("pair", "piar") == 1);
  CHECK(edit_distance("ab", "ba") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the distance counts characters, not bytes") {
  CHECK(edit_distance("роль", "ноль") == 1);
  CHECK(edit_distance("оль", "роль") == 1);
  CHECK(edit_distance("a", "ё") == 1);
}

TEST_CASE("the distance is the same both ways") {
  CHECK(edit_distance("mentee", "mentor") == edit_distance("mentor", "mentee"));
  CHECK(edit_distance("наставник", "наставляемый") == edit_distance("наставляемый", "наставник"));
}

TEST_CASE("the nearest word is suggested, the first of equals") {
  CHECK(nearest("cateogry", {"name", "category", "roles"}) == "category");
  CHECK(nearest("menter", {"mentee", "mentor"}) == "mentee");
  CHECK(nearest("menter", {"mentor", "mentee"}) == "mentor");
}

TEST_CASE("a slip in a third of the characters is near enough, more is not") {
  CHECK(nearest("abcdez", {"abcdef"}) == "abcdef");
  CHECK(nearest("abcdzz", {"abcdef"}) == "abcdef");
  CHECK(nearest("abczzz", {"abcdef"}) == "(none)");
}

TEST_CASE("a word that begins otherwise and differs elsewhere too is another word") {
  CHECK(nearest("import", {"report"}) == "(none)");
  CHECK(nearest("юмпорт", {"импорт"}) == "импорт");
  CHECK(nearest("eport", {"report"}) == "report");
}

TEST_CASE("the beginning of a word is near enough from three characters on") {
  CHECK(nearest("pro", {"class-hour", "project-work"}) == "project-work");
  CHECK(nearest("pr", {"class-hour", "project-work"}) == "(none)");
}

TEST_CASE("nothing is suggested for an empty or an endless word, or out of nothing") {
  CHECK(nearest("", {"a"}) == "(none)");
  CHECK(nearest(std::string(65, 'a'), {std::string(65, 'a')}) == "(none)");
  CHECK(nearest(std::string(64, 'a'), {std::string(64, 'a')}) == std::string(64, 'a'));
  CHECK(nearest("name", {}) == "(none)");
}
