/// Ages in whole years, and births that are known to the day or only to the year.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mentor/date.hpp"

namespace mentor {

/// When a person was born: a day, or only a year. The official bases ask for no more than the year [unchecked].
class Born {
 public:
  /// Reads `2014-03-09` or `2014` (1900 to 2199).
  static std::optional<Born> parse(std::string_view text);

  bool is_exact() const { return exact_; }
  int year() const { return date_.year(); }

  /// The first and the last day on which the person may have been born.
  Date earliest() const { return date_; }
  Date latest() const;

  /// The text that a record holds.
  std::string to_string() const;

  bool operator==(const Born&) const = default;

 private:
  Born(Date date, bool exact) : date_(date), exact_(exact) {}

  Date date_;  // 1 January when only the year is known
  bool exact_;
};

/// The ages that a person may have on one day: one age, or two neighbours when only the birth year is known.
struct Ages {
  int youngest;
  int oldest;

  bool operator==(const Ages&) const = default;
};

/// Whole years lived on `day`; negative before birth.
Ages ages_on(const Born& born, Date day);

/// A range of ages in whole years, both ends included. Either end may be open.
class AgeRange {
 public:
  /// Reads `10-15`, `18+` and `any`.
  static std::optional<AgeRange> parse(std::string_view text);

  int from() const { return from_; }
  std::optional<int> to() const { return to_; }
  bool is_any() const { return from_ == 0 && !to_; }
  bool contains(int age) const { return age >= from_ && (!to_ || age <= *to_); }

  std::string to_string() const;

  auto operator<=>(const AgeRange&) const = default;

 private:
  AgeRange(int from, std::optional<int> to) : from_(from), to_(to) {}

  int from_;
  std::optional<int> to_;
};

}  // namespace mentor
