/// The whole program but the real world: from arguments to an exit status.
#pragma once

#include <span>
#include <string>

#include "world.hpp"

namespace mentor::cli {

/// Runs the command that the arguments (without the program's name) name. Never throws.
int run(World& world, std::span<const std::string> arguments) noexcept;

}  // namespace mentor::cli
