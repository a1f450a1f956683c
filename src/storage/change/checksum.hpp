/// A number that tells whether bytes have changed. It guards against mistakes, not against malice: a person who can
/// write the log can also write the records.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace mentor::storage {

/// The checksum of the parts as one text: XXH3 of 64 bits, the same on every machine.
std::uint64_t checksum_of(std::initializer_list<std::string_view> parts);

}  // namespace mentor::storage
