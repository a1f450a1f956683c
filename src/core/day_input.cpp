#include "mentor/day_input.hpp"

#include <algorithm>
#include <array>

#include "date_parts.hpp"
#include "digits.hpp"
#include "mentor/text.hpp"
#include "mentor/utf8.hpp"

namespace mentor {

namespace {

/// How people call a month. A name of three letters or more may be cut short.
struct MonthNames {
  std::string_view of_date;
  std::string_view alone;
  std::string_view english;
};
constexpr std::array months = {MonthNames{"января", "январь", "january"},
                               MonthNames{"февраля", "февраль", "february"},
                               MonthNames{"марта", "март", "march"},
                               MonthNames{"апреля", "апрель", "april"},
                               MonthNames{"мая", "май", "may"},
                               MonthNames{"июня", "июнь", "june"},
                               MonthNames{"июля", "июль", "july"},
                               MonthNames{"августа", "август", "august"},
                               MonthNames{"сентября", "сентябрь", "september"},
                               MonthNames{"октября", "октябрь", "october"},
                               MonthNames{"ноября", "ноябрь", "november"},
                               MonthNames{"декабря", "декабрь", "december"}};

/// How people call a weekday, from Monday on: alone, after «в», in short, and in English.
struct WeekdayNames {
  std::string_view alone;
  std::string_view after_in;
  std::string_view brief;
  std::string_view english;
  std::string_view english_brief;
};
constexpr int days_of_week = 7;
constexpr std::array<WeekdayNames, days_of_week> weekdays = {
    WeekdayNames{"понедельник", "понедельник", "пн", "monday", "mon"},
    WeekdayNames{"вторник", "вторник", "вт", "tuesday", "tue"},
    WeekdayNames{"среда", "среду", "ср", "wednesday", "wed"},
    WeekdayNames{"четверг", "четверг", "чт", "thursday", "thu"},
    WeekdayNames{"пятница", "пятницу", "пт", "friday", "fri"},
    WeekdayNames{"суббота", "субботу", "сб", "saturday", "sat"},
    WeekdayNames{"воскресенье", "воскресенье", "вс", "sunday", "sun"}};

/// A day that is called by its distance from today.
struct NamedDay {
  std::string_view name;
  int distance;
};
constexpr std::array named_days = {NamedDay{"today", 0},
                                   NamedDay{"сегодня", 0},
                                   NamedDay{"yesterday", -1},
                                   NamedDay{"вчера", -1},
                                   NamedDay{"позавчера", -2},
                                   NamedDay{"tomorrow", 1},
                                   NamedDay{"завтра", 1},
                                   NamedDay{"послезавтра", 2},
                                   NamedDay{"неделю назад", -days_of_week},
                                   NamedDay{"a week ago", -days_of_week}};

/// What is said before a weekday that is past, after «в» or without it.
constexpr std::array<std::string_view, 4> words_for_past = {"прошлый ", "прошлую ", "прошлое ", "last "};

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

std::optional<int> number_of_month(std::string_view name) {
  const auto month = month_from_name(name);
  return month ? std::optional{static_cast<int>(*month)} : std::nullopt;
}

/// Reads a folded day with its year.
std::optional<Date> with_year(std::string_view text) {
  for (const std::string_view word : {" г.", "г.", " года", " г", "г"}) {
    if (text.ends_with(word)) {
      text.remove_suffix(word.size());
      break;
    }
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
    return from_numbers(year.size() == 4 ? number_from_digits(year) : std::nullopt, number_of_month(month),
                        short_number(day));
  }
  return std::nullopt;
}

/// Reads a folded day without its year: `5.11`, `5 ноября`. It may be 29 February.
std::optional<DayOfYear> without_year(std::string_view text) {
  const auto sign = text.find_first_of(". ");
  if (sign == std::string_view::npos) {
    return std::nullopt;
  }
  const auto day = short_number(text.substr(0, sign));
  const auto month = text[sign] == '.' ? short_number(text.substr(sign + 1)) : number_of_month(text.substr(sign + 1));
  constexpr int leap_year = 2024;
  return from_numbers(leap_year, month, day)
             ? std::optional{DayOfYear{static_cast<unsigned>(*month), static_cast<unsigned>(*day)}}
             : std::nullopt;
}

/// Whether the text begins with one of the words, which is then removed.
template <class Words>
bool take_one_of(const Words& words, std::string_view& text) {
  const auto* const found =
      std::find_if(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
  text.remove_prefix(found == words.end() ? 0 : found->size());
  return found != words.end();
}

/// The rest of a text without «в».
std::string_view after_in(std::string_view text) {
  constexpr std::array<std::string_view, 3> words_for_in = {"в ", "во ", "on "};
  take_one_of(words_for_in, text);
  return text;
}

std::optional<int> weekday_from_name(std::string_view name) {
  const auto* const found = std::find_if(weekdays.begin(), weekdays.end(), [&](const WeekdayNames& one) {
    return name == one.alone || name == one.after_in || name == one.brief || name == one.english ||
           name == one.english_brief;
  });
  return found == weekdays.end() ? std::nullopt : std::optional{static_cast<int>(found - weekdays.begin())};
}

std::optional<Date> weekday_near(int weekday, NearestTo nearest) {
  const int after = (weekday - nearest.bound.weekday() + days_of_week) % days_of_week;
  const bool is_ahead = nearest.way == NearestTo::Way::ahead || after == 0;
  return nearest.bound.plus_days(is_ahead ? after : after - days_of_week);
}

std::optional<Date> day_near(DayOfYear day, NearestTo nearest) {
  constexpr int years_without_leap_day = 8;
  const bool is_ahead = nearest.way == NearestTo::Way::ahead;
  for (int count = 0; count <= years_without_leap_day; ++count) {
    const auto date = Date::from(nearest.bound.year() + (is_ahead ? count : -count), day.month, day.day);
    if (date && (is_ahead ? nearest.bound <= *date : *date <= nearest.bound)) {
      return date;
    }
  }
  return std::nullopt;
}

}  // namespace

std::string folded_day(std::string_view text) { return folded_plainly(tidy_line(text)).value_or(std::string{}); }

std::optional<unsigned> month_from_name(std::string_view name) {
  constexpr std::size_t shortest = 3;
  if (utf8::length(name) < shortest) {
    return std::nullopt;
  }
  const auto* const found = std::find_if(months.begin(), months.end(), [&](const MonthNames& one) {
    return one.of_date.starts_with(name) || one.alone.starts_with(name) || one.english.starts_with(name);
  });
  return found == months.end() ? std::nullopt : std::optional{static_cast<unsigned>(found - months.begin()) + 1};
}

std::optional<Date> written_date(std::string_view text) { return with_year(folded_day(text)); }

std::optional<Date> date_near(std::string_view text, Date today, NearestTo nearest) {
  const std::string folded = folded_day(text);
  const auto* const named =
      std::find_if(named_days.begin(), named_days.end(), [&](const NamedDay& one) { return one.name == folded; });
  if (named != named_days.end()) {
    return today.plus_days(named->distance);
  }
  std::string_view name = after_in(folded);
  const bool is_past = take_one_of(words_for_past, name);
  if (const auto weekday = weekday_from_name(name)) {
    return weekday_near(*weekday, is_past ? NearestTo{today.plus_days(-1)} : nearest);
  }
  if (const auto day = without_year(folded)) {
    return day_near(*day, nearest);
  }
  return with_year(folded);
}

std::optional<Date> date_from_input(std::string_view text, Date today) { return date_near(text, today, {today}); }

TypedValue<Date> day_ahead_from_input(std::string_view text, Date today, std::optional<Date> from) {
  constexpr int year = 365;
  constexpr auto ahead = NearestTo::Way::ahead;
  const auto coming = date_near(text, today, {today, ahead});
  if (!from || !without_year(folded_day(text))) {
    return {coming};
  }
  const auto after_first = date_near(text, today, {*from, ahead});
  if (coming && after_first && *after_first < *coming && *from < today.plus_days(-year)) {
    return {{}, say("day-input.either-year", std::string{text}, *after_first, *coming)};
  }
  return {after_first};
}

}  // namespace mentor
