#include "mentor/period_input.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "digits.hpp"
#include "mentor/day_input.hpp"
#include "mentor/text.hpp"
#include "mentor/utf8.hpp"

namespace mentor {

namespace {

constexpr unsigned months_of_year = 12;
constexpr unsigned months_of_quarter = 3;

std::string_view without_blanks_around(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The year that a text of four digits says.
std::optional<int> whole_year(std::string_view text) {
  constexpr std::size_t digits = 4;
  return text.size() == digits ? number_from_digits(text) : std::nullopt;
}

Period week_of(Date day) {
  constexpr int last = 6;
  const Date monday = day.plus_days(-day.weekday());
  return *Period::from(monday, monday.plus_days(last));
}

Period month_with(Date day) { return *months_from(day.year(), day.month(), 1); }

/// The folded name of a period with blanks between its words, and with «этот» for «текущий».
std::string plain_name(std::string_view folded) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> words = {
      {{"текущий ", "этот "}, {"текущая ", "эта "}, {"current ", "this "}}};
  std::string name{folded};
  std::replace(name.begin(), name.end(), '-', ' ');
  for (const auto& [word, instead] : words) {
    if (name.starts_with(word)) {
      name.replace(0, word.size(), instead);
    }
  }
  return name;
}

/// Refuses «этот год», which may be a calendar year or a school year.
std::optional<Message> which_year(std::string_view folded, Date today, SchoolYearStart start) {
  const std::string name = plain_name(folded);
  const bool is_this = name == "этот год" || name == "this year";
  if (!is_this && name != "прошлый год" && name != "last year") {
    return std::nullopt;
  }
  const int before = is_this ? 0 : 1;
  const int school_year = school_year_of(today, start).first().year() - before;
  return say("period-input.which-year", std::string{folded}, std::to_string(today.year() - before),
             std::to_string(school_year) + '-' + std::to_string(school_year + 1));
}

std::optional<Period> named_period(std::string_view folded, Date today, SchoolYearStart start) {
  const auto& rows = WordsOf<NamedPeriod>::rows;
  constexpr int week = 7;
  const std::string asked = plain_name(folded);
  const auto* const found = std::find_if(rows.begin(), rows.end(), [&](const WordRow& row) {
    return folded == row.id || asked == row.label.en || asked == folded_plainly(row.label.ru);
  });
  if (found == rows.end()) {
    return std::nullopt;
  }
  switch (static_cast<NamedPeriod>(found - rows.begin())) {
    case NamedPeriod::this_week:
      return week_of(today);
    case NamedPeriod::last_week:
      return week_of(today.plus_days(-week));
    case NamedPeriod::this_month:
      return month_with(today);
    case NamedPeriod::last_month:
      return month_with(month_with(today).first().plus_days(-1));
    case NamedPeriod::this_school_year:
      return school_year_of(today, start);
    case NamedPeriod::last_school_year:
      return school_year_of(school_year_of(today, start).first().plus_days(-1), start);
    case NamedPeriod::all:
      return Period::all();
  }
  return std::nullopt;
}

/// The months of every year from `month` on that are nearest: the latest that have begun, or the first that have not
/// ended.
std::optional<Period> months_near(unsigned month, unsigned count, NearestTo nearest) {
  const bool is_ahead = nearest.way == NearestTo::Way::ahead;
  for (int year = nearest.bound.year() - 1; year <= nearest.bound.year() + 1; ++year) {
    const int asked = is_ahead ? year : 2 * nearest.bound.year() - year;
    const auto period = months_from(asked, month, count);
    if (period && (is_ahead ? nearest.bound <= period->last() : period->first() <= nearest.bound)) {
      return period;
    }
  }
  return std::nullopt;
}

/// The months with this year, or the nearest ones where it is empty. The year may be called what it is.
std::optional<Period> months_in(std::string_view year, unsigned month, unsigned count, NearestTo nearest) {
  if (year.empty()) {
    return months_near(month, count, nearest);
  }
  for (const std::string_view word : {" г.", "г.", " года", " год", " г"}) {
    if (year.ends_with(word)) {
      year.remove_suffix(word.size());
      break;
    }
  }
  const auto number = whole_year(year);
  return number ? months_from(*number, month, count) : std::nullopt;
}

/// A month: `2026-11`, `11.2026`, `ноябрь`, `ноябрь 2026`.
std::optional<Period> month_from(std::string_view text, NearestTo nearest) {
  constexpr std::size_t digits = 2;
  const auto sign = text.find_first_of("-. ");
  const auto left = text.substr(0, sign);
  const auto right = sign == std::string_view::npos ? std::string_view{} : text.substr(sign + 1);
  if (const auto month = month_from_name(left)) {
    return sign == std::string_view::npos || text[sign] == ' ' ? months_in(right, *month, 1, nearest) : std::nullopt;
  }
  if (sign == std::string_view::npos || text[sign] == ' ') {
    return std::nullopt;
  }
  const bool is_iso = text[sign] == '-';
  const auto month = is_iso ? right : left;
  const auto number =
      month.size() <= digits && (!is_iso || month.size() == digits) ? number_from_digits(month) : std::nullopt;
  const auto year = whole_year(is_iso ? left : right);
  return number && year ? months_from(*year, static_cast<unsigned>(*number), 1) : std::nullopt;
}

/// A quarter of a calendar year: `2026-q4`, `4 квартал 2026`, `iv квартал`.
std::optional<Period> quarter_from(std::string_view text, NearestTo nearest) {
  constexpr std::array<std::string_view, 4> digits = {"1", "2", "3", "4"};
  constexpr std::array<std::string_view, 4> roman = {"i", "ii", "iii", "iv"};
  constexpr std::array<std::string_view, 3> words = {" квартал", " кв.", " quarter"};
  const auto quarter_named = [&](std::string_view name) -> std::optional<unsigned> {
    for (unsigned index = 0; index < digits.size(); ++index) {
      if (name == digits[index] || name == roman[index]) {
        return index * months_of_quarter + 1;
      }
    }
    return std::nullopt;
  };
  for (const std::string_view word : words) {
    if (const auto place = text.find(word); place != std::string_view::npos) {
      const auto month = quarter_named(text.substr(0, place));
      const auto year = text.substr(place + word.size());
      return month && (year.empty() || year.front() == ' ')
                 ? months_in(without_blanks_around(year), *month, months_of_quarter, nearest)
                 : std::nullopt;
    }
  }
  const auto sign = text.find("-q");
  const auto month = sign == std::string_view::npos ? std::nullopt : quarter_named(text.substr(sign + 2));
  const auto year = whole_year(text.substr(0, sign));
  return month && year ? months_from(*year, *month, months_of_quarter) : std::nullopt;
}

std::optional<Period> day_or_month(std::string_view text, Date today, NearestTo nearest) {
  if (const auto day = date_near(text, today, nearest)) {
    return Period::from(*day, *day);
  }
  return month_from(text, nearest);
}

/// The first day of «1-15 ноября» with the month of the last one; any other text as it is.
std::string with_month_of(std::string_view from, std::string_view until) {
  constexpr std::string_view digits = "0123456789";
  const auto behind = until.find_first_not_of(digits);
  const bool is_day = !from.empty() && from.size() <= 2 && from.find_first_not_of(digits) == std::string_view::npos;
  return std::string{from} +
         std::string{is_day && behind != std::string_view::npos && behind > 0 ? until.substr(behind) : ""};
}

/// The whole period from one to the other. Both are days or months. What has no year is near to the other one.
std::optional<TypedValue<Period>> range_between(std::string_view typed_from, std::string_view until, Date today) {
  const std::string from = with_month_of(typed_from, until);
  constexpr int long_ago = -1000;  // days: another year for whatever has none
  const auto last = day_or_month(until, today, {today});
  const bool has_year = last == day_or_month(until, today, {today.plus_days(long_ago)});
  const auto first = day_or_month(from, today, {has_year && last ? last->last() : today});
  const auto end = !has_year && first ? day_or_month(until, today, {first->first(), NearestTo::Way::ahead}) : last;
  if (!first || !end) {
    return std::nullopt;
  }
  const auto period = Period::from(first->first(), end->last());
  return period ? TypedValue<Period>{period}
                : TypedValue<Period>{{}, say("period-input.reversed", first->first(), end->last())};
}

/// A range with two points between its ends, of which either may be left out; or with a dash between two days or
/// months, or «с» and «по» before them.
std::optional<TypedValue<Period>> range_from(std::string_view text, Date today) {
  if (const auto dots = text.find(".."); dots != std::string_view::npos) {
    const auto from = without_blanks_around(text.substr(0, dots));
    const auto until = without_blanks_around(text.substr(dots + 2));
    if (!from.empty() && !until.empty()) {
      return range_between(from, until, today);
    }
    const auto first = from.empty() ? Period::all() : day_or_month(from, today, {today});
    const auto last = until.empty() ? Period::all() : day_or_month(until, today, {today});
    return first && last ? std::optional{TypedValue<Period>{Period::from(first->first(), last->last())}} : std::nullopt;
  }
  constexpr std::string_view since = "с ";
  constexpr std::string_view up_to = " по ";
  if (const auto place = text.find(up_to); place != std::string_view::npos && text.starts_with(since)) {
    return range_between(text.substr(since.size(), place - since.size()), text.substr(place + up_to.size()), today);
  }
  for (auto dash = text.find('-'); dash != std::string_view::npos; dash = text.find('-', dash + 1)) {
    const auto from = without_blanks_around(text.substr(0, dash));
    if (auto range = range_between(from, without_blanks_around(text.substr(dash + 1)), today)) {
      return range;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Month> month_ahead_from_input(std::string_view text, std::optional<Date> today) {
  const std::string folded = folded_day(text);
  const auto nearest = [](Date day) { return NearestTo{day, NearestTo::Way::ahead}; };
  const auto period = month_from(folded, nearest(today.value_or(Date::earliest())));
  const bool has_year = period && period == month_from(folded, nearest(*Date::from(2100, 1, 1)));
  return period && (today || has_year) ? std::optional{month_of(period->first())} : std::nullopt;
}

std::optional<Period> school_year_from_input(std::string_view text, SchoolYearStart start) {
  constexpr std::size_t digits = 4;
  const auto year = number_from_digits(text.substr(0, digits));
  const auto rest = without_blanks_around(text.substr(std::min(digits, text.size())));
  const auto sign = utf8::decode(rest);
  if (!year || text.size() < digits || !sign || (sign->character != U'/' && usual_sign(sign->character) != U'-')) {
    return std::nullopt;
  }
  const auto second = without_blanks_around(rest.substr(sign->length));
  const auto next = number_from_digits(second);
  constexpr int century = 100;
  const bool is_whole = second.size() == digits && next == *year + 1;
  const bool is_month = sign->character == U'-' && next && *next <= static_cast<int>(months_of_year);
  const bool is_short = second.size() == 2 && next == (*year + 1) % century && !is_month;
  return is_whole || is_short ? school_year_from(*year, start) : std::nullopt;
}

TypedValue<Period> period_from_input(std::string_view text, Date today, SchoolYearStart start) {
  std::string folded = folded_day(text);
  if (constexpr std::string_view during = "за "; folded.starts_with(during)) {
    folded.erase(0, during.size());
  }
  if (auto refused = which_year(folded, today, start)) {
    return {{}, std::move(refused)};
  }
  if (const auto named = named_period(folded, today, start)) {
    return {named};
  }
  if (const auto single = day_or_month(folded, today, {today})) {
    return {single};
  }
  if (const auto school_year = school_year_from_input(folded, start)) {
    return {school_year};
  }
  if (const auto quarter = quarter_from(folded, {today})) {
    return {quarter};
  }
  if (const auto year = folded.empty() ? std::nullopt : months_in(folded, 1, months_of_year, {today})) {
    return {year};
  }
  return range_from(folded, today).value_or(TypedValue<Period>{});
}

}  // namespace mentor
