/// Where a report goes that was asked for by the name of a file: a file is replaced whole, and whatever is no file (a
/// device, a pipe, a descriptor such as /dev/stdout) is written to as it is. Nothing waits for a pipe that nobody
/// reads.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <ostream>

namespace mentor::storage {

/// What the name of a file leads to, through all links. There may be nothing yet.
struct OutputFile {
  std::filesystem::path named;    // what a refusal names
  std::filesystem::path path;     // no link, unless it is one to an open file, as /proc has them
  std::optional<int> descriptor;  // the open file of this process that it stands for
};

/// Follows the links of a name. Throws `SystemError` when they lead in a circle, or the file may not be seen.
OutputFile output_file(const std::filesystem::path& named);

/// Writes something to a stream that throws when it can write no more; it lets that pass through.
using Write = std::function<void(std::ostream&)>;

/// Writes what `write` writes, block by block. A file keeps its permissions; one that fails has the bytes that it had
/// before. That a pipe is closed on its other side is no failure: whoever reads has had enough. Throws `SystemError`,
/// and whatever else `write` throws.
void write_file(const OutputFile& file, const Write& write);

}  // namespace mentor::storage
