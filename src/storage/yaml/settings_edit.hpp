/// Changes the lines of `program.yaml` that are one text each: the school, the curator, the language, the school year.
/// Everything else in the file stays, comments too.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/finding.hpp"

namespace mentor::storage {

/// The text of `program.yaml` in which a line, such as `organization` or `curator.name`, says `value`; an empty value
/// takes the line out. Nothing when the layout is so unusual that only a person can change it.
std::optional<std::string> with_setting(std::string_view text, std::string_view name, const std::string& value);

/// What a reader of `program.yaml` finds wrong in this text, apart from its records.
std::vector<Finding> findings_of_settings(std::string_view text);

}  // namespace mentor::storage
