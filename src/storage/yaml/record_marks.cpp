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

Mark CanonicalLayout::entry_mark(std::size_t field, const FieldDescription& description, std::size_t entry) const {
  Mark at = mark(field, description);
  at.line = static_cast<std::uint16_t>(at.is_absent() ? 0 : at.line + entry);
  return at;
}

std::uint32_t RecordMarks::add(std::span<const Marks> marks, std::span<const std::vector<Mark>> entries) {
  const auto first = CanonicalLayout::count + static_cast<std::uint32_t>(marks_.size());
  for (std::size_t index = 0; index < entries.size(); ++index) {
    if (!entries[index].empty()) {
      entries_.emplace(first + static_cast<std::uint32_t>(index), entries[index]);
    }
  }
  marks_.insert(marks_.end(), marks.begin(), marks.end());
  return first;
}

Mark RecordMarks::mark(std::uint32_t layout, std::size_t field, const FieldDescription& description) const {
  return layout < CanonicalLayout::count ? CanonicalLayout::from_number(layout).mark(field, description)
                                         : marks_[layout - CanonicalLayout::count][field];
}

Mark RecordMarks::entry_mark(std::uint32_t layout, std::size_t field, const FieldDescription& description,
                             std::size_t entry) const {
  if (layout < CanonicalLayout::count) {
    return CanonicalLayout::from_number(layout).entry_mark(field, description, entry);
  }
  const auto found = entries_.find(layout);
  return found == entries_.end() || found->second.size() <= entry ? mark(layout, field, description)
                                                                  : found->second[entry];
}

}  // namespace mentor::storage
