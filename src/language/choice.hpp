/// The language of messages.
#pragma once

#include <optional>
#include <string_view>

#include "mentor/label.hpp"

namespace mentor::language {

/// The language for a value of `LC_ALL`, `LC_MESSAGES` or `LANG`: Russian when it begins with `ru`, else English.
/// Nothing for a locale of no language: `C`, `C.UTF-8`, `POSIX`, an empty name.
inline std::optional<Language> of_locale(std::string_view name) {
  const std::string_view plain = name.substr(0, name.find('.'));
  if (plain.empty() || plain == "C" || plain == "POSIX") {
    return std::nullopt;
  }
  return name.starts_with("ru") ? Language::ru : Language::en;
}

}  // namespace mentor::language
