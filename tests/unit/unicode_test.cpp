#include "language/unicode.hpp"

#include <doctest/doctest.h>
#include <unicode/uchar.h>

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

/// Whether Unicode says that the character is not seen, as far as the library knows it.
bool is_unseen(UChar32 character) {
  switch (u_charType(character)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return true;
    default:
      return u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
             u_hasBinaryProperty(character, UCHAR_NONCHARACTER_CODE_POINT) != 0;
  }
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

TEST_CASE("what is plain is shown as it is, and has the width that is counted for any text") {
  std::size_t plain = 0;
  for (char32_t character = 0; character <= 0x3000; ++character) {
    std::string text;
    utf8::append(text, character);
    CAPTURE(text);
    for (const std::string& all : {text, "a" + text + "ё"}) {
      if (const auto width = language::width_if_plain(all)) {
        ++plain;
        CHECK(*width == display_width(all));
        CHECK(utf8::is_plain(all));
      }
    }
  }
  CHECK(plain > 1000);
  for (const std::string text :
       {"\x1B", "\x7F", "\xC2\x9B", "\xC2\xAD", "\u200B", "\xD0", "\xD0 ", "\x80", "\xFF", "\xC0\x80"}) {
    CAPTURE(text);
    CHECK_FALSE(language::width_if_plain(text));
    CHECK_FALSE(language::width_if_plain("Анна " + text));
  }
  CHECK(language::width_if_plain("Семёнова Anna, 7") == 16);
  CHECK(language::width_if_plain("") == 0);
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

TEST_CASE("a character that Unicode says is not seen is steering, and so is the braille of no dots alone") {
  for (UChar32 character = 0; character <= 0x10FFFF; ++character) {
    constexpr UChar32 no_dots = 0x2800;
    const bool unseen = is_unseen(character) || character == no_dots;
    if (utf8::is_steering(static_cast<char32_t>(character)) != unseen) {
      FAIL("the character " << character << " is taken for another kind");
    }
  }
}

TEST_CASE("a character leaves no mark when it is a blank or is steering") {
  for (UChar32 character = 0; character <= 0x10FFFF; ++character) {
    const auto one = static_cast<char32_t>(character);
    const bool blank = u_charType(character) == U_SPACE_SEPARATOR;
    if (utf8::is_blank(one) != (blank || utf8::is_steering(one))) {
      FAIL("the character " << character << " is taken for another kind");
    }
  }
}

TEST_CASE("a table of DOS, or one of which nobody can tell how it is encoded, is not taken for one of Windows") {
  using language::Encoding;
  using language::encoding_of;
  CHECK(encoding_of("Семёнова;6Б\n") == Encoding::utf8);
  CHECK(encoding_of("\xFF\xFEs\x04") == Encoding::utf16);
  CHECK(encoding_of(std::string{"s\x00;\x00", 4}) == Encoding::unknown);
  const std::string name_of_windows = "\xD1\xE5\xEC\xB8\xED\xEE\xE2\xE0";  // Семёнова
  const std::string name_of_dos = "\x91\xA5\xAC\xF1\xAD\xAE\xA2\xA0";
  CHECK(encoding_of(name_of_windows + "\xAB\xCC\xE8\xF0\xBB\x97\xB9 7\n") == Encoding::windows_1251);  // «Мир»—№ 7
  CHECK(encoding_of(name_of_dos + ";6\x81\n") == Encoding::dos_866);
  // «Иванов Иван» of KOI8-R and of ISO 8859-5, which 1251 would make «йЧБОПЧ йЧБО» and «ёТРЭЮТ ёТРЭ».
  CHECK(encoding_of("\xE9\xD7\xC1\xCE\xCF\xD7 \xE9\xD7\xC1\xCE\n") == Encoding::unknown);
  CHECK(encoding_of("\xB8\xD2\xD0\xDD\xDE\xD2 \xB8\xD2\xD0\xDD\n") == Encoding::unknown);
  CHECK(encoding_of("Семёнова;\xFF") == Encoding::unknown);  // UTF-8 that was damaged
}
