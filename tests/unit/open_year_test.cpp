#include "mentor/open_year.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

TEST_CASE("the class after one has the next grade, up to the last of the school") {
  CHECK(next_class("6А", 11) == "7А");
  CHECK(next_class("9 Б", 11) == "10 Б");
  CHECK(next_class("11А", 11) == std::nullopt);
  CHECK(next_class("9А", 9) == std::nullopt);
  CHECK(next_class("А6", 11) == std::nullopt);
  CHECK(next_class("", 11) == std::nullopt);
}

TEST_CASE("those of the school's last grade leave, whatever grade that is") {
  Program school = empty_program();
  Participant dora = mentee("dora");
  dora.unit = "9А";
  dora.joined = day("2025-09-01");
  store(school, dora);
  const Period year = days("2027-09-01", "2028-08-31");
  CHECK(open_year(school, year).moved.size() == 1);
  school.settings.model.norms.set(Norm::last_grade, {9, 1});
  CHECK(open_year(school, year).moved.empty());
  CHECK(open_year(school, year).left.size() == 1);
}
