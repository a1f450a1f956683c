/// The first day of a pair. A pair without one is proposed. For every comparison it then begins after all days, so that
/// no code takes it for one that works.
#pragma once

#include <compare>

#include "mentor/date.hpp"

namespace mentor {

class FirstDay {
 public:
  /// None.
  FirstDay() = default;
  FirstDay(Date day) : day_(day), is_set_(true) {}  // NOLINT(google-explicit-constructor): it is a day

  bool is_set() const { return is_set_; }
  operator Date() const { return is_set_ ? day_ : Date::latest(); }  // NOLINT(google-explicit-constructor): likewise
  Date day() const { return *this; }

  bool operator==(const FirstDay& other) const { return (*this <=> other) == 0; }
  std::strong_ordering operator<=>(const FirstDay& other) const { return day() <=> other.day(); }
  bool operator==(Date other) const { return day() == other; }
  std::strong_ordering operator<=>(Date other) const { return day() <=> other; }

 private:
  Date day_;
  bool is_set_ = false;
};

}  // namespace mentor
