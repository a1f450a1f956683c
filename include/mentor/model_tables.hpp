/// The lists of the model as tables: which words a person may type, and what each of them means.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "mentor/model.hpp"
#include "mentor/report.hpp"

namespace mentor {

struct ModelTable {
  std::string_view name;                      // `types`, as `list` takes it
  std::string_view russian;                   // what people may type in its place
  std::array<std::string_view, 1> inflected;  // the word in the genitive, as in «список видов»
  FixedLabel title;
  Section (*section)(const Model&);
};

/// Every list of the model that can be listed, in the order of the help.
std::span<const ModelTable> model_tables();

}  // namespace mentor
