/// Sixteen bytes of a text at once. Most of the time of a big program goes by going through the bytes of notes and
/// names, and processors compare sixteen bytes as fast as one. The extension is that of GCC and clang, for any
/// processor.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace mentor {

/// Comparisons of blocks give a block of the same size: -1 where it holds, 0 where it does not.
using ByteBlock [[gnu::vector_size(16)]] = std::uint8_t;

/// The bytes that stand there. There must be as many.
inline ByteBlock block_at(const char* bytes) {
  ByteBlock block;
  std::memcpy(&block, bytes, sizeof(block));
  return block;
}

/// Whether a comparison holds for any byte.
template <class Comparison>
bool holds_anywhere(const Comparison& comparison) {
  static_assert(sizeof(Comparison) == sizeof(ByteBlock));
  std::array<std::uint64_t, 2> halves{};
  std::memcpy(halves.data(), &comparison, sizeof(comparison));
  return (halves[0] | halves[1]) != 0;
}

}  // namespace mentor
