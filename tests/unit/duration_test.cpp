#include "mentor/duration.hpp"

#include <doctest/doctest.h>

#include <string>
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

namespace {

std::optional<Duration> typed(std::string_view text, int lesson_minutes = 45) {
  return duration_from_input(text, lesson_minutes);
}

}  // namespace

TEST_CASE("people may type hours with a comma or a point, or hours and minutes") {
  for (const std::string text : {"1,5", "1.5", "1,50", "1:30"}) {
    CAPTURE(text);
    CHECK(typed(text) == Duration::parse("1.5"));
  }
  CHECK(typed("0:20") == Duration::parse("0:20"));
  CHECK(typed("36") == Duration::parse("36"));
}

TEST_CASE("people may type units in either language, close to the number or not, with a point or without") {
  for (const std::string text : {"1 ч 30 мин",
                                 "1ч30мин",
                                 "1 ч. 30 мин.",
                                 "1ч.30мин.",
                                 "1 час 30 минут",
                                 "1h 30m",
                                 "1h30m",
                                 "1 h 30 min",
                                 "1 hour 30 minutes",
                                 "1  ч  30  мин",
                                 "90 мин",
                                 "90 мин.",
                                 "90мин",
                                 "90 минут",
                                 "90 min",
                                 "90m",
                                 "90 м",
                                 "1,5 ч",
                                 "1.5 часа",
                                 "1.5h",
                                 "2 урока",
                                 "2 lessons",
                                 "2урока",
                                 "2 ур.",
                                 "1 ч 30",
                                 "1ч30"}) {
    CAPTURE(text);
    CHECK(typed(text) == Duration::parse("1.5"));
  }
  CHECK(typed("1 ч") == Duration::parse("1"));
  CHECK(typed("1 час") == Duration::parse("1"));
  CHECK(typed("5 часов") == Duration::parse("5"));
  CHECK(typed("1 minute") == Duration::parse("0:01"));
  CHECK(typed("1 минута") == Duration::parse("0:01"));
  CHECK(typed("2 минуты") == Duration::parse("0:02"));
  CHECK(typed("1 hour 0 min") == Duration::parse("1"));
}

TEST_CASE("a lesson is as long as the program says") {
  CHECK(typed("1 урок") == Duration::parse("0.75"));
  CHECK(typed("3 урока", 40) == Duration::parse("2"));
  CHECK(typed("5 уроков", 40) == Duration::parse("3:20"));
  CHECK(typed("1 lesson", 240) == Duration::parse("4"));
  CHECK(typed("0,5 урока", 40) == Duration::parse("0:20"));
  CHECK_FALSE(typed("0,5 урока", 45));
}

TEST_CASE("what is typed is in the bounds of every duration") {
  CHECK(typed("1000 ч"));
  CHECK(typed("999 ч 59 мин"));
  CHECK(typed("60000 мин"));
  CHECK(typed("1000 уроков", 60));
  for (const std::string text : {"0", "0:00", "0 мин", "0 ч 0 мин", "0 уроков", "1000 ч 1 мин", "60001 мин", "1001 h",
                                 "1334 lessons", "999999999 ч", "99999999999999999999 мин"}) {
    CAPTURE(text);
    CHECK_FALSE(typed(text));
  }
}

TEST_CASE("what has a unit and is no whole number of minutes cannot be typed; hundredths of an hour can") {
  CHECK(typed("0.33") == Duration::parse("0.33"));
  CHECK(typed("0,01") == Duration::parse("0.01"));
  CHECK(typed("0.05") == Duration::parse("0:03"));
  for (const std::string text :
       {"0.33 h", "1.5 мин", "1:30:20", "0.1 m", "1 ч 75", "90 мин 10", "1,5 ч 30", "1 ч 3a", "1 ч 030"}) {
    CAPTURE(text);
    CHECK_FALSE(typed(text));
  }
}

TEST_CASE("what nobody means is refused") {
  for (const std::string text :
       {"",           " ",          "1,5,5",        "1.000,5",     "1.",      ".5",          "-1",
        "полтора",    "ч",          "мин 90",       "5Ч",          "90 МИН",  "2 Урока",     "1H",
        "1 ч 60 мин", "1 ч 90 мин", "1,5 ч 30 мин", "30 мин 1 ч",  "1 ч 1 ч", "1 мин 1 мин", "1 урок 5 мин",
        "1 ч 1 урок", "1 30 мин",   "1 ч 30 мин 5", "1 ч, 30 мин", "1 день",  "90 мин..",    "1:30 ч",
        "1:5",        "1\t ч",      "1e1 ч"}) {
    CAPTURE(text);
    CHECK_FALSE(typed(text));
  }
}
