#include "language/choice.hpp"

#include <doctest/doctest.h>

using namespace mentor;
using language::of_locale;

TEST_CASE("messages are Russian in a Russian locale and English in any other") {
  for (const std::string name : {"ru", "ru_RU", "ru_RU.UTF-8", "ru_RU.KOI8-R", "ru_UA@euro"}) {
    CHECK(of_locale(name) == Language::ru);
  }
  for (const std::string name : {"", "C", "POSIX", "C.UTF-8", "en_US.UTF-8", "uk_UA", "RU"}) {
    CHECK(of_locale(name) == Language::en);
  }
}
