/// Which pairs a filter selects, and whose records they are.
#pragma once

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "mentor/selection.hpp"

namespace mentor {

inline bool is_in(const Participant& person, const std::vector<std::string>& units, Date day) {
  return units.empty() || std::find(units.begin(), units.end(), person.unit.on(day)) != units.end();
}

/// Asks a pair what the filter wants of it, and whether it has had the activities that the filter wants.
class PairFilter {
 public:
  PairFilter(const Program& program, const Filter& filter, Date today)
      : program_(program), filter_(filter), day_(day_of_state(filter.period, today)) {
    if (filter.type) {
      for (const auto& stored : program.all<Activity>()) {
        if (stored.record.type == *filter.type && filter.period.contains(stored.record.on)) {
          active_.insert(stored.record.pairs.begin(), stored.record.pairs.end());
        }
      }
    }
  }

  /// Whether the filter selects the pair. The period and the type are left out.
  bool fits(const Pair& pair) const {
    if ((filter_.pair && pair.id != *filter_.pair) || (filter_.form && pair.form != *filter_.form)) {
      return false;
    }
    if (filter_.state && state_on(pair, day_) != *filter_.state) {
      return false;
    }
    const bool about_members = filter_.person || filter_.category || !filter_.units.empty();
    return !about_members || std::any_of(std::begin(all_roles), std::end(all_roles), [&](Role role) {
      return (!filter_.role || *filter_.role == role) && member_fits(pair.member(role));
    });
  }

  bool had_the_type(const Pair& pair) const { return !filter_.type || active_.contains(pair.id); }

 private:
  bool member_fits(const Id<Participant>& id) const {
    if (filter_.person && id != *filter_.person) {
      return false;
    }
    if (!filter_.category && filter_.units.empty()) {
      return true;
    }
    const Participant* person = program_.find(id);
    return person != nullptr && (!filter_.category || person->category.on(day_) == *filter_.category) &&
           is_in(*person, filter_.units, day_);
  }

  const Program& program_;
  const Filter& filter_;
  Date day_;
  std::unordered_set<Id<Pair>> active_;
};

}  // namespace mentor
