/// What a shell offers when a person presses Tab: commands, options, and the choices of options.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace mentor::cli {

struct Shell {
  std::string_view name;
  std::string_view installed_as;  // a path below the folder of shared data
  std::string (*script)();
};

/// bash, zsh and fish.
std::span<const Shell> all_shells();

}  // namespace mentor::cli
