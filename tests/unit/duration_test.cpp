#include "mentor/duration.hpp"

#include <doctest/doctest.h>

using namespace mentor;

TEST_CASE("hours are exact to a hundredth") {
  CHECK(Duration::parse("1.5")->hundredths() == 150);
  CHECK(Duration::parse("0.75")->hundredths() == 75);
  CHECK(Duration::parse("0.05")->hundredths() == 5);
  CHECK(Duration::parse("36")->hundredths() == 3600);
}

TEST_CASE("hours are above 0 and up to 1000") {
  CHECK_FALSE(Duration::parse("0"));
  CHECK_FALSE(Duration::parse("0.00"));
  CHECK(Duration::parse("0.01"));
  CHECK(Duration::parse("1000"));
  CHECK_FALSE(Duration::parse("1000.01"));
  CHECK_FALSE(Duration::parse("999999999"));
  CHECK_FALSE(Duration::parse("99999999999999999999"));
}

TEST_CASE("what is no plain decimal with two decimals at most is refused") {
  for (const std::string text :
       {"", ".", "1.", ".5", "1.555", "-1", "+1", "1e2", "1,5", "1.5h", " 1", "1_000", "0x10", "1:30"}) {
    CAPTURE(text);
    CHECK_FALSE(Duration::parse(text));
  }
}

TEST_CASE("hours are written as the shortest decimal") {
  for (const std::string text : {"1.5", "0.75", "0.05", "36", "1000", "12.34"}) {
    CHECK(Duration::parse(text)->to_string() == text);
  }
  CHECK(Duration::parse("1.50")->to_string() == "1.5");
  CHECK(Duration::parse("2.00")->to_string() == "2");
  CHECK(Duration{}.to_string() == "0");
}

TEST_CASE("a sum of tenths stays exact") {
  Duration sum;
  for (int count = 0; count < 1000; ++count) {
    sum += Duration::parse("0.1").value();
  }
  CHECK(sum == Duration::parse("100"));
}

TEST_CASE("people may type a comma for the point") {
  CHECK(duration_from_input("1,5") == Duration::parse("1.5"));
  CHECK(duration_from_input("1.5") == Duration::parse("1.5"));
  CHECK_FALSE(duration_from_input("1,5,5"));
  CHECK_FALSE(duration_from_input("1.000,5"));
}
