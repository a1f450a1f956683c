/// Texts as a C function takes them that starts a program.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace mentor::storage {

/// A pointer to each of the texts, which must outlive them, and a null pointer behind them.
inline std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  std::transform(texts.begin(), texts.end(), std::back_inserter(pointers),
                 [](std::string& text) { return text.data(); });
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace mentor::storage
