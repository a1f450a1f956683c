/// A range of days, both ends included, and the words by which people name one.
#pragma once

#include <optional>
#include <string>
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

/// Whether the two have a day in common.
inline bool overlap(const Period& one, const Period& other) {
  return one.first() <= other.last() && other.first() <= one.last();
}

/// A day of every year, such as 1 September.
struct DayOfYear {
  unsigned month = 9;
  unsigned day = 1;

  bool operator==(const DayOfYear&) const = default;
};

/// The day on which a program's school year begins: 1 September, unless the program says otherwise [ours].
using SchoolYearStart = DayOfYear;

/// Reads `09-01`. It refuses 29 February, since not every year has that day.
std::optional<DayOfYear> parse_day_of_year(std::string_view text);

/// Writes it so.
std::string to_string(DayOfYear day);

/// The school year in which `day` lies.
Period school_year_of(Date day, SchoolYearStart start);

/// 1 June of this calendar year. From then on the next school year may be opened, and a class that is typed may be
/// meant for either year. (Ours.)
Date first_of_summer(int year);

/// The month and the following ones, `count` in all. Nothing when the calendar does not have them.
std::optional<Period> months_from(int year, unsigned month, unsigned count);

/// The school year that begins in this calendar year. Nothing when the calendar does not have all of it.
std::optional<Period> school_year_from(int year, SchoolYearStart start);

}  // namespace mentor
