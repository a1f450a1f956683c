#include "mentor/period.hpp"

#include "digits.hpp"

namespace mentor {

namespace {

std::optional<Period> between(std::optional<Date> first, std::optional<Date> last) {
  return first && last ? Period::from(*first, *last) : std::nullopt;
}

/// The period from the first day of this month. It ends on the day before the first day `months` later.
std::optional<Period> months_from(int year, unsigned month, unsigned months) {
  const auto first = Date::from(year, month, 1);
  const unsigned after = month - 1 + months;
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

std::optional<Period> parse_range(std::string_view text, std::size_t dots, Date today) {
  const auto left = text.substr(0, dots);
  const auto right = text.substr(dots + 2);
  return between(left.empty() ? Date::earliest() : date_from_input(left, today),
                 right.empty() ? Date::latest() : date_from_input(right, today));
}

std::optional<Period> parse_named(std::string_view text, Date today, SchoolYearStart start) {
  if (text == "all") {
    return Period::all();
  }
  if (text == "this-month") {
    return months_from(today.year(), today.month(), 1);
  }
  if (text == "last-month") {
    const Date before = Date::from(today.year(), today.month(), 1)->plus_days(-1);
    return months_from(before.year(), before.month(), 1);
  }
  if (text == "this-school-year") {
    return school_year_of(today, start);
  }
  if (text == "last-school-year") {
    return school_year_of(school_year_of(today, start).first().plus_days(-1), start);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Period> Period::from(Date first, Date last) {
  return last < first ? std::nullopt : std::optional{Period{first, last}};
}

Period Period::all() { return Period{Date::earliest(), Date::latest()}; }

bool Period::is_all() const { return *this == all(); }

std::optional<SchoolYearStart> parse_school_year_start(std::string_view text) {
  if (text.size() != 5 || text[2] != '-') {
    return std::nullopt;
  }
  const auto month = number_from_digits(text.substr(0, 2));
  const auto day = number_from_digits(text.substr(3));
  constexpr int common_year = 2001;
  if (!month || !day || !Date::from(common_year, static_cast<unsigned>(*month), static_cast<unsigned>(*day))) {
    return std::nullopt;
  }
  return SchoolYearStart{static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
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

std::optional<Period> period_from_input(std::string_view text, Date today, SchoolYearStart start) {
  if (const auto named = parse_named(text, today, start)) {
    return named;
  }
  if (const auto dots = text.find(".."); dots != std::string_view::npos) {
    return parse_range(text, dots, today);
  }
  if (const auto day = date_from_input(text, today)) {
    return Period::from(*day, *day);
  }
  const auto year = number_from_digits(text.substr(0, 4));
  if (!year || text.size() < 4) {
    return std::nullopt;
  }
  if (text.size() == 4) {
    return months_from(*year, 1, 12);
  }
  const auto rest = text.substr(5);
  if (text[4] != '-') {
    return std::nullopt;
  }
  if (rest.size() == 4 && number_from_digits(rest) == *year + 1) {
    return school_year_from(*year, start);
  }
  if (rest.size() == 2 && (rest[0] == 'Q' || rest[0] == 'q') && rest[1] >= '1' && rest[1] <= '4') {
    return months_from(*year, static_cast<unsigned>(rest[1] - '1') * 3 + 1, 3);
  }
  if (const auto month = number_from_digits(rest); rest.size() == 2 && month) {
    return months_from(*year, static_cast<unsigned>(*month), 1);
  }
  return std::nullopt;
}

}  // namespace mentor
