/// Which pairs a filter selects, and whose records they are.
#pragma once

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "mentor/pauses.hpp"
#include "mentor/selection.hpp"
#include "tally.hpp"

namespace mentor {

inline bool is_in(const Participant& person, const std::vector<std::string>& units, Date day) {
  return units.empty() || std::find(units.begin(), units.end(), person.unit.on(day)) != units.end();
}

/// Who is in a pair that is open or still to begin on this day, in this role; in any role if none is given.
inline std::unordered_set<Id<Participant>> paired_people(const Program& program, std::optional<Role> role, Date day) {
  std::unordered_set<Id<Participant>> people;
  for (const auto& stored : program.all<Pair>()) {
    if (is_in_force(stored.record, day, program.model())) {
      for (const Role one : all_roles) {
        if (!role || *role == one) {
          people.insert(stored.record.member(one));
        }
      }
    }
  }
  return people;
}

/// The void pairs of a program. Nearly all programs have few of them, so that nobody need look up the pairs of a
/// million activities.
class VoidPairs {
 public:
  explicit VoidPairs(const Program& program) {
    for (const auto& stored : program.all<Pair>()) {
      if (is_void(stored.record, program.model())) {
        ids_.insert(stored.record.id);
      }
    }
  }

  bool is_empty() const { return ids_.empty(); }
  bool has(const Id<Pair>& id) const { return !ids_.empty() && ids_.contains(id); }
  /// Whether an activity has no other pairs than void ones, so that it does not count.
  bool are_all_of(const Activity& activity) const {
    return !ids_.empty() && activity.pairs.size() != 0 &&
           std::all_of(activity.pairs.begin(), activity.pairs.end(), [&](const auto& id) { return ids_.contains(id); });
  }

 private:
  std::unordered_set<Id<Pair>> ids_;
};

/// Asks a pair what the filter wants of it, and whether it has had the activities that the filter wants.
class PairFilter {
 public:
  PairFilter(const Program& program, const Filter& filter, Date today)
      : program_(program), filter_(filter), day_(day_of_state(filter.period, today)), pauses_(program) {
    if (filter.type) {
      for (const auto& stored : program.all<Activity>()) {
        if (stored.record.type == *filter.type && !stored.record.is_attempt() &&
            filter.period.contains(stored.record.on)) {
          active_.insert(stored.record.pairs.begin(), stored.record.pairs.end());
        }
      }
    }
    if (const auto days = Period::from(Date::earliest(), day_); filter.idle_days && days) {
      work_.emplace(work_by_pair(program, *days));
    }
  }

  /// Whether the pair counts. Void and proposed ones do only where the filter asks for such.
  bool takes(const Pair& pair) const {
    return filter_.takes_void() || filter_.state == PairState::proposed || is_counted(pair, program_.model());
  }

  /// Whether the filter selects the pair. The period and the type are left out.
  bool fits(const Pair& pair) const {
    if ((filter_.pair && pair.id != *filter_.pair) || (filter_.form && pair.form != *filter_.form)) {
      return false;
    }
    if (filter_.state && state_on(pair, day_, program_.model(), pauses_) != *filter_.state) {
      return false;
    }
    if ((filter_.idle_days || filter_.ending_days) && !fits_days(pair)) {
      return false;
    }
    const bool about_members = filter_.person || filter_.category || !filter_.units.empty();
    return !about_members || std::any_of(std::begin(all_roles), std::end(all_roles), [&](Role role) {
      return (!filter_.role || *filter_.role == role) && member_fits(pair.member(role));
    });
  }

  bool had_the_type(const Pair& pair) const { return !filter_.type || active_.contains(pair.id); }

 private:
  /// Whether the pair is open, has had no activity for so long, and ends so soon. Paused days are not counted.
  bool fits_days(const Pair& pair) const {
    if (state_on(pair, day_, program_.model(), pauses_) != PairState::open) {
      return false;
    }
    if (filter_.ending_days && (!pair.until || day_.plus_days(*filter_.ending_days) < *pair.until)) {
      return false;
    }
    if (!filter_.idle_days) {
      return true;
    }
    const Work* done = work_ ? work_->find(pair.id) : nullptr;
    const Date last = done != nullptr && done->last ? *done->last : pair.from.day();
    const auto days = Period::from(last.plus_days(1), day_);
    return day_.days_since(last) - (days ? pauses_.days_within(pair.id, *days) : 0) >= *filter_.idle_days;
  }

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
  Pauses pauses_;
  std::unordered_set<Id<Pair>> active_;
  std::optional<ByRecord<Pair, Work>> work_;  // what each pair has done by the day, if the filter asks for idle ones
};

}  // namespace mentor
