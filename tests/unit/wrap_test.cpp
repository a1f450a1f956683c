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

TEST_CASE("what belongs together is not broken: a date and its year, a number and its unit, №, initials") {
  CHECK(wrapped_lines("до 5 ноября 2026 г. ждём", 16) == "до 5 ноября\n2026 г. ждём");
  CHECK(wrapped_lines("до 5 ноября 2026 г. ждём", 4) == "до\n5 ноября\n2026 г.\nждём");
  CHECK(wrapped_lines("занятие шло 1,5 ч, потом", 15) == "занятие шло\n1,5 ч, потом");
  CHECK(wrapped_lines("Гимназия № 7 города", 10) == "Гимназия\n№ 7 города");
  CHECK(wrapped_lines("(возраст 10–15 лет)", 14) == "(возраст\n10–15 лет)");
  CHECK(wrapped_lines("Мария, Громов П. А.", 16) == "Мария, Громов\nП. А.");
  CHECK(wrapped_lines("мать, +7 900 000-00-02", 16) == "мать,\n+7 900 000-00-02");
  CHECK(wrapped_lines("норма 80 %; вот", 8) == "норма\n80 %;\nвот");
}

TEST_CASE("numbers of a list, and a number that ends a sentence, are no number with a unit") {
  CHECK(wrapped_lines("строки 1, 2, 3", 10) == "строки 1,\n2, 3");
  CHECK(wrapped_lines("всего 12. Дальше", 9) == "всего 12.\nДальше");
  CHECK(wrapped_lines("код 7 самостоятельно", 6) == "код 7\nсамостоятельно");
}

TEST_CASE("a quoted word of a command is not broken, however long it is") {
  CHECK(wrapped_lines("так: mentor добавить обучение \"школа наставников\" дата=ДАТА", 24) ==
        "так: mentor добавить\nобучение\n\"школа наставников\"\nдата=ДАТА");
  CHECK(wrapped_lines("mentor x y='до начала всей нашей совместной с Вами работы по плану' z", 20) ==
        "mentor x\ny='до начала всей нашей совместной с Вами работы по плану'\nz");
  CHECK(wrapped_lines("--name \"Anna Smith\" is", 15) == "--name\n\"Anna Smith\" is");
}

TEST_CASE("a long text in quotes that is no word of a command is broken") {
  CHECK(wrapped_lines("he said \"a text of many words that has quotes but is none that a shell reads\"", 40) ==
        "he said \"a text of many words that has\nquotes but is none that a shell reads\"");
  CHECK(wrapped_lines("people's rights \"open", 12) == "people's\nrights \"open");
}

TEST_CASE("a command on a line of its own is not broken") {
  CHECK(wrapped_lines("записать его:\n    mentor добавить документ consent anna дата=ДАТА\n", 20) ==
        "записать его:\n    mentor добавить документ consent anna дата=ДАТА\n");
}
