#include "mentor/private_words.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

TEST_CASE("a private word is found where a word of the text begins with it, whatever its case") {
  const PrivateWords words{{"диагноз", "болезн", "ёлка", "adhd", "развод"}};
  for (const auto& [text, found] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"Диагноза нет", "диагноз"},
           {"после БОЛЕЗНИ", "болезн"},
           {"(елка)", "ёлка"},
           {"Ёлка", "ёлка"},
           {"é ADHD", "adhd"},
           {"— развода", "развод"},
           {"класс 7А:болезнь", "болезн"},
           {"Поддиагноз, неразвод", ""},
           {"диагно", ""},
           {"9adhd", ""},
           {"", ""},
           {"\xD0", ""},
           {"\xFFдиагноз", "диагноз"},
       }) {
    CAPTURE(text);
    CHECK(words.in(text).value_or("") == found);
  }
  CHECK_FALSE(PrivateWords{{}}.in("диагноз"));
}

TEST_CASE("a private word that begins with a sign is found behind a blank, and not within another word") {
  const PrivateWords words{{"+7", "(секрет", "болезн"}};
  CHECK(words.in("Звонили +7 343").value_or("") == "+7");
  CHECK(words.in("Записка (секретно)").value_or("") == "(секрет");
  CHECK(words.in("1+7").value_or("") == "");
}
