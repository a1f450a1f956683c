/// Periods as people type them: a school year, a month, a quarter, a range, «прошлая неделя».
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "mentor/period.hpp"
#include "mentor/typed_value.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

/// A period that has a name of its own.
enum class NamedPeriod { this_week, last_week, this_month, last_month, this_school_year, last_school_year, all };

/// A dash may stand for a blank in a name.
template <>
struct WordsOf<NamedPeriod> {
  static constexpr std::array rows = {WordRow{"this-week", {"эта неделя", "this week"}},
                                      WordRow{"last-week", {"прошлая неделя", "last week"}},
                                      WordRow{"this-month", {"этот месяц", "this month"}},
                                      WordRow{"last-month", {"прошлый месяц", "last month"}},
                                      WordRow{"this-school-year", {"этот учебный год", "this school year"}},
                                      WordRow{"last-school-year", {"прошлый учебный год", "last school year"}},
                                      WordRow{"all", {"всё", "all"}}};
};

/// Reads a school year as people write it: `2026-2027`, `2026/2027`, with any dash between the years, and with two
/// digits of the second one where that is not a month: `2026/27`. Blanks may stand beside the sign.
std::optional<Period> school_year_from_input(std::string_view text, SchoolYearStart start);

/// Reads a month: `2027-02`, `02.2027`, «февраль 2027». Without a year it is the present month or the next one of that
/// name; if today is not known, a month without a year is refused.
std::optional<Month> month_ahead_from_input(std::string_view text, std::optional<Date> today);

/// Reads what a person types for a period: a school year; a month `2026-11`, `11.2026`, `ноябрь` or `ноябрь 2026`; a
/// quarter `2026-Q4` or `4 квартал 2026`; a year; one day; a `NamedPeriod`; or a range of days or months,
/// `01.09.2026..31.12.2026`, of which either end may be left out. A dash may stand between two days or months, too. A
/// month or quarter without a year is the latest that has begun. It refuses a range that ends before it begins.
TypedValue<Period> period_from_input(std::string_view text, Date today, SchoolYearStart start);

}  // namespace mentor
