#include "mentor/duration.hpp"

#include <doctest/doctest.h>

#include <utility>

using namespace mentor;

TEST_CASE("a duration is exact to a second") {
  CHECK(Duration::parse("1.5")->seconds() == 5400);
  CHECK(Duration::parse("0.75")->seconds() == 2700);
  CHECK(Duration::parse("0.05")->seconds() == 180);
  CHECK(Duration::parse("0.01")->seconds() == 36);
  CHECK(Duration::parse("36")->seconds() == 129'600);
  CHECK(Duration::parse("0:20")->seconds() == 1200);
}

TEST_CASE("hours and minutes are the same as the decimal") {
  CHECK(Duration::parse("1:30") == Duration::parse("1.5"));
  CHECK(Duration::parse("1:00") == Duration::parse("1"));
  CHECK(Duration::parse("0:03") == Duration::parse("0.05"));
  CHECK(Duration::parse("999:45") == Duration::parse("999.75"));
}

TEST_CASE("a duration is above 0 and up to 1000 hours") {
  CHECK_FALSE(Duration::parse("0"));
  CHECK_FALSE(Duration::parse("0.00"));
  CHECK_FALSE(Duration::parse("0:00"));
  CHECK(Duration::parse("0.01"));
  CHECK(Duration::parse("0:01"));
  CHECK(Duration::parse("1000"));
  CHECK(Duration::parse("1000:00"));
  CHECK_FALSE(Duration::parse("1000.01"));
  CHECK_FALSE(Duration::parse("1000:01"));
  CHECK_FALSE(Duration::parse("999999999"));
  CHECK_FALSE(Duration::parse("999999999:59"));
  CHECK_FALSE(Duration::parse("99999999999999999999"));
  CHECK_FALSE(Duration::parse("99999999999999999999:00"));
  CHECK_FALSE(Duration::from_seconds(0));
  CHECK_FALSE(Duration::from_seconds(-60));
  CHECK(Duration::from_seconds(3'600'000));
  CHECK_FALSE(Duration::from_seconds(3'600'001));
}

TEST_CASE("what is no plain decimal with two decimals at most, nor hours and minutes, is refused") {
  for (const std::string text : {"",      ".",       "1.",     ".5",    "1.555", "-1",    "+1",   "1e2",   "1,5",
                                 "1.5h",  " 1",      "1_000",  "0x10",  ":30",   "1:",    "1:5",  "1:005", "1:60",
                                 "1:30:", "1:30:20", "1.5:30", "-1:30", "1:-3",  "1: 30", "1:3x", "1:30 ", "90 мин"}) {
    CAPTURE(text);
    CHECK_FALSE(Duration::parse(text));
  }
}

TEST_CASE("a duration is written as the shortest decimal where two decimals say it exactly") {
  for (const std::string text : {"1.5", "0.75", "0.05", "36", "1000", "12.34", "100", "10.1"}) {
    CHECK(Duration::parse(text)->to_string() == text);
  }
  CHECK(Duration::parse("1.50")->to_string() == "1.5");
  CHECK(Duration::parse("2.00")->to_string() == "2");
  CHECK(Duration::parse("1:30")->to_string() == "1.5");
  CHECK(Duration::parse("0:03")->to_string() == "0.05");
  CHECK(Duration::parse("2:00")->to_string() == "2");
  CHECK(Duration{}.to_string() == "0");
}

TEST_CASE("a duration that no decimal says exactly is written in hours and minutes") {
  for (const std::string text : {"0:20", "0:01", "1:40", "12:05", "999:59"}) {
    CHECK(Duration::parse(text)->to_string() == text);
  }
}

TEST_CASE("whatever may be read of minutes and of hundredths reads back, and is written in one way") {
  const auto check = [](std::int64_t seconds) {
    const Duration duration = Duration::from_seconds(seconds).value();
    CHECK(Duration::parse(duration.to_string()) == duration);
  };
  for (std::int64_t count = 1; count <= 6000; ++count) {
    check(count * 60);
    check(count * 36);
  }
}

TEST_CASE("a duration as a decimal has no more than four places, and no more than it needs") {
  constexpr std::pair<const char*, const char*> decimals[] = {
      {"0:20", "0.3333"}, {"0:40", "0.6667"}, {"0:01", "0.0167"}, {"0:10", "0.1667"}, {"1.5", "1.5"},
      {"0.05", "0.05"},   {"2", "2"},         {"1:50", "1.8333"}, {"0:59", "0.9833"}, {"999:59", "999.9833"}};
  for (const auto& [text, decimal] : decimals) {
    CAPTURE(text);
    CHECK(Duration::parse(text)->to_decimal() == decimal);
  }
  CHECK(Duration::parse("0:20")->ten_thousandths() == 3333);
  CHECK(Duration{}.to_decimal() == "0");
}

TEST_CASE("three times twenty minutes are one hour") {
  Duration sum;
  for (int count = 0; count < 3; ++count) {
    sum += Duration::parse("0:20").value();
  }
  CHECK(sum == Duration::parse("1"));
  CHECK(sum.to_string() == "1");
  CHECK(sum.to_decimal() == "1");
}

TEST_CASE("a sum of tenths stays exact") {
  Duration sum;
  for (int count = 0; count < 1000; ++count) {
    sum += Duration::parse("0.1").value();
  }
  CHECK(sum == Duration::parse("100"));
}

TEST_CASE("a sum that is no whole number of minutes shows its seconds, which nobody may write") {
  Duration sum = Duration::parse("0.33").value();
  sum += Duration::parse("0:20").value();
  CHECK(sum.to_string() == "0:39:48");
  CHECK(sum.to_decimal() == "0.6633");
  CHECK_FALSE(Duration::parse(sum.to_string()));
}

TEST_CASE("people may type a comma for the point") {
  CHECK(duration_from_input("1,5") == Duration::parse("1.5"));
  CHECK(duration_from_input("1.5") == Duration::parse("1.5"));
  CHECK_FALSE(duration_from_input("1,5,5"));
  CHECK_FALSE(duration_from_input("1.000,5"));
}
