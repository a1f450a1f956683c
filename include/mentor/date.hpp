/// A day of the calendar. A `Date` is always a real day between 1900-01-01 and 2199-12-31.
#pragma once

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

class Date {
 public:
  /// 1970-01-01. It fills a record that is still being read or built.
  Date() = default;

  /// The day, or nothing when there is no such day or the year is outside 1900 to 2199.
  static std::optional<Date> from(int year, unsigned month, unsigned day);

  /// Reads exactly `2026-11-05`, the only form that records hold.
  static std::optional<Date> parse(std::string_view text);

  /// The first and the last day that a record can hold.
  static Date earliest();
  static Date latest();

  int year() const { return int(calendar().year()); }
  unsigned month() const { return unsigned(calendar().month()); }
  unsigned day() const { return unsigned(calendar().day()); }

  /// 0 for Monday to 6 for Sunday.
  int weekday() const {
    return static_cast<int>((std::chrono::weekday{std::chrono::sys_days{std::chrono::days{days_}}}.iso_encoding() + 6) %
                            7);
  }

  /// The day `count` days later (earlier when negative), held within the first and the last day.
  Date plus_days(int count) const;
  /// The same day of the month so many months later, or the last day of that month where it is shorter; held likewise.
  Date plus_months(int count) const;
  /// How many days this day comes after another; negative when it comes before it.
  int days_since(Date other) const { return days_ - other.days_; }

  /// `2026-11-05`.
  std::string to_string() const;

  /// For tables of hashes.
  std::size_t hash() const { return static_cast<std::uint32_t>(days_); }

  auto operator<=>(const Date&) const = default;

 private:
  explicit Date(std::chrono::sys_days day) : days_(static_cast<std::int32_t>(day.time_since_epoch().count())) {}
  std::chrono::year_month_day calendar() const {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days_}}};
  }

  std::int32_t days_ = 0;  // since 1970-01-01
};

/// A calendar month, as reports group by.
struct Month {
  int year;
  unsigned month;  // 1 to 12

  auto operator<=>(const Month&) const = default;

  /// `2026-11`.
  std::string to_string() const;
  Month next() const { return month == 12 ? Month{year + 1, 1} : Month{year, month + 1}; }
};

Month month_of(Date date);

}  // namespace mentor
