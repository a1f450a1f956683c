/// Fields that a school keeps for itself: whatever key begins with `x-` (design §1). They stay as they are, are shown
/// and set, and no rule looks at them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct OwnField {
  std::string name;
  std::vector<std::string> texts;  // one, or those of a list; none: it is empty, or an edit takes it away
  bool is_list = false;
  bool is_nested = false;  // a mapping, or a list with others in it, which people alone change

  bool operator==(const OwnField&) const = default;
};

/// Whether a key is one of a school's own.
inline bool is_own_field(std::string_view key) { return key.starts_with("x-"); }

}  // namespace mentor
