/// The names in a program's folder that do not belong to a kind of record.
#pragma once

#include <string_view>

namespace mentor::storage {

inline constexpr std::string_view settings_path = "program.yaml";
/// The folder that mentor keeps for itself: the lock, the log, and the texts that a change stages.
inline constexpr const char* private_folder = ".mentor";

}  // namespace mentor::storage
