/// A range of days, both ends included, and the words by which people name one.
#pragma once

#include <optional>
#include <string_view>

#include "mentor/date.hpp"

namespace mentor {

class Period {
 public:
  /// Nothing when `last` is before `first`.
  static std::optional<Period> from(Date first, Date last);

  /// Every day that a record can hold. It limits nothing.
  static Period all();

  Date first() const { return first_; }
  Date last() const { return last_; }
  bool is_all() const;

  bool contains(Date day) const { return first_ <= day && day <= last_; }

  auto operator<=>(const Period&) const = default;

 private:
  Period(Date first, Date last) : first_(first), last_(last) {}

  Date first_;
  Date last_;
};

/// The day on which a program's school year begins: 1 September, unless the program says otherwise [ours].
struct SchoolYearStart {
  unsigned month = 9;
  unsigned day = 1;

  bool operator==(const SchoolYearStart&) const = default;
};

/// Reads `09-01`. It refuses 29 February, since not every year has that day.
std::optional<SchoolYearStart> parse_school_year_start(std::string_view text);

/// The school year in which `day` lies.
Period school_year_of(Date day, SchoolYearStart start);

/// 1 June of this calendar year. From then on the next school year may be opened, and a class that is typed may be
/// meant for either year. (Ours.)
Date first_of_summer(int year);

/// Reads what a person types for a period: a school year `2026-2027`, a month `2026-11`, a quarter `2026-Q4`, a year
/// `2026`, a range `2026-09-01..2026-12-31` (either end may be left out), one day, `this-month`, `last-month`,
/// `this-school-year`, `last-school-year`, `all`.
std::optional<Period> period_from_input(std::string_view text, Date today, SchoolYearStart start);

}  // namespace mentor
