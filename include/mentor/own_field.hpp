/// Fields that a school keeps for itself: all whose keys begin with `x-` (design §1). mentor leaves them as they are.
/// People can show and set them, and no rule looks at them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct OwnField {
  std::string name;
  std::vector<std::string> texts;  // one, or those of a list; none: the field is empty, or an edit removes it
  bool is_list = false;
  bool is_nested = false;  // a mapping, or a list that holds lists or mappings; only people change it

  bool operator==(const OwnField&) const = default;
};

/// Whether a key belongs to one of a school's own fields.
inline bool is_own_field(std::string_view key) { return key.starts_with("x-"); }

}  // namespace mentor
