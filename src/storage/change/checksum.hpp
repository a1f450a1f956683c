/// A number that tells whether bytes are still what they were. It guards against mistakes, not against malice: whoever
/// can write the log can write the records.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace mentor::storage {

/// The checksum of the parts as one text: XXH3 of 64 bits, the same on every machine.
std::uint64_t checksum_of(std::initializer_list<std::string_view> parts);

}  // namespace mentor::storage
