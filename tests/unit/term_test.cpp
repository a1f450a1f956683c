#include "mentor/term.hpp"

#include <doctest/doctest.h>

#include "mentor/edition.hpp"
#include "sample.hpp"

using namespace sample;

namespace {

/// `first..last`, or nothing when the text names no period.
TypedValue<Period> typed(std::string_view text, SchoolYearStart start = {}, Date on = today) {
  Settings settings;
  settings.school_year_start = start;
  settings.model = model_of_edition(oldest_edition);
  return period_from_input(text, PeriodContext{on, settings, fold()});
}
std::string typed_term(std::string_view text, SchoolYearStart start = {}) {
  const auto period = typed(text, start).value;
  return period ? plain(Argument{*period}) : "";
}
std::string refused_period(std::string_view text, Date on = today) {
  const auto refused = typed(text, {}, on).refused;
  return refused ? plain(*refused) : "";
}

}  // namespace

TEST_CASE("a term alone is that of the present school year, by its id or either label") {
  for (const std::string text : {"t1", "1 четверть", "1 Четверть", "1st term"}) {
    CAPTURE(text);
    CHECK(typed_term(text) == "2026-09-01..2026-10-25");
  }
  CHECK(typed_term("t3") == "2027-01-12..2027-03-27");
  CHECK(typed_term("2 полугодие") == "2027-01-12..2027-05-31");
}

TEST_CASE("a school year may stand before a term or after it") {
  for (const std::string text : {"2025-2026/t3", "2025/2026/t3", "2025/26 t3", "2025–2026 3 четверть",
                                 "3 четверть 2025/2026", "t3/2025-2026", "2025 – 2026/3 четверть"}) {
    CAPTURE(text);
    CHECK(typed_term(text) == "2026-01-12..2026-03-27");
  }
  CHECK(typed_term("2025-2026/t9") == "");
  CHECK(typed_term("2025-2027/t1") == "");
  CHECK(typed_term("5 четверть") == "");
  CHECK(typed_term("2026/t1") == "");
}

TEST_CASE("a school year may be called what it is") {
  for (const std::string text : {"2026-2027 учебный год", "2026/2027 Учебный год", "2026/27 уч. год",
                                 "2026-2027 уч.год", "за 2026/2027 учебный год"}) {
    CAPTURE(text);
    CHECK(typed_term(text) == "2026-09-01..2027-08-31");
  }
}

TEST_CASE("what names a period without terms still does") {
  CHECK(typed_term("2026-q1") == "2026-01-01..2026-03-31");
  CHECK(typed_term("this-school-year") == "2026-09-01..2027-08-31");
  CHECK(typed_term("2026-11") == "2026-11-01..2026-11-30");
  CHECK(typed_term("") == "");
}

TEST_CASE("a term lies in the school year as the program begins it") {
  CHECK(typed_term("2026-2027/t1", {8, 15}) == "2026-09-01..2026-10-25");
  CHECK(typed_term("2026-2027/t1", {10, 1}) == "");  // it would begin in September of the next year
  CHECK_FALSE(days_in(school_year_of(today, {10, 1}), model_of_edition(oldest_edition).terms.front()));
}

TEST_CASE("a term may have a Roman number, or a word for it") {
  CHECK(typed_term("I четверть") == "2026-09-01..2026-10-25");
  CHECK(typed_term("II полугодие") == "2027-01-12..2027-05-31");
  CHECK(typed_term("2025/26 IV четверть") == "2026-04-06..2026-05-31");
  for (const std::string text :
       {"первая четверть", "1-я четверть", "за 1 четверть", "1 четверть 2026-2027 учебного года"}) {
    CAPTURE(text);
    CHECK(typed_term(text) == "2026-09-01..2026-10-25");
  }
  CHECK(typed_term("Второе полугодие") == "2027-01-12..2027-05-31");
}

TEST_CASE("in summer a term alone may be of either school year, and is refused with both") {
  CHECK(refused_period("1 четверть", day("2026-07-15")) ==
        "period-input.either-year(1 четверть, 2025-2026/t1, 2026-2027/t1)");
  CHECK(refused_period("t4", day("2026-05-31")).empty());
  CHECK(refused_period("t4", day("2026-06-01")) == "period-input.either-year(t4, 2025-2026/t4, 2026-2027/t4)");
  CHECK(refused_period("t1", day("2026-09-01")).empty());
  CHECK(typed("2025-2026/t1", {}, day("2026-07-15")).value);
}

TEST_CASE("a term that the program does not have is refused with those that it has") {
  CHECK(refused_period("5 четверть") == "period-input.no-such-term(5 четверть, 1st term|2nd term|3rd term|4th term)");
  CHECK(refused_period("3 полугодие") == "period-input.no-such-term(3 полугодие, 1st half-year|2nd half-year)");
  CHECK(refused_period("3 триместр").empty());
  CHECK(refused_period("когда-нибудь").empty());
}
