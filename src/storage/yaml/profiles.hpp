/// The models that `mentor init` can start a program with, as the text that it writes.
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

/// The default first.
std::span<const Profile> all_profiles();

/// What a new program is told about itself.
struct NewProgram {
  std::string organization;
  std::string curator;
  Language language = Language::ru;
};

/// The whole of a new `program.yaml`.
std::string program_text(const NewProgram& program, const Profile& profile);

}  // namespace mentor::storage
