/// Whatever is read as a day, a day or month by which something is due, a birth, an age range, a duration, a start of
/// the school year or a period prints to a text that reads to the same value; and what is computed of them holds: a
/// school year has its day, a period its ends, and a person is of one age or of two neighbouring ones.
#include "mentor/age.hpp"
#include "mentor/day_input.hpp"
#include "mentor/due.hpp"
#include "mentor/duration.hpp"
#include "mentor/norms.hpp"
#include "mentor/period_input.hpp"
#include "target.hpp"

namespace {

using namespace mentor;

std::string two_digits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

void check_period(std::string_view text, Date today, SchoolYearStart start) {
  if (const auto period = period_from_input(text, today, start).value) {
    const auto printed = period->first().to_string() + ".." + period->last().to_string();
    fuzz::require(period->first() <= period->last(), "a period ends after it begins", printed);
    fuzz::require(period->contains(period->first()) && period->contains(period->last()), "it has its ends", printed);
    fuzz::require(period_from_input(printed, today, start).value == period, "a period reads back", printed);
  }
}

void check_day(Date day, SchoolYearStart start) {
  const auto printed = day.to_string();
  fuzz::require(Date::parse(printed) == day, "a day reads back", printed);
  fuzz::require(school_year_of(day, start).contains(day), "a school year has its day", printed);
  fuzz::require(day.plus_days(1) >= day && day.plus_days(-1) <= day, "the next day is later", printed);
  for (const auto* name : {"this-month", "this-school-year"}) {
    const auto period = period_from_input(name, day, start).value;
    fuzz::require(period && period->contains(day), "this period has today", printed);
  }
  check_period("last-month", day, start);
  check_period("last-school-year", day, start);
}

void check_duration(const std::optional<Duration>& duration) {
  if (duration) {
    const auto printed = duration->to_string();
    fuzz::require(Duration::parse(printed) == duration, "a duration reads back", printed);
    fuzz::require(Duration::parse(printed)->to_string() == printed, "a duration prints to one text", printed);
    fuzz::require(duration->seconds() > 0 && duration->seconds() <= 3'600'000, "a duration is in its bounds", printed);
  }
}

}  // namespace

FUZZ_TARGET(dates) {
  const auto text = fuzz::text_of(data, size);
  const auto start = parse_day_of_year(text);
  if (start) {
    const auto printed = two_digits(start->month) + '-' + two_digits(start->day);
    fuzz::require(parse_day_of_year(printed) == start, "a start of the school year reads back", printed);
  }
  for (const Date today : {Date::earliest(), *Date::parse("2026-11-23"), Date::latest()}) {
    if (const auto day = date_from_input(text, today)) {
      check_day(*day, start.value_or(SchoolYearStart{}));
    }
    check_day(today, start.value_or(SchoolYearStart{}));
    check_period(text, today, SchoolYearStart{});
    check_period(text, today, SchoolYearStart{1, 1});
  }
  if (const auto due = Due::parse(text)) {
    const auto printed = due->to_string();
    fuzz::require(Due::parse(printed) == due, "what is due reads back", printed);
    fuzz::require(Due{due->last()}.last() == due->last() && !Due{due->last()}.is_month(), "it is due by a day",
                  printed);
  }
  if (const auto born = Born::parse(text)) {
    const auto printed = born->to_string();
    fuzz::require(Born::parse(printed) == born, "a birth reads back", printed);
    fuzz::require(born->earliest() <= born->latest(), "a birth has a first day and a last", printed);
    const auto ages = ages_on(*born, Date::latest());
    fuzz::require(ages.oldest - ages.youngest == (born->is_exact() || ages.oldest == ages.youngest ? 0 : 1),
                  "one age, or two neighbours", printed);
  }
  if (const auto range = AgeRange::parse(text)) {
    const auto printed = range->to_string();
    fuzz::require(AgeRange::parse(printed) == range, "an age range reads back", printed);
    fuzz::require(range->contains(range->from()) && !range->contains(range->from() - 1), "it begins there", printed);
  }
  check_duration(Duration::parse(text));
  check_duration(duration_from_input(text, Norms{}[Norm::lesson_minutes]));
  return 0;
}
