/// A short list of roles in one byte, since a program holds a million activities.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "mentor/model.hpp"

namespace mentor {

class RoleList {
 public:
  using value_type = Role;

  RoleList() = default;
  /// No role may stand there twice.
  explicit RoleList(const std::vector<Role>& roles) {
    for (std::size_t index = 0; index < lists.size(); ++index) {
      const auto list = std::span{lists[index].roles}.first(lists[index].count);
      if (std::equal(list.begin(), list.end(), roles.begin(), roles.end())) {
        index_ = static_cast<std::uint8_t>(index);
      }
    }
  }

  const Role* begin() const { return lists[index_].roles.data(); }
  const Role* end() const { return begin() + size(); }
  std::size_t size() const { return lists[index_].count; }
  bool is_empty() const { return size() == 0; }

  /// Their order does not count.
  bool operator==(const RoleList& other) const {
    return std::is_permutation(begin(), end(), other.begin(), other.end());
  }

 private:
  struct List {
    std::array<Role, 2> roles;
    std::size_t count;
  };
  static constexpr std::array<List, 5> lists = {{{{Role::mentee, Role::mentee}, 0},
                                                 {{Role::mentee, Role::mentee}, 1},
                                                 {{Role::mentor, Role::mentor}, 1},
                                                 {{Role::mentee, Role::mentor}, 2},
                                                 {{Role::mentor, Role::mentee}, 2}}};

  std::uint8_t index_ = 0;
};

}  // namespace mentor
