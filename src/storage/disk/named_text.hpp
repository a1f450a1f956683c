/// What a person names as the input of a command: a file, a link to one, or a pipe as of `--file <(…)`.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace mentor::storage {

/// The text of a file or a pipe that a person names, perhaps by a link; an error calls it `shown`. Throws
/// `SystemError`, also when it is neither, when nobody writes to the pipe, or when it has more than `most` bytes.
std::string text_of_named(const std::filesystem::path& file, const std::string& shown, std::size_t most);

}  // namespace mentor::storage
