#include "mentor/due.hpp"

#include "mentor/period.hpp"

namespace mentor {

namespace {

/// The last day of a month. Nothing when the calendar does not have that month.
std::optional<Date> last_day_of_month(int year, unsigned month) {
  const auto days = months_from(year, month, 1);
  return days ? std::optional{days->last()} : std::nullopt;
}

}  // namespace

std::optional<Due> Due::parse(std::string_view text) {
  if (const auto day = Date::parse(text)) {
    return Due{*day};
  }
  const auto first = Date::parse(std::string{text}.append("-01"));
  const auto last = first ? last_day_of_month(first->year(), first->month()) : std::nullopt;
  return last ? std::optional{Due{*last, true}} : std::nullopt;
}

Due Due::plus_years(int count) const {
  const int year = last_.year() + count;
  const auto last_of_month = last_day_of_month(year, last_.month());
  if (is_month_ && last_of_month) {
    return Due{*last_of_month, true};
  }
  const auto same = Date::from(year, last_.month(), last_.day());
  return Due{same ? *same : last_of_month.value_or(last_)};
}

std::string Due::to_string() const { return is_month_ ? month_of(last_).to_string() : last_.to_string(); }

}  // namespace mentor
