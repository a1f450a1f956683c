/// The model in force as YAML: what program.yaml says and what is of its edition.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "mentor/model.hpp"

namespace mentor::storage {

/// A section of the model, as `program.yaml` names it.
struct ModelSection {
  std::string_view name;
  std::string_view russian;  // what people may type in its place
  std::string (*text)(const Model&);
};

/// The sections of the model that can be shown by themselves, in their order: `categories`, `forms` …
std::span<const ModelSection> model_sections();

/// The model, or one of its sections, as it would stand in program.yaml; a comment behind each line says where it comes
/// from. `section` must be the name of one of `model_sections`, or empty for all of them.
std::string model_text(const Model& model, std::string_view section);

}  // namespace mentor::storage
