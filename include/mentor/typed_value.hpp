/// What a text that a person typed comes to.
#pragma once

#include <optional>

#include "mentor/message.hpp"

namespace mentor {

/// The value; or why there is none, though the text is of the right sort. Neither: the text is something else.
template <class Value>
struct TypedValue {
  std::optional<Value> value = {};
  std::optional<Message> refused = {};
};

}  // namespace mentor
