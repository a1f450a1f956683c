#include "mentor/departure.hpp"

#include <algorithm>
#include <iterator>

namespace mentor {

LatestActivities latest_activities_after(const Program& program, Date day) {
  LatestActivities latest;
  for (const auto& stored : program.all<Activity>()) {
    if (day < stored.record.on) {
      for (const auto& pair : stored.record.pairs) {
        Date& last = latest.try_emplace(pair, stored.record.on).first->second;
        last = std::max(last, stored.record.on);
      }
    }
  }
  return latest;
}

Departures::Departures(const Program& program, Date day, Date today, const Reason* reason)
    : program_(program), day_(day), today_(today), reason_(reason) {
  for (const auto& stored : program.all<Pair>()) {
    const Pair& pair = stored.record;
    if ((pair.until && *pair.until <= day) || is_void(pair, program.model())) {
      continue;
    }
    pairs_.emplace(pair.mentor, &stored);
    if (pair.mentee != pair.mentor) {
      pairs_.emplace(pair.mentee, &stored);
    }
  }
  if (pairs_.empty()) {
    return;
  }
  active_ = latest_activities_after(program, day);
}

bool Departures::works_later(const Id<Participant>& person) const {
  const auto [begin, end] = pairs_.equal_range(person);
  return std::any_of(begin, end, [&](const auto& one) { return active_.contains(one.second->record.id); });
}

std::optional<Date> Departures::latest_activity(const Id<Pair>& pair) const {
  const auto found = active_.find(pair);
  return found == active_.end() ? std::nullopt : std::optional{found->second};
}

Departures::Pairs Departures::add(const Stored<Participant>& stored) {
  Pairs pairs;
  Edits changes;
  const Reason* to_void = program_.model().reason_to_void();
  const auto [begin, end] = pairs_.equal_range(stored.record.id);
  std::for_each(begin, end, [&](const auto& one) {
    const Stored<Pair>& later = *one.second;
    const bool is_planned = day_ < later.record.from;
    if (is_planned && (later.record.from <= today_ || active_.contains(later.record.id))) {
      pairs.worked.push_back(&later.record);
    } else if (is_planned && to_void == nullptr) {
      pairs.planned.push_back(&later.record);
    } else if (!changed_.contains(later.record.id)) {
      (is_planned ? pairs.voided : pairs.ended).push_back(&later.record);
      changes.emplace_back(is_planned ? voided(later, *to_void) : ended(later));
    }
  });
  if (pairs.stand_in_the_way()) {
    return pairs;
  }
  const auto by_id = [](const Pair* one, const Pair* other) { return one->id < other->id; };
  std::sort(pairs.ended.begin(), pairs.ended.end(), by_id);
  std::sort(pairs.voided.begin(), pairs.voided.end(), by_id);
  Participant person = stored.record;
  person.left = day_;
  std::vector<std::string_view> fields{"left"};
  if (reason_ != nullptr) {
    person.reason = reason_->id;
    fields.emplace_back("reason");
  }
  edits_.emplace_back(ChangeRecord{std::move(person), location_of(program_, stored), std::move(fields)});
  std::move(changes.begin(), changes.end(), std::back_inserter(edits_));
  for (const auto* changed : {&pairs.ended, &pairs.voided}) {
    for (const Pair* pair : *changed) {
      changed_.insert(pair->id);
    }
  }
  return pairs;
}

ChangeRecord Departures::ended(const Stored<Pair>& stored) const {
  Pair pair = stored.record;
  pair.until = day_;
  std::vector<std::string_view> fields{"until"};
  // A pair that has worked is never made void.
  if (reason_ != nullptr && reason_->fits(Ending::pair) && reason_->outcome != Outcome::cancelled) {
    pair.reason = reason_->id;
    fields.emplace_back("reason");
  }
  return {std::move(pair), location_of(program_, stored), std::move(fields)};
}

ChangeRecord Departures::voided(const Stored<Pair>& stored, const Reason& reason) const {
  Pair pair = stored.record;
  pair.reason = reason.id;
  return {std::move(pair), location_of(program_, stored), {"reason"}};
}

}  // namespace mentor
