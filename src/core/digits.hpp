/// Whole numbers as text, without a locale: what dates, ages and hours are made of.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

/// The value of one to nine decimal digits and nothing else (no sign, no blank).
inline std::optional<int> number_from_digits(std::string_view text) {
  if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// `value` (not negative) in decimal, with zeros before it up to `width`.
inline std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace mentor
