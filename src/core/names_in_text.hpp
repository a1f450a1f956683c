/// Finds the surnames of participants in a text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "mentor/rules.hpp"

namespace mentor {

class NamesInText {
 public:
  /// Knows the first word of each name that each participant ever had.
  explicit NamesInText(const RuleContext& context);

  /// The first word of the text that is written like a name and is the surname of a participant in some form. Nothing
  /// when there is none. «Белая ворона» is such a word if there is a Белый.
  std::optional<std::string> in(std::string_view text) const;

 private:
  const Fold& fold_;
  std::unordered_set<std::string> surnames_;  // their stems
};

}  // namespace mentor
