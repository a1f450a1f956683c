#include "patch.hpp"

#include <algorithm>

namespace mentor::storage {

namespace {

/// FNV-1a. It guards against mistakes, not against malice: who can write the log can write the records.
std::uint64_t hash_of(std::string_view head, std::string_view tail) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const std::string_view part : {head, tail}) {
    for (const char byte : part) {
      hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
    }
  }
  return hash;
}

}  // namespace

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
    patch.rest = hash_of(before.substr(0, head), before.substr(before.size() - tail));
  } else {
    patch.rest = hash_of({}, {});
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
         hash_of(whole.substr(0, patch.head), whole.substr(whole.size() - patch.tail)) == patch.rest;
}

std::optional<std::string> text_at(const Patch& patch, Side wanted, const std::optional<std::string>& text) {
  const auto& stretch = patch.stretch(wanted);
  if (!stretch || !text) {
    return stretch;  // a file that comes or goes is kept whole
  }
  return text->substr(0, patch.head) + *stretch + text->substr(text->size() - patch.tail);
}

}  // namespace mentor::storage
