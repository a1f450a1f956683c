#include "mentor/duration.hpp"

#include <algorithm>

#include "digits.hpp"

namespace mentor {

namespace {

constexpr std::int64_t seconds_of_minute = 60;
constexpr std::int64_t seconds_of_hour = 3600;
constexpr std::int64_t seconds_of_hundredth = seconds_of_hour / 100;

/// A plain decimal with at most two decimals, in hundredths.
std::optional<std::int64_t> hundredths_from(std::string_view text) {
  const auto point = text.find('.');
  const auto whole = number_from_digits(text.substr(0, point));
  if (!whole) {
    return std::nullopt;
  }
  const std::int64_t hundredths = std::int64_t{*whole} * 100;
  if (point == std::string_view::npos) {
    return hundredths;
  }
  const auto decimals = text.substr(point + 1);
  const auto value = number_from_digits(decimals);
  if (!value || decimals.size() > 2) {
    return std::nullopt;
  }
  return hundredths + (decimals.size() == 1 ? *value * 10 : *value);
}

/// `1:30`, in seconds.
std::optional<std::int64_t> seconds_from_clock(std::string_view text, std::size_t colon) {
  const auto hours = number_from_digits(text.substr(0, colon));
  const auto minutes = number_from_digits(text.substr(colon + 1));
  if (!hours || !minutes || text.size() - colon != 3 || *minutes >= 60) {
    return std::nullopt;
  }
  return *hours * seconds_of_hour + *minutes * seconds_of_minute;
}

/// A count of what `places` decimals hold, as the shortest plain decimal.
std::string decimal(std::int64_t count, std::int64_t one, std::size_t places) {
  std::string text = std::to_string(count / one);
  const std::string rest = padded(static_cast<int>(count % one), places);
  const auto last = rest.find_last_not_of('0');
  return last == std::string::npos ? text : text + '.' + rest.substr(0, last + 1);
}

}  // namespace

std::optional<Duration> Duration::from_seconds(std::int64_t seconds) {
  constexpr std::int64_t most = 1000 * seconds_of_hour;
  return seconds > 0 && seconds <= most ? std::optional{Duration{seconds}} : std::nullopt;
}

std::optional<Duration> Duration::parse(std::string_view text) {
  const auto colon = text.find(':');
  if (colon != std::string_view::npos) {
    const auto seconds = seconds_from_clock(text, colon);
    return seconds ? from_seconds(*seconds) : std::nullopt;
  }
  const auto hundredths = hundredths_from(text);
  return hundredths ? from_seconds(*hundredths * seconds_of_hundredth) : std::nullopt;
}

std::int64_t Duration::ten_thousandths() const {
  constexpr std::int64_t numerator = 25;  // 10000 / 3600
  constexpr std::int64_t denominator = 9;
  return (seconds_ * numerator * 2 + denominator) / (denominator * 2);
}

std::string Duration::to_string() const {
  if (seconds_ % seconds_of_hundredth == 0) {
    return decimal(seconds_ / seconds_of_hundredth, 100, 2);
  }
  const auto two_digits = [](std::int64_t number) { return ':' + padded(static_cast<int>(number), 2); };
  std::string text = std::to_string(seconds_ / seconds_of_hour);
  text += two_digits(seconds_ % seconds_of_hour / seconds_of_minute);
  const std::int64_t rest = seconds_ % seconds_of_minute;
  return rest == 0 ? text : text + two_digits(rest);
}

std::string Duration::to_decimal() const { return decimal(ten_thousandths(), 10'000, 4); }

std::optional<Duration> duration_from_input(std::string_view text) {
  std::string plain{text};
  std::replace(plain.begin(), plain.end(), ',', '.');
  return Duration::parse(plain);
}

}  // namespace mentor
