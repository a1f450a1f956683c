/// The names in a program's folder that do not belong to a kind of record.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace mentor::storage {

inline constexpr std::string_view settings_path = "program.yaml";
/// The folder that mentor keeps for itself: the lock, the log, and the texts that a change stages.
inline constexpr const char* private_folder = ".mentor";

/// Whether Windows keeps this name for a device, in small letters and whatever extension follows: `con`, `com1`.
inline bool is_reserved_on_windows(std::string_view stem) {
  constexpr std::array devices = {"con", "prn", "aux", "nul"};
  constexpr std::size_t with_number = 4;  // com0 to com9, lpt0 to lpt9
  return std::find(devices.begin(), devices.end(), stem) != devices.end() ||
         (stem.size() == with_number && (stem.starts_with("com") || stem.starts_with("lpt")) && stem.back() >= '0' &&
          stem.back() <= '9');
}

}  // namespace mentor::storage
