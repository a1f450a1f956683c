#include "mentor/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace mentor;

TEST_CASE("a character of one to four bytes is decoded") {
  const auto check = [](std::string_view text, char32_t character, std::size_t length) {
    const auto decoded = utf8::decode(text);
    REQUIRE(decoded);
    CHECK(decoded->character == character);
    CHECK(decoded->length == length);
  };
  check("a", U'a', 1);
  check("\x7F", 0x7F, 1);
  check("\xC2\x80", 0x80, 2);
  check("ёж", U'ё', 2);
  check("\xE0\xA0\x80", 0x800, 3);
  check("—", U'—', 3);
  check("\xF0\x90\x80\x80", 0x10000, 4);
  check("\xF4\x8F\xBF\xBF", 0x10FFFF, 4);
}

TEST_CASE("what is not well-formed is not decoded") {
  for (const std::string_view text : {"", "\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xD1", "\xD1x", "\xE0\x9F\xBF",
                                      "\xE2\x80", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF0\x9F\x98",
                                      "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE", "\xFF"}) {
    CAPTURE(text);
    CHECK_FALSE(utf8::decode(text));
  }
}

TEST_CASE("the first malformed byte is named by its offset") {
  CHECK_FALSE(utf8::first_invalid(""));
  CHECK_FALSE(utf8::first_invalid("Анна\n"));
  CHECK(utf8::first_invalid("Анна\xFF") == 8);
  CHECK(utf8::first_invalid("a\xD0") == 1);
}

TEST_CASE("a text is plain when each of its characters is well-formed and steers nothing") {
  for (char32_t character = 0; character <= 0x10FFFF; ++character) {
    if (character == 0xD800) {
      character = 0xE000;
    }
    std::string text{"Ё"};
    utf8::append(text, character);
    if (utf8::is_plain(text + 'z') == utf8::is_steering(character)) {
      FAIL("the character " << static_cast<unsigned>(character) << " is taken for another kind");
    }
  }
  CHECK(utf8::is_plain(""));
  CHECK_FALSE(utf8::is_plain("Анна\xFF"));
  CHECK_FALSE(utf8::is_plain("Анна\xD0"));
  CHECK_FALSE(utf8::is_plain("\xD0z"));
}

namespace {

/// What `is_usual_line` looks for, one character after another.
bool has_usual_characters_alone(std::string_view text) {
  while (!text.empty()) {
    const auto decoded = utf8::decode(text);
    if (!decoded || decoded->character == U':' || decoded->character == U'#' || decoded->character < U' ' ||
        decoded->character == 0x7F || (decoded->length == 2 && !utf8::begins_two_byte_letter(text.front())) ||
        decoded->length > 2) {
      return false;
    }
    text.remove_prefix(decoded->length);
  }
  return true;
}

}  // namespace

TEST_CASE("a line is usual wherever its characters stand in the sixteen bytes that are looked at, and none is missed") {
  for (std::size_t before = 0; before < 36; ++before) {
    for (std::size_t after = 0; after < 20; ++after) {
      for (int lead = 0; lead < 256; ++lead) {
        for (const std::string_view next : {"", "\x80", "\xBF", "a", "\n", "\xD0", "\x8F\x80"}) {
          const std::string text = std::string(before % 2, 'a') + std::string(before / 2, 'b') +
                                   static_cast<char>(lead) + std::string{next} + std::string(after, 'c');
          if (utf8::is_usual_line(text) != has_usual_characters_alone(text)) {
            FAIL(before << ' ' << lead << ' ' << after);
          }
        }
      }
    }
  }
  CHECK(utf8::is_usual_line("Составление выступления и занятия"));
  CHECK(utf8::is_usual_line("Фёдор – нет") == false);  // a dash has three bytes
}

TEST_CASE("letters of two bytes are usual across the ends of blocks, and half a letter is not") {
  for (std::size_t blanks = 0; blanks < 34; ++blanks) {
    for (std::size_t letters = 0; letters < 34; ++letters) {
      std::string text(blanks, ' ');
      for (std::size_t count = 0; count < letters; ++count) {
        text += "ж";
      }
      CHECK(utf8::is_usual_line(text));
      CHECK_FALSE(utf8::is_usual_line(text + '\xD0'));
      CHECK_FALSE(utf8::is_usual_line(text + '\x80'));
      CHECK_FALSE(utf8::is_usual_line('\x80' + text));
    }
  }
}

TEST_CASE("the length is in characters, a malformed byte being one") {
  CHECK(utf8::length("") == 0);
  CHECK(utf8::length("Анна") == 4);
  CHECK(utf8::length("а\xFF\xFFб") == 4);
  CHECK(utf8::length("😀") == 1);
}

TEST_CASE("every scalar value is written as it is read") {
  for (char32_t character = 0; character <= 0x10FFFF; ++character) {
    if (character == 0xD800) {
      character = 0xE000;
    }
    std::string text;
    utf8::append(text, character);
    const auto decoded = utf8::decode(text);
    if (!decoded || decoded->character != character || decoded->length != text.size()) {
      FAIL("the character " << static_cast<unsigned>(character) << " is lost");
    }
  }
}
