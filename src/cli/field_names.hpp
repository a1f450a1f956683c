/// The names of fields as people type them, in Russian too.
#pragma once

#include <string>
#include <string_view>

namespace mentor::cli {

/// Whether a person who typed `typed` means `russian`. Letter case and ё/е do not count.
bool is_called(std::string_view typed, std::string_view russian);

/// The name of a field for what was typed in its place: `unit` for «класс». Another text is given back. A field of
/// every kind is known by the same Russian name, so the kind need not be known.
std::string field_name(const std::string& typed);

}  // namespace mentor::cli
