#include "mentor/compact_text.hpp"

#include <doctest/doctest.h>

using mentor::CompactText;

TEST_CASE("a compact text holds what a text holds, in eight bytes") {
  static_assert(sizeof(CompactText) == 8);
  for (const std::string& text : {std::string{}, std::string{"н"}, std::string("a\0b", 3), std::string(70'000, 'x')}) {
    CompactText compact = text;
    CHECK(compact.text() == text);
    CHECK(compact.to_string() == text);
    CHECK(compact.is_empty() == text.empty());
    const CompactText copy = compact;
    CHECK(copy == compact);
    CompactText moved = std::move(compact);
    CHECK(moved == copy);
    moved = copy;
    CHECK(moved == text);
    CHECK_FALSE(moved == text + "!");
  }
}
