/// The day by which something is to be done. Where only a month is known, its last day counts: a third of the published
/// road maps give months.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mentor/date.hpp"

namespace mentor {

class Due {
 public:
  /// Reads `2027-02-15` or `2027-02`.
  static std::optional<Due> parse(std::string_view text);
  /// A day.
  explicit Due(Date day) : last_(day) {}

  bool is_month() const { return is_month_; }
  /// The last day on which it is in time.
  Date last() const { return last_; }
  /// The same day or month so many years later. 29 February becomes 28 February where it must.
  Due plus_years(int count) const;

  /// The text that a record holds.
  std::string to_string() const;

  bool operator==(const Due&) const = default;

 private:
  Due(Date last, bool is_month) : last_(last), is_month_(is_month) {}

  Date last_;
  bool is_month_ = false;
};

}  // namespace mentor
