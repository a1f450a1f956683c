#include "mentor/period.hpp"

#include "digits.hpp"

namespace mentor {

std::optional<Period> Period::from(Date first, Date last) {
  return last < first ? std::nullopt : std::optional{Period{first, last}};
}

Period Period::all() { return Period{Date::earliest(), Date::latest()}; }

bool Period::is_all() const { return *this == all(); }

std::optional<DayOfYear> parse_day_of_year(std::string_view text) {
  if (text.size() != 5 || text[2] != '-') {
    return std::nullopt;
  }
  const auto month = number_from_digits(text.substr(0, 2));
  const auto day = number_from_digits(text.substr(3));
  constexpr int common_year = 2001;
  if (!month || !day || !Date::from(common_year, static_cast<unsigned>(*month), static_cast<unsigned>(*day))) {
    return std::nullopt;
  }
  return DayOfYear{static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
}

std::string to_string(DayOfYear day) {
  return padded(static_cast<int>(day.month), 2) + '-' + padded(static_cast<int>(day.day), 2);
}

Period school_year_of(Date day, SchoolYearStart start) {
  const auto begins = Date::from(day.year(), start.month, start.day);
  const int year = begins && *begins <= day ? day.year() : day.year() - 1;
  // At the two ends of the calendar there is no room for a whole school year. The calendar year stands for it.
  return school_year_from(year, start).value_or(*months_from(day.year(), 1, 12));
}

Date first_of_summer(int year) {
  constexpr unsigned june = 6;
  return *Date::from(year, june, 1);
}

std::optional<Period> months_from(int year, unsigned month, unsigned count) {
  const auto first = Date::from(year, month, 1);
  const unsigned after = month - 1 + count;
  if (!first) {
    return std::nullopt;
  }
  const auto next = Date::from(year + static_cast<int>(after / 12), after % 12 + 1, 1);
  return Period::from(*first, next ? next->plus_days(-1) : Date::latest());
}

std::optional<Period> school_year_from(int year, SchoolYearStart start) {
  const auto first = Date::from(year, start.month, start.day);
  const auto next = Date::from(year + 1, start.month, start.day);
  return first && next ? Period::from(*first, next->plus_days(-1)) : std::nullopt;
}

}  // namespace mentor
