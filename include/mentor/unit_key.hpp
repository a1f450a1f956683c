/// When two spellings name one class or department.
#pragma once

#include <string>
#include <string_view>

#include "mentor/text.hpp"

namespace mentor {

/// The same for all spellings of a class or department: letter case, blanks and Latin letters that look like Cyrillic
/// ones do not count: «6Б» is «6 б».
std::string unit_key(std::string_view unit, const Fold& fold);

}  // namespace mentor
