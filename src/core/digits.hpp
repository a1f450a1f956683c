/// Whole numbers as text, without a locale: what dates, ages and durations are made of.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

/// The value of one to nine decimal digits and nothing else (no sign, no blank).
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

/// `value` (not negative) in decimal, with zeros before it up to `width`.
inline std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace mentor
