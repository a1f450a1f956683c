#include "mentor/departure.hpp"

#include <algorithm>
#include <iterator>

namespace mentor {

Departures::Departures(const Program& program, Date day, const Reason* reason)
    : program_(program), day_(day), reason_(reason) {
  for (const auto& stored : program.all<Pair>()) {
    const Pair& pair = stored.record;
    if (pair.until && *pair.until <= day) {
      continue;
    }
    pairs_.emplace(pair.mentor, &stored);
    if (pair.mentee != pair.mentor) {
      pairs_.emplace(pair.mentee, &stored);
    }
  }
}

Departures::Pairs Departures::add(const Stored<Participant>& stored) {
  Pairs pairs;
  Edits ends;
  const auto [begin, end] = pairs_.equal_range(stored.record.id);
  std::for_each(begin, end, [&](const auto& one) {
    const Stored<Pair>& later = *one.second;
    if (day_ < later.record.from) {
      pairs.planned.push_back(&later.record);
    } else if (!ended_.contains(later.record.id)) {
      Pair ended = later.record;
      ended.until = day_;
      std::vector<std::string_view> fields{"until"};
      if (reason_ != nullptr && reason_->fits(Ending::pair)) {
        ended.reason = reason_->id;
        fields.emplace_back("reason");
      }
      ends.emplace_back(ChangeRecord{std::move(ended), location_of(program_, later), std::move(fields)});
      pairs.ended.push_back(&later.record);
    }
  });
  if (!pairs.planned.empty()) {
    return pairs;
  }
  const auto by_id = [](const Pair* one, const Pair* other) { return one->id < other->id; };
  std::sort(pairs.ended.begin(), pairs.ended.end(), by_id);
  Participant person = stored.record;
  person.left = day_;
  std::vector<std::string_view> fields{"left"};
  if (reason_ != nullptr) {
    person.reason = reason_->id;
    fields.emplace_back("reason");
  }
  edits_.emplace_back(ChangeRecord{std::move(person), location_of(program_, stored), std::move(fields)});
  std::move(ends.begin(), ends.end(), std::back_inserter(edits_));
  for (const Pair* pair : pairs.ended) {
    ended_.insert(pair->id);
  }
  return pairs;
}

}  // namespace mentor
