/// A day from the numbers in a text.
#pragma once

#include <optional>

#include "mentor/date.hpp"

namespace mentor {

/// Nothing when a number is missing, or when the calendar has no such day.
inline std::optional<Date> from_numbers(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day) {
    return std::nullopt;
  }
  return Date::from(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

}  // namespace mentor
