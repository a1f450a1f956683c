#include "mentor/departure.hpp"

#include <algorithm>

namespace mentor {

Departures::Pairs Departures::add(const Stored<Participant>& stored) {
  Pairs pairs;
  Edits ends;
  for (const auto& one : program_.all<Pair>()) {
    const Pair& pair = one.record;
    const bool is_member = pair.mentor == stored.record.id || pair.mentee == stored.record.id;
    if (!is_member || (pair.until && *pair.until <= day_)) {
      continue;
    }
    if (day_ < pair.from) {
      pairs.planned.push_back(&pair);
    } else if (std::find(ended_.begin(), ended_.end(), pair.id) == ended_.end()) {
      Pair ended = pair;
      ended.until = day_;
      ends.emplace_back(ChangeRecord{std::move(ended), location_of(program_, one), {"until"}});
      pairs.ended.push_back(&pair);
    }
  }
  if (!pairs.planned.empty()) {
    return pairs;
  }
  Participant person = stored.record;
  person.left = day_;
  edits_.emplace_back(ChangeRecord{std::move(person), location_of(program_, stored), {"left"}});
  std::move(ends.begin(), ends.end(), std::back_inserter(edits_));
  std::transform(pairs.ended.begin(), pairs.ended.end(), std::back_inserter(ended_),
                 [](const Pair* pair) { return pair->id; });
  return pairs;
}

}  // namespace mentor
