/// How long something took, exact to a second: three times twenty minutes are one hour, and sums of 0.1 stay exact.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

class Duration {
 public:
  /// No time: where a sum begins.
  Duration() = default;

  /// So many seconds, above 0 and up to 1000 hours [bound: ours].
  static std::optional<Duration> from_seconds(std::int64_t seconds);

  /// Reads what a file holds, within the same bounds: hours as a plain decimal with at most two decimals (`1.5`,
  /// `0.75`, `36`), or hours and minutes (`0:20`, `1:30`).
  static std::optional<Duration> parse(std::string_view text);

  std::int64_t seconds() const { return seconds_; }
  /// Hours to four places, in ten-thousandths, rounded: 3333 for twenty minutes.
  std::int64_t ten_thousandths() const;

  /// The shortest plain decimal where two decimals say it exactly (`1.5`, `36`), else hours and minutes (`0:20`). Only
  /// a sum may be neither; it then has seconds too (`0:39:48`), which `parse` does not read.
  std::string to_string() const;
  /// The shortest plain decimal with at most four places: `0.3333`, `1.5`.
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

/// How long a lesson is in a program that does not say it [ours].
inline constexpr int usual_lesson_minutes = 40;

/// The minutes of a lesson as a program says them: a whole number from 1 to 240 [ours].
std::optional<int> parse_lesson_minutes(std::string_view text);

/// What a person types: `1.5`, `1,5`, `1:30`, `1 ч 30 мин`, `1h 30m`, `90 мин`, `2 урока`, in the bounds of
/// `Duration::parse`. What has a unit comes to whole minutes, or it is refused. Units are written in small letters,
/// since «5Ч» is a class.
std::optional<Duration> duration_from_input(std::string_view text, int lesson_minutes);

}  // namespace mentor
