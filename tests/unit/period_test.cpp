#include "mentor/period_input.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

namespace {

constexpr SchoolYearStart september{9, 1};

/// `first..last`, or nothing when the text names no period.
std::string typed_period(std::string_view text, std::string_view on = "2026-11-23", SchoolYearStart start = september) {
  const auto period = period_from_input(text, day(on), start).value;
  return period ? plain(Argument{*period}) : "";
}

}  // namespace

TEST_CASE("a period does not end before it begins, but may be one day") {
  CHECK_FALSE(Period::from(day("2026-11-05"), day("2026-11-04")));
  CHECK(Period::from(day("2026-11-05"), day("2026-11-05")));
}

TEST_CASE("a period holds both its ends and nothing beyond") {
  const auto period = days("2026-09-01", "2026-12-31");
  CHECK_FALSE(period.contains(day("2026-08-31")));
  CHECK(period.contains(day("2026-09-01")));
  CHECK(period.contains(day("2026-12-31")));
  CHECK_FALSE(period.contains(day("2027-01-01")));
}

TEST_CASE("all is every day of the calendar and nothing less") {
  CHECK(Period::all().is_all());
  CHECK(Period::all().contains(Date::earliest()));
  CHECK(Period::all().contains(Date::latest()));
  CHECK_FALSE(days("1900-01-01", "2199-12-30").is_all());
}

