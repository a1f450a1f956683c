#include "render/escape.hpp"

#include <doctest/doctest.h>

#include "storage/yaml/record_text.hpp"

using mentor::render::markdown_text;
using mentor::render::visible;

TEST_CASE("ordinary text of any language is shown as it is") {
  for (const std::string text : {"", "Семёнова Анна", "naïve – «да»", "中文 😀", "a\u00A0b", "é\u0301"}) {
    CHECK(visible(text) == text);
  }
}

TEST_CASE("control characters become visible") {
  CHECK(visible("\x1B[31m") == "\\x1b[31m");
  CHECK(visible("a\nb\tc\rd") == "a\\nb\\tc\\rd");
  CHECK(visible(std::string_view{"\0", 1}) == "\\x00");
  CHECK(visible("\x7F\u0080\u009B") == "\\x7f\\x80\\x9b");
}

TEST_CASE("bidirectional and invisible characters become visible") {
  CHECK(visible("\u202E\u2066\u200F\u061C") == "\\u202e\\u2066\\u200f\\u061c");
  CHECK(visible("\u200B\uFEFF\u2028") == "\\u200b\\ufeff\\u2028");
  CHECK(visible("\U000E0041") == "\\ue0041");
  CHECK(visible("\u00AD\u034F\u3164\u2800\u115F\uFE0F") == "\\xad\\u034f\\u3164\\u2800\\u115f\\ufe0f");
}

TEST_CASE("what would steer a terminal stands escaped in a record, too, and is read back") {
  CHECK(mentor::storage::scalar_text("a\u061Cb") == "\"a\\u061cb\"");
  CHECK(mentor::storage::scalar_text("\U000E0041") == "\"\\U000e0041\"");
}

TEST_CASE("malformed bytes become visible one by one") {
  CHECK(visible("Ан\xFF\xD0") == "Ан\\xff\\xd0");
  CHECK(visible("\xED\xA0\x80") == "\\xed\\xa0\\x80");
}

TEST_CASE("nothing in a text is Markdown or HTML") {
  CHECK(markdown_text("*a* _b_ `c` [d](e) #f ~~g~~") == "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\#f \\~\\~g\\~\\~");
  CHECK(markdown_text("<script>&amp;") == "&lt;script\\>&amp;amp;");
  CHECK(markdown_text("a|b\\c\nd") == "a\\|b\\\\c\\\\nd");
  CHECK(markdown_text("Семёнова А. И.") == "Семёнова А. И.");
}
