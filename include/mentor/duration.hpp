/// Time spent on an activity, exact to a hundredth of an hour (sums of 0.1 stay exact).
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

  /// Reads a plain decimal above 0 and up to 1000 with at most two decimals: `1.5`, `0.75`, `36` [bound: ours].
  static std::optional<Duration> parse(std::string_view text);

  std::int64_t hundredths() const { return hundredths_; }

  /// The shortest plain decimal: `1.5`, `36`.
  std::string to_string() const;

  Duration& operator+=(Duration other) {
    hundredths_ += other.hundredths_;
    return *this;
  }
  auto operator<=>(const Duration&) const = default;

 private:
  explicit Duration(std::int64_t hundredths) : hundredths_(hundredths) {}

  std::int64_t hundredths_ = 0;
};

/// What a person types: as `Duration::parse`, with a comma for the point if they like.
std::optional<Duration> duration_from_input(std::string_view text);

}  // namespace mentor
