/// Which sheets say the same twice.
#pragma once

#include <unordered_map>
#include <vector>

#include "mentor/rules.hpp"

namespace mentor {

/// Finds the sheet that another one repeats: of one person, instrument, stage and pair; of the program, of one
/// instrument, stage and day. Anonymous sheets repeat nothing.
class FilledSheets {
 public:
  using StoredSurvey = const Stored<Survey>*;

  /// The program must outlive this, and must not change.
  explicit FilledSheets(const RuleContext& context);

  /// A sheet that this one repeats: one that was there before it, or has a lesser id. Null when there is none.
  StoredSurvey repeated_by(StoredSurvey stored) const;

 private:
  std::unordered_map<StoredSurvey, StoredSurvey> repeated_;
};

}  // namespace mentor
