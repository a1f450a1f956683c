#include "mentor/age.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

namespace {

Ages ages(std::string_view born, std::string_view on) { return ages_on(Born::parse(born).value(), day(on)); }

}  // namespace

TEST_CASE("a birth is a day or a year and is written as it was read") {
  CHECK(Born::parse("2014-03-09")->is_exact());
  CHECK(Born::parse("2014-03-09")->to_string() == "2014-03-09");
  CHECK_FALSE(Born::parse("2014")->is_exact());
  CHECK(Born::parse("2014")->to_string() == "2014");
  CHECK(Born::parse("2014")->year() == 2014);
}

TEST_CASE("a birth that is no day and no year from 1900 to 2199 is refused") {
  for (const std::string text :
       {"", "14", "02014", "2014-3-9", "2014-02-30", "1899", "2200", "09.03.2014", "2014 ", "-201"}) {
    CAPTURE(text);
    CHECK_FALSE(Born::parse(text));
  }
  CHECK(Born::parse("1900"));
  CHECK(Born::parse("2199"));
}

TEST_CASE("a birth year spans the year from its first to its last day, a birth day only itself") {
  const auto year = Born::parse("2014").value();
  CHECK(year.earliest() == day("2014-01-01"));
  CHECK(year.latest() == day("2014-12-31"));
  const auto exact = Born::parse("2014-03-09").value();
  CHECK(exact.earliest() == exact.latest());
}

TEST_CASE("a birth year is not the same as its first of January") {
  CHECK(Born::parse("2014") != Born::parse("2014-01-01"));
}

TEST_CASE("an age grows on the birthday and not a day before") {
  CHECK(ages("2010-10-05", "2026-10-04") == Ages{15, 15});
  CHECK(ages("2010-10-05", "2026-10-05") == Ages{16, 16});
}

TEST_CASE("who was born on 29 February grows older on 1 March of a common year") {
  CHECK(ages("2012-02-29", "2026-02-28") == Ages{13, 13});
  CHECK(ages("2012-02-29", "2026-03-01") == Ages{14, 14});
  CHECK(ages("2012-02-29", "2028-02-29") == Ages{16, 16});
}

TEST_CASE("a birth year alone gives two neighbouring ages, but one on the last day of the year") {
  CHECK(ages("2010", "2026-10-05") == Ages{15, 16});
  CHECK(ages("2010", "2026-01-01") == Ages{15, 16});
  CHECK(ages("2010", "2026-12-31") == Ages{16, 16});
}

TEST_CASE("the age before birth is negative") { CHECK(ages("2026-11-24", "2026-11-23") == Ages{-1, -1}); }

TEST_CASE("an age range holds both its ends and nothing beyond") {
  const auto range = AgeRange::parse("10-15").value();
  CHECK_FALSE(range.contains(9));
  CHECK(range.contains(10));
  CHECK(range.contains(15));
  CHECK_FALSE(range.contains(16));
}

TEST_CASE("an open age range has no upper end, and any has none at all") {
  const auto adults = AgeRange::parse("18+").value();
  CHECK_FALSE(adults.contains(17));
  CHECK(adults.contains(99));
  CHECK_FALSE(adults.to());
  CHECK_FALSE(adults.is_any());
  CHECK(AgeRange::parse("any")->is_any());
  CHECK(AgeRange::parse("any")->contains(0));
}

TEST_CASE("an age range is written as it is read") {
  for (const std::string text : {"10-15", "18+", "any", "7-7", "0-150"}) {
    CHECK(AgeRange::parse(text)->to_string() == text);
  }
}

TEST_CASE("what is no age range is refused") {
  for (const std::string text : {"", "+", "-", "10", "15-10", "10-", "-15", "10–15", "10 - 15", "10-151", "151+", "ANY",
                                 "1-2-3", "+10", "10++"}) {
    CAPTURE(text);
    CHECK_FALSE(AgeRange::parse(text));
  }
}
