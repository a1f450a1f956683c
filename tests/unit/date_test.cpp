#include "mentor/date.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

TEST_CASE("a date is read and written as 2026-11-05") {
  const auto date = Date::parse("2026-11-05").value();
  CHECK(date.year() == 2026);
  CHECK(date.month() == 11);
  CHECK(date.day() == 5);
  CHECK(date.to_string() == "2026-11-05");
}

TEST_CASE("in records only the form 2026-11-05 is a date") {
  for (const std::string text : {"", "2026-11-5", "2026/11/05", "05.11.2026", "2026-11-05 ", " 2026-11-05", "20261105",
                                 "2026-1a-05", "+026-11-05", "2026-11-05T00:00", "today"}) {
    CAPTURE(text);
    CHECK_FALSE(Date::parse(text));
  }
}

TEST_CASE("a day that the calendar does not have is refused") {
  CHECK_FALSE(Date::parse("2026-02-29"));
  CHECK(Date::parse("2028-02-29"));
  CHECK_FALSE(Date::parse("2100-02-29"));  // a century is no leap year
  CHECK(Date::parse("2000-02-29"));
  CHECK_FALSE(Date::parse("2026-13-01"));
  CHECK_FALSE(Date::parse("2026-00-01"));
  CHECK_FALSE(Date::parse("2026-04-31"));
  CHECK_FALSE(Date::parse("2026-04-00"));
}

TEST_CASE("the calendar goes from 1900 to 2199") {
  CHECK(Date::parse("1900-01-01") == Date::earliest());
  CHECK(Date::parse("2199-12-31") == Date::latest());
  CHECK_FALSE(Date::parse("1899-12-31"));
  CHECK_FALSE(Date::parse("2200-01-01"));
}

TEST_CASE("a month or a day beyond a byte is refused") {
  CHECK_FALSE(Date::from(2026, 257, 1));
  CHECK_FALSE(Date::from(2026, 1, 257));
}

TEST_CASE("days are counted over the ends of months and years and held within the calendar") {
  CHECK(day("2026-12-31").plus_days(1) == day("2027-01-01"));
  CHECK(day("2026-03-01").plus_days(-1) == day("2026-02-28"));
  CHECK(Date::latest().plus_days(1) == Date::latest());
  CHECK(Date::earliest().plus_days(-1) == Date::earliest());
  CHECK(today.plus_days(2'000'000'000) == Date::latest());
}

TEST_CASE("dates are ordered by day") {
  CHECK(day("2026-09-30") < day("2026-10-01"));
  CHECK(day("2026-12-31") < day("2027-01-01"));
  CHECK(Date{} == day("1970-01-01"));
}

TEST_CASE("the month after December is January of the next year") {
  CHECK(month_of(day("2026-11-05")) == Month{2026, 11});
  CHECK(Month{2026, 11}.next() == Month{2026, 12});
  CHECK(Month{2026, 12}.next() == Month{2027, 1});
  CHECK(Month{2026, 9}.to_string() == "2026-09");
  CHECK(Month{2026, 12} < Month{2027, 1});
}

TEST_CASE("a day knows its weekday, also before 1970") {
  CHECK(today.weekday() == 0);  // a Monday
  CHECK(day("2026-11-29").weekday() == 6);
  CHECK(day("1970-01-01").weekday() == 3);
  CHECK(day("1900-01-01").weekday() == 0);
}
