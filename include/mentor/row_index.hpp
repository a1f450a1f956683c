/// Finds rows of a table by a hash value. It takes 12 to 24 bytes a row, free slots included. A map of the standard
/// library takes forty and allocates for each row. This is open addressing with linear probing. No row is ever removed.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace mentor {

class RowIndex {
 public:
  /// Makes room for `count` rows in all.
  void reserve(std::size_t count) {
    if (count + count / 2 >= slots_.size()) {
      constexpr std::size_t least = 16;
      grow(std::bit_ceil(std::max(least, count + count / 2 + 1)));
    }
  }

  /// Adds a row. If a row with this hash is there already and `is_it` holds for it, adds nothing and gives false.
  template <class IsIt>
  bool insert(std::size_t hash, std::uint32_t row, IsIt is_it) {
    reserve(used_ + 1);
    Slot& slot = slots_[slot_of(slots_, hash, is_it)];
    if (slot.row != none) {
      return false;
    }
    slot = {tag_of(hash), row};
    ++used_;
    return true;
  }

  /// The row with this hash for which `is_it` holds.
  template <class IsIt>
  std::optional<std::uint32_t> find(std::size_t hash, IsIt is_it) const {
    if (slots_.empty()) {
      return std::nullopt;
    }
    const std::uint32_t row = slots_[slot_of(slots_, hash, is_it)].row;
    return row == none ? std::nullopt : std::optional{row};
  }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  struct Slot {
    std::uint32_t tag = 0;  // the low bits of the hash; they save nearly every needless look at a row
    std::uint32_t row = none;
  };

  static std::uint32_t tag_of(std::size_t hash) { return static_cast<std::uint32_t>(hash); }

  /// The slot where the row is, or where it would go. A grown table finds this slot by the tag alone.
  template <class IsIt>
  static std::size_t slot_of(const std::vector<Slot>& slots, std::size_t hash, IsIt is_it) {
    const std::uint32_t tag = tag_of(hash);
    std::size_t at = tag & (slots.size() - 1);
    while (slots[at].row != none && (slots[at].tag != tag || !is_it(slots[at].row))) {
      at = (at + 1) & (slots.size() - 1);
    }
    return at;
  }

  void grow(std::size_t size) {
    std::vector<Slot> larger(size);
    for (const Slot& slot : slots_) {
      if (slot.row != none) {
        larger[slot_of(larger, slot.tag, [](std::uint32_t) { return false; })] = slot;
      }
    }
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_;  // as many as a power of two, or none
  std::size_t used_ = 0;
};

}  // namespace mentor
