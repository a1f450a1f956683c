/// The names in a program's folder that belong to no kind of record.
#pragma once

#include <string_view>

namespace mentor::storage {

inline constexpr std::string_view settings_path = "program.yaml";
/// What mentor keeps for itself: the lock, the log, and what a change puts together.
inline constexpr const char* private_folder = ".mentor";

}  // namespace mentor::storage
