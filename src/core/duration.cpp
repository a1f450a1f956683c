#include "mentor/duration.hpp"

#include <algorithm>

#include "digits.hpp"

namespace mentor {

std::optional<Duration> Duration::parse(std::string_view text) {
  constexpr std::int64_t most = 100'000;
  const auto point = text.find('.');
  const auto whole = number_from_digits(text.substr(0, point));
  if (!whole) {
    return std::nullopt;
  }
  std::int64_t hundredths = std::int64_t{*whole} * 100;
  if (point != std::string_view::npos) {
    const auto decimals = text.substr(point + 1);
    const auto value = number_from_digits(decimals);
    if (!value || decimals.size() > 2) {
      return std::nullopt;
    }
    hundredths += decimals.size() == 1 ? *value * 10 : *value;
  }
  return hundredths > 0 && hundredths <= most ? std::optional{Duration{hundredths}} : std::nullopt;
}

std::string Duration::to_string() const {
  std::string text = std::to_string(hundredths_ / 100);
  const auto rest = static_cast<int>(hundredths_ % 100);
  if (rest != 0) {
    text += '.' + (rest % 10 == 0 ? std::to_string(rest / 10) : padded(rest, 2));
  }
  return text;
}

std::optional<Duration> duration_from_input(std::string_view text) {
  std::string plain{text};
  std::replace(plain.begin(), plain.end(), ',', '.');
  return Duration::parse(plain);
}

}  // namespace mentor
