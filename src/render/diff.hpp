/// A change of a file as a unified diff, as git and patch read it.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace mentor::render {

/// Writes the lines that differ, with up to three lines around them. No text before means a new file. No text after
/// means a removed file. Characters that could steer a terminal are made visible, so the diff is for people.
void diff(std::ostream& out, std::string_view path, const std::optional<std::string>& before,
          const std::optional<std::string>& after, bool color);

}  // namespace mentor::render
