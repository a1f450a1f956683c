/// The whole program but the real world: from arguments to an exit status.
#pragma once

#include <span>
#include <string>

#include "world.hpp"

namespace mentor::cli {

/// Runs the command that the arguments (without the program's name) name. What stops it is told on standard error;
/// thrown is only what could not be told: `std::bad_alloc`, when there is not even the memory for a sentence.
int run(World& world, std::span<const std::string> arguments);

/// What the exit status becomes when the answer could not be written: a closed pipe is quiet, any other `error` (an
/// `errno` value, 0 for none) is told on standard error and is status 5.
int after_output(World& world, std::span<const std::string> arguments, int status, int error);

}  // namespace mentor::cli
