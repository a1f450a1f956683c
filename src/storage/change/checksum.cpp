#include "checksum.hpp"

#define XXH_INLINE_ALL  // so the program needs no library where it runs
#include <xxhash.h>

namespace mentor::storage {

std::uint64_t checksum_of(std::initializer_list<std::string_view> parts) {
  XXH3_state_t state;
  XXH3_INITSTATE(&state);
  XXH3_64bits_reset(&state);
  for (const std::string_view part : parts) {
    XXH3_64bits_update(&state, part.data(), part.size());
  }
  return XXH3_64bits_digest(&state);
}

}  // namespace mentor::storage
