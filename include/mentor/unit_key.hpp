/// When two spellings name one class or department.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mentor/text.hpp"

namespace mentor {

/// The same for all spellings of a class or department: letter case, blanks and Latin letters that look like Cyrillic
/// ones do not count: «6Б» is «6 б».
std::string unit_key(std::string_view unit, const Fold& fold);

/// A class in Cyrillic letters, if it was typed in Latin ones alone, all of which look like Cyrillic ones: «7А» for
/// `7A`. Nothing for any other text.
std::optional<std::string> class_in_cyrillic(std::string_view unit);
/// The other class that a Latin B may mean: 7Б for `7B`, which looks like 7В. Nothing for a text without one.
std::optional<std::string> class_with_be(std::string_view unit);

}  // namespace mentor
