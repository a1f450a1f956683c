#include "mentor/word_forms.hpp"

#include <doctest/doctest.h>

using namespace mentor;

TEST_CASE("a plural or a case of a word is a form of it") {
  CHECK(are_forms_of_one("курсы", "курс"));
  CHECK(are_forms_of_one("курсов", "курсы"));
  CHECK(are_forms_of_one("согласия", "согласие"));
  CHECK(are_forms_of_one("обработке", "обработку"));
  CHECK(are_forms_of_one("первую", "первая"));
  CHECK(are_forms_of_one("courses", "course"));
}

TEST_CASE("another word that begins alike is none") {
  CHECK_FALSE(are_forms_of_one("курсы", "конкурсы"));
  CHECK_FALSE(are_forms_of_one("куратор", "курс"));
  CHECK_FALSE(are_forms_of_one("классы", "классный"));
  CHECK_FALSE(are_forms_of_one("дом", "дома"));  // too short to tell
  CHECK_FALSE(are_forms_of_one("", ""));
}

TEST_CASE("every word of a text must have its form in the name") {
  CHECK(names_in_other_forms("открытые уроки", "открытый урок, мастер-класс"));
  CHECK(names_in_other_forms("семинары", "семинар, вебинар"));
  CHECK_FALSE(names_in_other_forms("открытые курсы", "открытый урок, мастер-класс"));
  CHECK_FALSE(names_in_other_forms("", "семинар"));
}
