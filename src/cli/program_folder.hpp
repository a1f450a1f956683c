/// Which folder the program of a command is in.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "world.hpp"

namespace mentor::cli {

/// The folder that was asked for with `--directory`, else MENTOR_DIR, else the nearest upwards from the working
/// directory. Throws `Refused` when there is no program, `storage::SystemError` when the folder that was meant may not
/// be entered.
std::filesystem::path program_folder(const World& world, const std::optional<std::string>& directory);

}  // namespace mentor::cli
