#include "mentor/row_index.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace mentor;

namespace {

/// Numbers kept by their own hash value, which `hash` says.
struct Numbers {
  std::size_t (*hash)(std::size_t);
  std::vector<std::size_t> rows{};
  RowIndex index{};

  bool add(std::size_t number) {
    const auto is_it = [&](std::uint32_t row) { return rows[row] == number; };
    const bool is_new = index.insert(hash(number), static_cast<std::uint32_t>(rows.size()), is_it);
    rows.push_back(number);
    return is_new;
  }
  std::optional<std::uint32_t> find(std::size_t number) const {
    return index.find(hash(number), [&](std::uint32_t row) { return rows[row] == number; });
  }
};

}  // namespace

TEST_CASE("a row is found by its hash however many there are, and others are not") {
  Numbers numbers{[](std::size_t number) { return number * 0x9E3779B97F4A7C15U; }};
  CHECK_FALSE(numbers.find(0));
  for (std::size_t number = 0; number < 10'000; ++number) {
    CHECK(numbers.add(number));
  }
  for (std::size_t number = 0; number < 10'000; ++number) {
    CHECK(numbers.find(number) == number);
  }
  CHECK_FALSE(numbers.find(10'000));
}

TEST_CASE("rows of one hash value are told apart by what they are") {
  Numbers numbers{[](std::size_t number) { return number % 3; }};
  for (std::size_t number = 0; number < 300; ++number) {
    CHECK(numbers.add(number));
  }
  CHECK(numbers.find(299) == 299);
  CHECK_FALSE(numbers.find(300));
}

TEST_CASE("of two rows that are the same the first is found") {
  Numbers numbers{[](std::size_t number) { return number; }};
  CHECK(numbers.add(7));
  CHECK_FALSE(numbers.add(7));
  CHECK(numbers.find(7) == 0);
}
