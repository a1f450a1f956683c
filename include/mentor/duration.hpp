/// How long something took, exact to a second. So three times twenty minutes are one hour, and sums of 0.1 stay exact.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

class Duration {
 public:
  static constexpr int most_hours = 1000;  // [bound: ours]

  /// No time. A sum begins with it.
  Duration() = default;

  /// A duration of so many seconds. Nothing unless it is above 0 and at most `most_hours`.
  static std::optional<Duration> from_seconds(std::int64_t seconds);

  /// Reads the text of a record, within the same bounds: hours as a plain decimal with at most two decimals (`1.5`,
  /// `0.75`, `36`), or hours and minutes (`0:20`, `1:30`).
  static std::optional<Duration> parse(std::string_view text);

  std::int64_t seconds() const { return seconds_; }
  /// The hours in ten-thousandths, rounded: 3333 for twenty minutes.
  std::int64_t ten_thousandths() const;

  /// The hours as the shortest plain decimal if two decimals are exact (`1.5`, `36`), else hours and minutes (`0:20`).
  /// Only a sum may need seconds as well (`0:39:48`); `parse` does not read those.
  std::string to_string() const;
  /// The hours as the shortest plain decimal with at most four places: `0.3333`, `1.5`.
  std::string to_decimal() const;

  Duration& operator+=(Duration other) {
    seconds_ += other.seconds_;
    return *this;
  }
  auto operator<=>(const Duration&) const = default;

 private:
  explicit Duration(std::int64_t seconds) : seconds_(seconds) {}

  std::int64_t seconds_ = 0;
};

/// Reads what a person types: `1.5`, `1,5`, `1:30`, `1 ч 30 мин`, `1h 30m`, `90 мин`, `2 урока`. The bounds of
/// `Duration::parse` hold. A text with a unit is refused unless it comes to whole minutes. Units must be in small
/// letters, since «5Ч» is a class.
std::optional<Duration> duration_from_input(std::string_view text, int lesson_minutes);

}  // namespace mentor
