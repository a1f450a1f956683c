#include "mentor/due.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

TEST_CASE("a due day is a day or the last day of a month, and prints as it was written") {
  CHECK(Due::parse("2027-02-15")->last() == day("2027-02-15"));
  CHECK(Due::parse("2027-02")->last() == day("2027-02-28"));
  CHECK(Due::parse("2028-02")->last() == day("2028-02-29"));
  CHECK(Due::parse("2027-02")->to_string() == "2027-02");
  CHECK(Due::parse("2027-02-15")->to_string() == "2027-02-15");
  for (const char* text : {"", "2027", "2027-13", "2027-02-30", "2027-2", "02.2027"}) {
    CAPTURE(text);
    CHECK_FALSE(Due::parse(text));
  }
}

TEST_CASE("a due day a year later is the same day or month, and 29 February is the last day of that month") {
  CHECK(Due::parse("2027-02-15")->plus_years(1).to_string() == "2028-02-15");
  CHECK(Due::parse("2028-02-29")->plus_years(1).to_string() == "2029-02-28");
  CHECK(Due::parse("2027-02")->plus_years(1).to_string() == "2028-02");
  CHECK(Due::parse("2027-02")->plus_years(1).last() == day("2028-02-29"));
}
