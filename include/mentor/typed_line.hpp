/// A line as people type or paste it.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "mentor/text.hpp"

namespace mentor {

/// The tidy line without characters that nobody sees, such as a soft hyphen or a zero-width space: they come with texts
/// that were copied.
inline std::string typed_line(std::string_view text) {
  constexpr std::array<std::string_view, 6> invisible = {"\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"};
  std::string visible{text};
  for (const std::string_view one : invisible) {
    for (auto place = visible.find(one); place != std::string::npos; place = visible.find(one, place)) {
      visible.erase(place, one.size());
    }
  }
  return tidy_line(visible);
}

}  // namespace mentor
