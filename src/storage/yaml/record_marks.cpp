#include "record_marks.hpp"

#include <bit>

namespace mentor::storage {

Mark CanonicalLayout::mark(std::size_t field, const FieldDescription& description) const {
  const std::uint32_t bit = 1U << field;
  if ((present & bit) == 0) {
    return {};
  }
  const auto line = static_cast<std::uint16_t>(std::popcount(present & (bit - 1)) + (begins_with_marker ? 2 : 1));
  constexpr std::size_t behind_name = 3;  // the column after `name: `, counted from 1, less the name
  if (description.shape == Shape::entries) {
    constexpr std::uint16_t behind_indent = 3;
    return {static_cast<std::uint16_t>(line + 1), behind_indent};
  }
  return {line, static_cast<std::uint16_t>(description.name.size() + behind_name)};
}

std::uint32_t RecordMarks::add(std::span<const Marks> marks) {
  const auto first = CanonicalLayout::count + static_cast<std::uint32_t>(marks_.size());
  marks_.insert(marks_.end(), marks.begin(), marks.end());
  return first;
}

Mark RecordMarks::mark(std::uint32_t layout, std::size_t field, const FieldDescription& description) const {
  return layout < CanonicalLayout::count ? CanonicalLayout::from_number(layout).mark(field, description)
                                         : marks_[layout - CanonicalLayout::count][field];
}

}  // namespace mentor::storage
