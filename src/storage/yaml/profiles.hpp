/// The models with which `mentor init` can start a program, as the text that it writes.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "mentor/label.hpp"

namespace mentor::storage {

struct Profile {
  std::string_view name;
  std::string_view model;  // the `model:` part of program.yaml, with its comments
};

/// All profiles, the default first.
std::span<const Profile> all_profiles();

/// The settings of a new program.
struct NewProgram {
  std::string organization;
  std::string curator;
  Language language = Language::ru;
};

/// The whole text of a new `program.yaml`.
std::string program_text(const NewProgram& program, const Profile& profile);

}  // namespace mentor::storage
