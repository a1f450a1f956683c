#include "mentor/day_input.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

namespace {

/// The day, or what refuses it, or nothing.
std::string ahead(std::string_view text, std::optional<Date> from = std::nullopt) {
  const auto typed = day_ahead_from_input(text, today, from);
  return typed.refused ? plain(*typed.refused) : typed.value ? typed.value->to_string() : "";
}

}  // namespace

TEST_CASE("people may type a date with points, in either order of digits' number, or in words") {
  const Date now = day("2026-03-01");
  CHECK(date_from_input("2026-11-05", now) == day("2026-11-05"));
  CHECK(date_from_input("05.11.2026", now) == day("2026-11-05"));
  CHECK(date_from_input("5.1.2026", now) == day("2026-01-05"));
  for (const std::string word : {"today", "сегодня"}) {
    CHECK(date_from_input(word, now) == now);
  }
  for (const std::string word : {"yesterday", "вчера"}) {
    CHECK(date_from_input(word, now) == day("2026-02-28"));
  }
}

TEST_CASE("what nobody would read as a date is refused") {
  for (const std::string text :
       {"",        ".",        "..",       "31.02.2026",  "005.11.2026", "5.011.2026",  "5.11.2026.",
        "5.11.6",  "5.11.026", "26-11-5",  "2026-11-005", "2026-11",     "5 ноября 26", "05/11/2026",
        "31.02",   "0.5",      "5.13",     "5 но",        "5 числа",     "1,5",         "90 мин",
        "2 урока", "поза",     ".11.2026", "5..2026"}) {
    CAPTURE(text);
    CHECK_FALSE(date_from_input(text, today));
  }
}

TEST_CASE("a day with its year is read as people write it") {
  for (const std::string text : {"2026-11-05", "2026-11-5", "05.11.2026", "5.11.2026", "5.11.26", "5 ноября 2026",
                                 "5 Ноября 2026", " 5 ноября 2026", "5 ноябрь 2026", "5 november 2026", "5.11.2026г.",
                                 "5 ноября 2026г", "05 ноября 2026 г.", "5 ноября 2026 года", "5.11.2026 г."}) {
    CAPTURE(text);
    CHECK(written_date(text) == day("2026-11-05"));
    CHECK(date_from_input(text, today) == day("2026-11-05"));
  }
  for (const std::string text :
       {"сегодня", "вчера", "today", "5.11", "5 ноября", "пятница"}) {  // nobody knows later which day that was
    CHECK_FALSE(written_date(text));
  }
}

TEST_CASE("a day without a year is the nearest one not after today") {
  for (const std::string text : {"5.11", "05.11", "5 ноября", "5 Ноября", "5 ноя"}) {
    CAPTURE(text);
    CHECK(date_from_input(text, today) == day("2026-11-05"));
  }
  CHECK(date_from_input("23.11", today) == today);
  CHECK(date_from_input("24.11", today) == day("2025-11-24"));
  CHECK(date_from_input("1.5", today) == day("2026-05-01"));
  CHECK(date_from_input("29.02", today) == day("2024-02-29"));
}

TEST_CASE("a weekday is the last one, and today may be it") {
  CHECK(date_from_input("понедельник", today) == today);
  CHECK(date_from_input("воскресенье", today) == day("2026-11-22"));
  for (const std::string text : {"вторник", "во вторник", "Вт", "tuesday", "on tuesday", "tue"}) {
    CAPTURE(text);
    CHECK(date_from_input(text, today) == day("2026-11-17"));
  }
  CHECK(date_from_input("в среду", today) == day("2026-11-18"));
}

TEST_CASE("a past weekday is the last one before today") {
  CHECK(date_from_input("прошлый понедельник", today) == day("2026-11-16"));
  CHECK(date_from_input("в прошлый вторник", today) == day("2026-11-17"));
  CHECK(date_from_input("в прошлую среду", today) == day("2026-11-18"));
  CHECK(date_from_input("last sunday", today) == day("2026-11-22"));
  CHECK(ahead("прошлая пятница").empty());
  CHECK(ahead("в прошлую пятницу") == "2026-11-20");
  CHECK_FALSE(date_from_input("прошлый", today));
}

TEST_CASE("days near today have names") {
  CHECK(date_from_input("неделю назад", today) == day("2026-11-16"));
  CHECK(date_from_input("Сегодня", today) == today);
  CHECK(date_from_input("позавчера", today) == day("2026-11-21"));
  CHECK(date_from_input("завтра", today) == day("2026-11-24"));
  CHECK(date_from_input("послезавтра", today) == day("2026-11-25"));
}

TEST_CASE("the end of what lasts is ahead: not before its first day, or not before today") {
  CHECK(ahead("31.05") == "2027-05-31");
  CHECK(ahead("23.11") == "2026-11-23");
  CHECK(ahead("пятница") == "2026-11-27");
  CHECK(ahead("31.05", day("2026-10-05")) == "2027-05-31");
  CHECK(ahead("15.11", day("2026-10-05")) == "2026-11-15");
  CHECK(ahead("31.12", day("2027-01-10")) == "2027-12-31");
  CHECK(ahead("31.05.2026", day("2026-10-05")) == "2026-05-31");
  CHECK(ahead("вчера") == "2026-11-22");
  CHECK(ahead("когда-нибудь").empty());
}

TEST_CASE("of what began more than a year ago a day without a year may be two, and is refused with both") {
  CHECK(ahead("31.05", day("2025-09-01")) == "day-input.either-year(31.05, 2026-05-31, 2027-05-31)");
  CHECK(ahead("31.05", day("2025-11-24")) == "2026-05-31");
  CHECK(ahead("31.05.2027", day("2025-09-01")) == "2027-05-31");
}
