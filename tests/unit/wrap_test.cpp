#include "render/wrap.hpp"

#include <doctest/doctest.h>

using mentor::render::wrapped_lines;

TEST_CASE("a message is broken at blanks, and only where it is too wide") {
  CHECK(wrapped_lines("Зуев Пётр записан\n", 17) == "Зуев Пётр записан\n");
  CHECK(wrapped_lines("Зуев Пётр записан\n", 16) == "Зуев Пётр\nзаписан\n");
  CHECK(wrapped_lines("Зуев Пётр записан", 5) == "Зуев\nПётр\nзаписан");
  CHECK(wrapped_lines("", 5).empty());
}

TEST_CASE("a broken line goes on below its beginning") {
  CHECK(wrapped_lines("mentor:\n  p1  Громов / Зуев\n", 16) == "mentor:\n  p1  Громов /\n  Зуев\n");
}

TEST_CASE("colors have no width") {
  CHECK(wrapped_lines("\x1b[1;31mошибка\x1b[0m: да", 10) == "\x1b[1;31mошибка\x1b[0m: да");
  CHECK(wrapped_lines("\x1b[1;31mошибка\x1b[0m: нет", 10) == "\x1b[1;31mошибка\x1b[0m:\nнет");
}
