/// The language of messages.
#pragma once

#include <string_view>

#include "mentor/label.hpp"

namespace mentor::language {

/// The language for a value of `LC_ALL`, `LC_MESSAGES` or `LANG`: Russian when it begins with `ru`, else English.
inline Language of_locale(std::string_view name) { return name.starts_with("ru") ? Language::ru : Language::en; }

}  // namespace mentor::language
