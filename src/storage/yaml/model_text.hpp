/// The model in force as YAML: what program.yaml says and what is of its edition.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mentor/model.hpp"

namespace mentor::storage {

/// The sections of the model that can be shown by themselves, in their order: `categories`, `forms` …
std::vector<std::string> model_sections();

/// The model, or one of its sections, as it would stand in program.yaml; a comment behind each line says where it comes
/// from. `section` must be one of `model_sections`, or empty for all of them.
std::string model_text(const Model& model, std::string_view section);

}  // namespace mentor::storage
