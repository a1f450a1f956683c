/// Finds the folder of the program that a command is about.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "world.hpp"

namespace mentor::cli {

/// The folder of `--directory`; else that of MENTOR_DIR; else the nearest with a program, from the working directory
/// upwards. Throws `Refused` when there is no program. Throws `storage::SystemError` when we may not enter a folder
/// that a person named.
std::filesystem::path program_folder(const World& world, const std::optional<std::string>& directory);

}  // namespace mentor::cli
