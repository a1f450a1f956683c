/// What the core needs of human languages. It is handed in as functions, since the core knows no locale.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace mentor {

/// Two texts that a person would call the same have the same folding: case and ё/е do not count, dashes are one,
/// blanks are single.
using Fold = std::function<std::string(std::string_view)>;

/// Whether the first text stands before the second in the alphabet of the reader.
using Before = std::function<bool(std::string_view, std::string_view)>;

}  // namespace mentor
