#include "language/names.hpp"

#include <doctest/doctest.h>

using mentor::language::short_names;
using mentor::language::surnames;
using mentor::language::uncapitalized;

TEST_CASE("a name is shortened to the surname and initials") {
  CHECK(short_names("Громов Иван Сергеевич") == "Громов И. С.");
  CHECK(short_names("Семёнова Анна") == "Семёнова А.");
  CHECK(short_names("Соколова-Ясенева Ирина Львовна") == "Соколова-Ясенева И. Л.");
  CHECK(short_names("Ёлкина Анна-Мария Юрьевна") == "Ёлкина А.-М. Ю.");
  CHECK(short_names("Smith John") == "Smith J.");
  CHECK(short_names("Громов") == "Громов");
  CHECK(short_names("") == "");
}

TEST_CASE("initials and small words of a name stay") {
  CHECK(short_names("Громов И. С.") == "Громов И. С.");
  CHECK(short_names("Громов И.С.") == "Громов И.С.");
  CHECK(short_names("Мамедов Рустам Фуад оглы") == "Мамедов Р. Ф. оглы");
  CHECK(short_names("фон Берг Карл") == "фон Берг К.");
}

TEST_CASE("a letter keeps the marks that stand behind it") { CHECK(short_names("Ли И\u0306осиф") == "Ли И\u0306."); }

TEST_CASE("names with a slash between are shortened each for itself") {
  CHECK(short_names("Громов Иван Сергеевич / Семёнова Анна Игоревна") == "Громов И. С. / Семёнова А. И.");
}

TEST_CASE("a heading begins with a small letter within a sentence") {
  CHECK(uncapitalized("Начало") == "начало");
  CHECK(uncapitalized("Ёлка") == "ёлка");
  CHECK(uncapitalized("From") == "from");
  CHECK(uncapitalized("6Б") == "6Б");
  CHECK(uncapitalized("ФИО") == "ФИО");
  CHECK(uncapitalized("С") == "с");
  CHECK(uncapitalized("") == "");
}

TEST_CASE("a pair by the surnames of its members") {
  CHECK(surnames("Громов Иван Сергеевич / Семёнова Анна Игоревна") == "Громов / Семёнова");
  CHECK(surnames("Соколова-Ясенева Ирина, фон Берг Анна") == "Соколова-Ясенева, фон Берг");
  CHECK(surnames("") == "");
}
