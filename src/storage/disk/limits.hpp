/// The bounds of what mentor reads, as mentor-records(5) states them. A larger file leads to a finding, never to a
/// hang.
#pragma once

#include <cstddef>

namespace mentor::storage {

inline constexpr std::size_t most_file_bytes = std::size_t{1} << 20U;    // a loose record or program.yaml: 1 MiB
inline constexpr std::size_t most_packed_bytes = std::size_t{1} << 30U;  // a packed school year: 1 GiB
inline constexpr std::size_t most_entry_bytes = std::size_t{3} << 30U;   // a change in the log: 3 GiB
inline constexpr std::size_t most_input_bytes = std::size_t{64} << 20U;  // standard input: 64 MiB
/// One record of a packed year, without its `---` line. Packing may add two bytes to what a file held: a line feed, and
/// a sign that keeps this line feed out of the text before it.
inline constexpr std::size_t most_document_bytes = most_file_bytes + 2;
inline constexpr std::size_t most_document_lines = 60000;  // so that a position fits in 16 bits
inline constexpr std::size_t most_line_bytes = 60000;
inline constexpr int most_depth = 8;               // how deep lists and mappings may be nested
inline constexpr std::size_t most_entries = 1000;  // in one list or mapping

}  // namespace mentor::storage
