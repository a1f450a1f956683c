/// The activities of pairs that never were.
#pragma once

#include <unordered_map>

#include "mentor/rules.hpp"
#include "pair_filter.hpp"
#include "tally.hpp"

namespace mentor {

class VoidWork {
 public:
  explicit VoidWork(const RuleContext& context) {
    const VoidPairs voided{context.program};
    if (voided.is_empty()) {
      return;
    }
    for (const auto& stored : context.program.all<Activity>()) {
      for (const auto& id : stored.record.pairs) {
        if (voided.has(id)) {
          work_[id].add(stored.record);
        }
      }
    }
  }

  Work of(const Id<Pair>& id) const {
    const auto found = work_.find(id);
    return found == work_.end() ? Work{} : found->second;
  }

 private:
  std::unordered_map<Id<Pair>, Work> work_;
};

}  // namespace mentor
