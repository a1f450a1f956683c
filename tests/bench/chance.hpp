/// Numbers that are the same on every machine for the same seed: the distributions of the standard library are not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace bench {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}

  /// One of 0 to `count` - 1; the bias of the remainder is far below what a benchmark could notice.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
  /// The same, nearer to 0 more often.
  std::size_t low_below(std::size_t count) { return below(below(count) + 1); }
  bool percent(std::size_t percentage) { return below(100) < percentage; }
  std::uint64_t bits() { return engine_(); }

  template <class Container>
  const auto& one_of(const Container& container) {
    return container[below(container.size())];
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace bench
