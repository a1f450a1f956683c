/// Whole numbers as text, without a locale. Dates, ages and durations are read and written with them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

/// The value of one to nine decimal digits. Nothing else may stand there, not even a sign or a blank.
inline std::optional<int> number_from_digits(std::string_view text) {
  if (text.empty() || text.size() > 9) {
    return std::nullopt;
  }
  int value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') {
      return std::nullopt;
    }
    value = value * 10 + (digit - '0');
  }
  return value;
}

/// `value` in decimal, with zeros before it up to `width`. It may not be negative.
inline std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace mentor
