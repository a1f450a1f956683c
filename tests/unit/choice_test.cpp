#include "language/choice.hpp"

#include <doctest/doctest.h>

using namespace mentor;
using language::of_locale;

TEST_CASE("messages are Russian in a Russian locale and English in any other") {
  for (const std::string name : {"ru", "ru_RU", "ru_RU.UTF-8", "ru_RU.KOI8-R", "ru_UA@euro"}) {
    CHECK(of_locale(name) == Language::ru);
  }
  for (const std::string name : {"en_US.UTF-8", "uk_UA", "RU", "CC"}) {
    CHECK(of_locale(name) == Language::en);
  }
}

TEST_CASE("a locale without a language says nothing about messages") {
  for (const std::string name : {"", "C", "POSIX", "C.UTF-8", "C.utf8"}) {
    CHECK(of_locale(name) == std::nullopt);
  }
}
