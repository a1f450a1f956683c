/// Finds records that people call by a title, or by a part of one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mentor/resolve.hpp"

namespace mentor {

/// The record with this id, else all whose `title` is the text, else all whose title has it in it. Case, ё and е are
/// the same.
template <class Record>
std::vector<const Stored<Record>*> by_title(const ResolveContext& context, std::string_view reference) {
  auto result = by_id<Record>(context.program, reference);
  if (!result.empty()) {
    return result;
  }
  const std::string asked = context.fold(reference);
  std::vector<const Stored<Record>*> with_part;
  for (const auto& stored : context.program.all<Record>()) {
    const std::string title = context.fold(stored.record.title);
    if (title == asked) {
      result.push_back(&stored);
    } else if (title.find(asked) != std::string::npos) {
      with_part.push_back(&stored);
    }
  }
  return result.empty() && !asked.empty() ? with_part : result;
}

}  // namespace mentor
