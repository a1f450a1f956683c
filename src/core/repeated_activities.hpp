/// Which activities seem to be entered twice.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "mentor/row_index.hpp"
#include "mentor/rules.hpp"

namespace mentor {

/// The activities that are alike, found in one pass over all of them.
class RepeatedActivities {
 public:
  using StoredActivity = const Stored<Activity>*;

  /// The program must outlive this, and must not change.
  explicit RepeatedActivities(const RuleContext& context);

  /// The activity with the least id that this one repeats, if that is less than its own. Null when there is none.
  StoredActivity repeated_by(StoredActivity stored) const {
    const auto found = repeated_.empty() ? repeated_.end() : repeated_.find(stored);
    return found == repeated_.end() ? nullptr : found->second;
  }

 private:
  void pair_up(std::vector<StoredActivity> alike);

  std::unordered_map<StoredActivity, StoredActivity> repeated_;
};

}  // namespace mentor
