#include "mentor/label.hpp"

#include <doctest/doctest.h>

using namespace mentor;

TEST_CASE("a label says itself in the language asked for") {
  const Label label{"пара", "pair"};
  CHECK(label.in(Language::ru) == "пара");
  CHECK(label.in(Language::en) == "pair");
  constexpr FixedLabel fixed{"пара", "pair"};
  CHECK(fixed.in(Language::ru) == "пара");
  CHECK(fixed.in(Language::en) == "pair");
}

TEST_CASE("labels are the same only when both languages are") {
  CHECK(Label{"пара", "pair"} == Label{"пара", "pair"});
  CHECK(Label{"пара", "pair"} != Label{"пара", "couple"});
  CHECK(Label{"пара", "pair"} != Label{"двое", "pair"});
}
