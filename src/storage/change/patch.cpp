#include "patch.hpp"

#include <algorithm>

#include "checksum.hpp"

namespace mentor::storage {

Patch patch_of(const FileChange& change) {
  Patch patch{.path = change.path, .before = change.before, .after = change.after};
  if (change.before && change.after) {
    const std::string_view before = *change.before;
    const std::string_view after = *change.after;
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < shorter && before[head] == after[head]) {
      ++head;
    }
    std::size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
      ++tail;
    }
    patch.head = head;
    patch.tail = tail;
    patch.before = before.substr(head, before.size() - head - tail);
    patch.after = after.substr(head, after.size() - head - tail);
    patch.rest = checksum_of({before.substr(0, head), before.substr(before.size() - tail)});
  } else {
    patch.rest = checksum_of({});
  }
  return patch;
}

Patch reversed(Patch patch) {
  std::swap(patch.before, patch.after);
  return patch;
}

bool is_at(const Patch& patch, Side side, const std::optional<std::string>& text) {
  const auto& stretch = patch.stretch(side);
  if (!stretch || !text) {
    return !stretch && !text;
  }
  const std::string_view whole = *text;
  return whole.size() >= patch.head && whole.size() - patch.head >= patch.tail &&
         whole.substr(patch.head, whole.size() - patch.head - patch.tail) == *stretch &&
         checksum_of({whole.substr(0, patch.head), whole.substr(whole.size() - patch.tail)}) == patch.rest;
}

std::optional<std::string> text_at(const Patch& patch, Side wanted, const std::optional<std::string>& text) {
  const auto& stretch = patch.stretch(wanted);
  if (!stretch || !text) {
    return stretch;  // a file that comes or goes is kept as a whole
  }
  return text->substr(0, patch.head) + *stretch + text->substr(text->size() - patch.tail);
}

}  // namespace mentor::storage
