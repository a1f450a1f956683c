/// `program.yaml`: what the program is called and what its model allows.
#pragma once

#include <span>
#include <string_view>

#include "mentor/model.hpp"
#include "record_reader.hpp"

namespace mentor::storage {

/// Reads as much as can be read and tells the rest. Without a usable model the findings hold an error.
Settings read_settings(const Node& root, FindingSink& sink);

/// Every key that `program.yaml` may hold, by the mapping that holds it, for mentor-records(5) and its test.
struct SettingsKeys {
  std::string_view mapping;  // "" for the file's own
  std::span<const std::string_view> keys;
};
std::span<const SettingsKeys> settings_keys();

}  // namespace mentor::storage
