#include "mentor/date.hpp"

#include <algorithm>

#include "digits.hpp"

namespace mentor {

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2199;

/// The value of so many digits. -1, which is no year, month or day, when other characters stand there. The days of a
/// million records are read with it, so the number of digits is known when it is compiled.
template <std::size_t Count>
int digits_at(std::string_view text, std::size_t begin) {
  int value = 0;
  bool has_other = false;
  for (std::size_t place = begin; place < begin + Count; ++place) {
    const int digit = text[place] - '0';
    has_other = has_other || digit < 0 || digit > 9;
    value = value * 10 + digit;
  }
  return has_other ? -1 : value;
}

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
  return from(digits_at<4>(text, 0), static_cast<unsigned>(digits_at<2>(text, 5)),
              static_cast<unsigned>(digits_at<2>(text, 8)));
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
