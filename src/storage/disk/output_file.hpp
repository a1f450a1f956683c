/// Writes a report to the file that a person named. A file is replaced as a whole. What is not a file (a device, a
/// pipe, a descriptor such as /dev/stdout) is written to as it is. mentor does not wait for a pipe that nobody reads.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <ostream>

namespace mentor::storage {

/// What the name of a file leads to, through all links. Nothing may be there yet.
struct OutputFile {
  std::filesystem::path named;    // an error names the file so
  std::filesystem::path path;     // not a link, unless it is a link of /proc to an open file
  std::optional<int> descriptor;  // the open file of this process that the name stands for
};

/// Follows the links of a name. Throws `SystemError` when they form a circle, or we may not see the file.
OutputFile output_file(const std::filesystem::path& named);

/// Writes to a stream. The stream throws when it can write no more, and the function lets that pass.
using Write = std::function<void(std::ostream&)>;

/// Writes what `write` writes, block by block. A file keeps its permissions; if the writing fails, it keeps its old
/// bytes. It is no failure when the other side closes a pipe: the reader has had enough. Throws `SystemError`, and
/// whatever else `write` throws.
void write_file(const OutputFile& file, const Write& write);

}  // namespace mentor::storage
