/// What another model would change, as lines for people and as JSON.
#pragma once

#include <ostream>
#include <span>
#include <string_view>

#include "language/words.hpp"
#include "mentor/model_comparison.hpp"

namespace mentor::render {

void comparison_text(std::ostream& out, const ModelComparison& comparison, const language::Words& words, bool color);
void comparison_json(std::ostream& out, const ModelComparison& comparison, const language::Words& words, bool color);

struct ComparisonFormat {
  std::string_view name;
  void (*render)(std::ostream&, const ModelComparison&, const language::Words&, bool color);
};

std::span<const ComparisonFormat> all_comparison_formats();

}  // namespace mentor::render
