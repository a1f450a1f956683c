/// How many months a pair of a form lasts, both ends included.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mentor/age.hpp"

namespace mentor {

struct MonthRange {
  int least = 0;
  int most = 0;

  /// Reads `3-12`.
  static std::optional<MonthRange> parse(std::string_view text) {
    const auto range = AgeRange::parse(text);  // written alike
    return range && range->to() ? std::optional{MonthRange{range->from(), *range->to()}} : std::nullopt;
  }
  std::string to_string() const { return std::to_string(least) + '-' + std::to_string(most); }
};

}  // namespace mentor
