/// `program.yaml`: what the program is called and what its model allows.
#pragma once

#include "mentor/model.hpp"
#include "record_reader.hpp"

namespace mentor::storage {

/// Reads as much as can be read, and adds findings about the rest. Without a usable model one of them is an error.
Settings read_settings(const Node& root, FindingSink& sink);

}  // namespace mentor::storage
