/// The whole program except for the real world: from arguments to an exit status.
#pragma once

#include <span>
#include <string>

#include "world.hpp"

namespace mentor::cli {

/// Runs the command that the arguments name; the program's own name is not among them. If something stops the command,
/// says so on standard error. Throws only what it cannot say: `std::bad_alloc`, when memory is short even for a
/// sentence.
int run(World& world, std::span<const std::string> arguments);

/// The exit status after the output was flushed. A closed pipe is no error. Any other `error` (an `errno` value, 0 for
/// none) is told on standard error, and gives status 5.
int after_output(World& world, std::span<const std::string> arguments, int status, int error);

/// Says on standard error that the pager could not be run, and that the answer was shown without it.
void tell_failed_pager(World& world, std::span<const std::string> arguments);

/// The exit status after the pager failed, so that nobody may have seen the answer. Says so on standard error.
int after_lost_pager(World& world, std::span<const std::string> arguments);

}  // namespace mentor::cli