TEST_CASE("the start of the school year is a day that every year has") {
  CHECK(parse_day_of_year("09-01") == september);
  CHECK(parse_day_of_year("02-28") == SchoolYearStart{2, 28});
  for (const std::string text :
       {"02-29", "9-1", "09/01", "13-01", "09-31", "00-01", "09-00", "", "09-011", "2026-09-01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_day_of_year(text));
  }
}

TEST_CASE("the school year of a day begins on the program's date") {
  CHECK(school_year_of(day("2026-08-31"), september) == days("2025-09-01", "2026-08-31"));
  CHECK(school_year_of(day("2026-09-01"), september) == days("2026-09-01", "2027-08-31"));
  CHECK(school_year_of(day("2026-09-01"), {9, 2}) == days("2025-09-02", "2026-09-01"));
  CHECK(school_year_of(day("2026-09-01"), {1, 1}) == days("2026-01-01", "2026-12-31"));
}

TEST_CASE("at the ends of the calendar the year itself stands for the school year") {
  CHECK(school_year_of(day("1900-01-15"), september) == days("1900-01-01", "1900-12-31"));
  CHECK(school_year_of(day("2199-10-01"), september) == days("2199-01-01", "2199-12-31"));
}

TEST_CASE("a period is typed as a school year, a month, a quarter or a year") {
  CHECK(typed_period("2026-2027") == "2026-09-01..2027-08-31");
  CHECK(typed_period("2026-2027", "2026-11-23", {8, 15}) == "2026-08-15..2027-08-14");
  CHECK(typed_period("2026-11") == "2026-11-01..2026-11-30");
  CHECK(typed_period("2026-12") == "2026-12-01..2026-12-31");
  CHECK(typed_period("2028-02") == "2028-02-01..2028-02-29");
  CHECK(typed_period("2026-Q1") == "2026-01-01..2026-03-31");
  CHECK(typed_period("2026-Q4") == "2026-10-01..2026-12-31");
  CHECK(typed_period("2026-q2") == "2026-04-01..2026-06-30");
  CHECK(typed_period("2026") == "2026-01-01..2026-12-31");
  CHECK(typed_period("2199") == "2199-01-01..2199-12-31");
}

TEST_CASE("a period is typed as a range whose ends may be left out") {
  CHECK(typed_period("2026-09-01..2026-12-31") == "2026-09-01..2026-12-31");
  CHECK(typed_period("01.09.2026..today") == "2026-09-01..2026-11-23");
  CHECK(typed_period("2026-09-01..") == "2026-09-01..2199-12-31");
  CHECK(typed_period("..2026-12-31") == "1900-01-01..2026-12-31");
  CHECK(typed_period("..") == typed_period("all"));
}

TEST_CASE("a period may be one day") {
  CHECK(typed_period("2026-11-05") == "2026-11-05..2026-11-05");
  CHECK(typed_period("вчера") == "2026-11-22..2026-11-22");
}

TEST_CASE("a period is typed in words relative to today") {
  CHECK(typed_period("all") == "1900-01-01..2199-12-31");
  CHECK(typed_period("this-month") == "2026-11-01..2026-11-30");
  CHECK(typed_period("last-month") == "2026-10-01..2026-10-31");
  CHECK(typed_period("last-month", "2026-01-31") == "2025-12-01..2025-12-31");
  CHECK(typed_period("this-school-year") == "2026-09-01..2027-08-31");
  CHECK(typed_period("this-school-year", "2026-08-31") == "2025-09-01..2026-08-31");
  CHECK(typed_period("last-school-year") == "2025-09-01..2026-08-31");
}

TEST_CASE("what names no period is refused") {
  for (const std::string text : {"",
                                 "202",
                                 "20266",
                                 "2026-",
                                 "2026-13",
                                 "2026-00",
                                 "2026-1",
                                 "2026-Q0",
                                 "2026-Q5",
                                 "2026-Q44",
                                 "2026-2028",
                                 "2026-2026",
                                 "2027-2026",
                                 "2026/11",
                                 "2026-12-31..2026-09-01",
                                 "2026-09-01...2026-12-31",
                                 "1899",
                                 "2200",
                                 "1899-1900",
                                 "2199-2200",
                                 "2026-2029",
                                 "13.2026",
                                 "0 квартал",
                                 "5 квартал 2026",
                                 "ноябрь 26",
                                 "но",
                                 "no-month",
                                 "this-year"}) {
    CAPTURE(text);
    CHECK(typed_period(text).empty());
  }
}

TEST_CASE("a school year is read as people write it") {
  for (const std::string text : {"2026-2027", "2026/2027", "2026–2027", "2026—2027", "2026 – 2027", "2026 / 2027",
                                 "2026/27", "2026–27", "2026-27"}) {
    CAPTURE(text);
    CHECK(typed_period(text) == "2026-09-01..2027-08-31");
    CHECK(school_year_from_input(text, september) == days("2026-09-01", "2027-08-31"));
  }
  CHECK(typed_period("2011-12") == "2011-12-01..2011-12-31");  // a month
  CHECK(typed_period("2011/12") == "2011-09-01..2012-08-31");
  CHECK(typed_period("1999/00") == "1999-09-01..2000-08-31");
  for (const std::string text : {"2026/2028", "2026/28", "2026/2026", "26/27", "2026/", "2026//27", "2026/027",
                                 "2026 2027", "2026\xE2", "/2027", "2026/27x"}) {
    CAPTURE(text);
    CHECK_FALSE(school_year_from_input(text, september));
  }
}

TEST_CASE("a month or a quarter is read in words; without a year it is the latest that has begun") {
  for (const std::string text :
       {"2026-11", "11.2026", "ноябрь", "Ноябрь", "ноябрь 2026", "нояб 2026 г.", "november 2026"}) {
    CAPTURE(text);
    CHECK(typed_period(text) == "2026-11-01..2026-11-30");
  }
  CHECK(typed_period("декабрь") == "2025-12-01..2025-12-31");
  CHECK(typed_period("май") == "2026-05-01..2026-05-31");
  for (const std::string text : {"4 квартал", "IV квартал 2026", "4 квартал 2026 г."}) {
    CAPTURE(text);
    CHECK(typed_period(text) == "2026-10-01..2026-12-31");
  }
  CHECK(typed_period("4 квартал", "2027-01-10") == "2026-10-01..2026-12-31");
  CHECK(typed_period("2026 год") == "2026-01-01..2026-12-31");
}

TEST_CASE("a range goes from day to day or from month to month, and what has no year is near to the other end") {
  for (const std::string text :
       {"01.09.2026..31.12.2026", "01.09.2026 – 31.12.2026", "1.09–31.12", "1.09..31.12", "сентябрь-декабрь",
        "09.2026-12.2026", "2026-09..2026-12", "1 сентября – 31 декабря", "1.09-31.12.2026"}) {
    CAPTURE(text);
    CHECK(typed_period(text) == "2026-09-01..2026-12-31");
  }
  CHECK(typed_period("декабрь–январь") == "2025-12-01..2026-01-31");
  CHECK(typed_period("пн-вт", "2026-11-27") == "2026-11-23..2026-11-24");
  CHECK(typed_period("1.09.2025..сегодня") == "2025-09-01..2026-11-23");
}

TEST_CASE("a range may be said with «с» and «по», or have one month for both of its days, and a period «за»") {
  CHECK(typed_period("с 1 сентября по 31 мая") == "2026-09-01..2027-05-31");
  CHECK(typed_period("С 01.09.2026 по 31.12.2026") == "2026-09-01..2026-12-31");
  CHECK(typed_period("1-15 ноября") == "2026-11-01..2026-11-15");
  CHECK(typed_period("1–15.11.2025") == "2025-11-01..2025-11-15");
  CHECK(typed_period("за ноябрь") == "2026-11-01..2026-11-30");
  CHECK(typed_period("за 4 кв. 2025") == "2025-10-01..2025-12-31");
  CHECK(typed_period("текущая неделя") == typed_period("this-week"));
  for (const std::string text : {"с 1 сентября", "по 31 мая", "1-", "1-15", "15-11-2026", "за"}) {
    CAPTURE(text);
    CHECK(typed_period(text).empty());
  }
}

TEST_CASE("a year that may be that of the calendar or of the school is refused with both") {
  const auto refused = [](std::string_view text) {
    const auto typed = period_from_input(text, today, september);
    return typed.refused ? plain(*typed.refused) : "";
  };
  CHECK(refused("этот год") == "period-input.which-year(этот год, 2026, 2026-2027)");
  CHECK(refused("за прошлый год") == "period-input.which-year(прошлый год, 2025, 2025-2026)");
  CHECK(refused("this-year") == "period-input.which-year(this-year, 2026, 2026-2027)");
}

TEST_CASE("a range that ends before it begins is refused as that") {
  for (const std::string text : {"2026-12-31..2026-09-01", "31.12.2026-01.09.2026"}) {
    CAPTURE(text);
    const auto typed = period_from_input(text, today, september);
    CHECK_FALSE(typed.value);
    REQUIRE(typed.refused);
    CHECK(plain(*typed.refused) == "period-input.reversed(2026-12-31, 2026-09-01)");
  }
}

TEST_CASE("periods have names in both languages, with blanks or dashes") {
  CHECK(typed_period("this-week") == "2026-11-23..2026-11-29");
  CHECK(typed_period("эта неделя") == "2026-11-23..2026-11-29");
  CHECK(typed_period("прошлая неделя") == "2026-11-16..2026-11-22");
  CHECK(typed_period("прошлый-месяц") == "2026-10-01..2026-10-31");
  CHECK(typed_period("Прошлый учебный год") == "2025-09-01..2026-08-31");
  CHECK(typed_period("этот учебный год") == "2026-09-01..2027-08-31");
  for (const std::string text : {"всё", "Все", "All"}) {
    CHECK(typed_period(text) == typed_period("all"));
  }
}
