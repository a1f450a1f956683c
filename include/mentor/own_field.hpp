/// Fields that a school keeps for itself: whatever key begins with `x-` (design §1). They stay as they are, are shown
/// and set, and no rule looks at them.
#pragma once

#include <string>
#include <string_view>

namespace mentor {

struct OwnField {
  std::string name;
  std::string text;  // what people are shown; empty: to be taken away

  bool operator==(const OwnField&) const = default;
};

/// Whether a key is one of a school's own.
inline bool is_own_field(std::string_view key) { return key.starts_with("x-"); }

}  // namespace mentor
