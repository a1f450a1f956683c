/// Another model for the same records: a file of which only `model` and `school-year` count.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/finding.hpp"
#include "mentor/model.hpp"

namespace mentor::storage {

struct OtherModel {
  Settings settings;
  std::vector<Finding> findings;  // with an error among them the settings are not to be used
};

/// Reads the settings that the program would have with the model of this text. A model that names its `profile` is a
/// whole one. Any other is laid over the model of `program`, the text of program.yaml: a mapping takes keys, a list of
/// entries with an id takes entries by it, and where `drop: yes` stands an entry of the program goes. `name` is what
/// findings call the file.
OtherModel read_other_model(std::string_view text, const std::string& name, std::string_view program);

}  // namespace mentor::storage
