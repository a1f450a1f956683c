#include "mentor/date.hpp"

#include <algorithm>

#include "date_parts.hpp"
#include "digits.hpp"

namespace mentor {

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2199;

}  // namespace

std::optional<Date> Date::from(int year, unsigned month, unsigned day) {
  constexpr unsigned most = 31;  // chrono keeps only eight bits of a month and of a day
  if (month > most || day > most) {
    return std::nullopt;
  }
  const std::chrono::year_month_day calendar{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (year < first_year || year > last_year || !calendar.ok()) {
    return std::nullopt;
  }
  return Date{std::chrono::sys_days{calendar}};
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  return from_numbers(number_from_digits(text.substr(0, 4)), number_from_digits(text.substr(5, 2)),
                      number_from_digits(text.substr(8, 2)));
}

Date Date::earliest() { return *from(first_year, 1, 1); }
Date Date::latest() { return *from(last_year, 12, 31); }

Date Date::plus_days(int count) const {
  const auto moved = std::clamp<std::int64_t>(std::int64_t{days_} + count, earliest().days_, latest().days_);
  return Date{std::chrono::sys_days{std::chrono::days{moved}}};
}

Date Date::plus_months(int count) const {
  const auto month = calendar().year() / calendar().month() + std::chrono::months{count};
  const auto last = std::chrono::sys_days{month / std::chrono::last};
  const auto day = std::chrono::sys_days{month / calendar().day()};
  return Date{std::min(day, last)}.plus_days(0);
}

std::string Date::to_string() const {
  return padded(year(), 4) + '-' + padded(static_cast<int>(month()), 2) + '-' + padded(static_cast<int>(day()), 2);
}

std::string Month::to_string() const { return padded(year, 4) + '-' + padded(static_cast<int>(month), 2); }

Month month_of(Date date) { return Month{date.year(), date.month()}; }

}  // namespace mentor
