#include "mentor/date.hpp"

#include <algorithm>
#include <array>

#include "digits.hpp"

namespace mentor {

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2199;

std::optional<Date> from_numbers(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day) {
    return std::nullopt;
  }
  return Date::from(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

/// The number of one or two digits.
std::optional<int> short_number(std::string_view digits) {
  return digits.size() > 2 ? std::nullopt : number_from_digits(digits);
}

/// A year of four digits, or of the two last digits in this century.
std::optional<int> year_from(std::string_view digits) {
  constexpr int century = 2000;
  const auto number = number_from_digits(digits);
  return digits.size() == 4 ? number : digits.size() == 2 && number ? std::optional{century + *number} : std::nullopt;
}

/// Three parts of a text, between two signs.
std::optional<std::array<std::string_view, 3>> three_parts(std::string_view text, char sign) {
  const auto first = text.find(sign);
  const auto second = first == std::string_view::npos ? first : text.find(sign, first + 1);
  if (second == std::string_view::npos) {
    return std::nullopt;
  }
  return std::array{text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
}

constexpr std::array<std::string_view, 12> months = {"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                                                     "июля",   "августа", "сентября", "октября", "ноября", "декабря"};

/// The number of a month from its name, as it stands in a date.
std::optional<int> month_from(std::string_view name) {
  const auto* const found = std::find(months.begin(), months.end(), name);
  return found == months.end() ? std::nullopt : std::optional{static_cast<int>(found - months.begin()) + 1};
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
  return from_numbers(number_from_digits(text.substr(0, 4)), number_from_digits(text.substr(5, 2)),
                      number_from_digits(text.substr(8, 2)));
}

Date Date::earliest() { return *from(first_year, 1, 1); }
Date Date::latest() { return *from(last_year, 12, 31); }

Date Date::plus_days(int count) const {
  const auto moved = std::clamp<std::int64_t>(std::int64_t{days_} + count, earliest().days_, latest().days_);
  return Date{std::chrono::sys_days{std::chrono::days{moved}}};
}

std::string Date::to_string() const {
  return padded(year(), 4) + '-' + padded(static_cast<int>(month()), 2) + '-' + padded(static_cast<int>(day()), 2);
}

std::string Month::to_string() const { return padded(year, 4) + '-' + padded(static_cast<int>(month), 2); }

Month month_of(Date date) { return Month{date.year(), date.month()}; }

std::optional<Date> written_date(std::string_view text) {
  for (const std::string_view word : {" г.", " года"}) {
    text.remove_suffix(text.ends_with(word) ? word.size() : 0);
  }
  if (const auto parts = three_parts(text, '-')) {
    const auto [year, month, day] = *parts;
    return from_numbers(year.size() == 4 ? number_from_digits(year) : std::nullopt, short_number(month),
                        short_number(day));
  }
  if (const auto parts = three_parts(text, '.')) {
    const auto [day, month, year] = *parts;
    return from_numbers(year_from(year), short_number(month), short_number(day));
  }
  if (const auto parts = three_parts(text, ' ')) {
    const auto [day, month, year] = *parts;
    return from_numbers(year.size() == 4 ? number_from_digits(year) : std::nullopt, month_from(month),
                        short_number(day));
  }
  return std::nullopt;
}

std::optional<Date> date_from_input(std::string_view text, Date today) {
  if (text == "today" || text == "сегодня") {
    return today;
  }
  if (text == "yesterday" || text == "вчера") {
    return today.plus_days(-1);
  }
  return written_date(text);
}

}  // namespace mentor
