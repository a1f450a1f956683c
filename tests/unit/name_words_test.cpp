#include "core/name_words.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

namespace {

bool agree_as_typed(std::string_view one, std::string_view other) {
  const NameWords first{fold()(one)};
  const NameWords second{fold()(other)};
  CHECK(agree(first, second) == agree(second, first));
  return agree(first, second);
}

}  // namespace

TEST_CASE("names agree as far as they go") {
  const std::string_view whole = "Кузнецова Ольга Игоревна";
  for (const std::string_view name :
       {"Ольга Игоревна Кузнецова", "Кузнецова Ольга", "Кузнецова О.И.", "Кузнецова О. И.", "О. И. Кузнецова",
        "Кузнецова О.", "КУЗНЕЦОВА ОЛЬГА ИГОРЕВНА", "Kузнецoва Oльга Игоревна", "Кузнецова Ольга И."}) {
    CAPTURE(name);
    CHECK(agree_as_typed(whole, name));
  }
  for (const std::string_view name : {"Кузнецова", "Ольга", "О. И.", "Кузнецова Олеся", "Кузнецова Ольга Ивановна",
                                      "Кузнецова А.И.", "Кузнецов О.И.", ""}) {
    CAPTURE(name);
    CHECK_FALSE(agree_as_typed(whole, name));
  }
  CHECK(agree_as_typed("Кузнецова О.И.", "Кузнецова Ольга"));
  CHECK_FALSE(agree_as_typed("Кузнецова О.И.", "Кузнецова Анна"));
}

TEST_CASE("apostrophes, hyphens and dashes are those that somebody happened to type") {
  CHECK(agree_as_typed("О'Нил Джон", "О’Нил Джон"));
  CHECK(agree_as_typed("О'Нил Джон", "ОʼНил Джон"));
  CHECK(agree_as_typed("Иванов-Петров Пётр", "Иванов–Петров Петр"));
  CHECK(agree_as_typed("Иванов-Петров Пётр", "Иванов - Петров Петр"));
}

TEST_CASE("a single word agrees with itself alone, and a long name is known by its first words") {
  CHECK(agree_as_typed("Анна", "анна"));
  CHECK_FALSE(agree_as_typed("Анна", "Анна Петрова"));
  CHECK(agree_as_typed("а1 б2 в3 г4 д5 е6 ж7 з8 и9", "а1 б2 в3 г4 д5 е6 ж7 з8 к0"));
}
