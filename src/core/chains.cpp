#include "chains.hpp"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace mentor {

Chains::Chains(const Program& program) : program_(program) {
  for (const auto& stored : program.all<Pair>()) {
    if (stored.record.continues) {
      find_first(stored.record);
    }
  }
  for (const auto& stored : program.all<Pair>()) {
    for (const Role role : all_roles) {
      if (stored.record.continues && stored.record.is_agreed()) {
        find_first_day(stored.record, role);
      }
    }
  }
}

/// Goes back from a pair to the first one whose answer is known, or to the beginning, and notes the answer for all on
/// the way.
void Chains::find_first(const Pair& last) {
  std::unordered_set<Id<Pair>> way;
  First first;
  for (const Pair* pair = &last; pair != nullptr; pair = pair->continues ? program_.find(*pair->continues) : nullptr) {
    if (const auto known = firsts_.find(pair->id); known != firsts_.end()) {
      first = known->second;
      break;
    }
    first = {pair->id, !way.insert(pair->id).second};
    if (first.is_in_ring) {
      break;
    }
  }
  for (const auto& id : way) {
    firsts_.emplace(id, first);
  }
}

void Chains::find_first_day(const Pair& last, Role role) {
  auto& known = first_days_[static_cast<std::size_t>(role)];
  std::vector<const Pair*> way;
  const Pair* pair = &last;
  for (; pair != nullptr && !known.contains(pair->id); pair = former_in_year(*pair, role)) {
    way.push_back(pair);
  }
  for (auto one = way.rbegin(); one != way.rend(); ++one) {
    const Date own = (*one)->from;
    known.emplace((*one)->id, pair == nullptr ? own : std::min(own, known.at(pair->id)));
    pair = *one;
  }
}

/// The pair that this one goes on with, if it counts, has the same member and lies in the same school year.
const Pair* Chains::former_in_year(const Pair& pair, Role role) const {
  const Pair* former = pair.continues && !comes_to_ring(pair.id) ? program_.find(*pair.continues) : nullptr;
  if (former == nullptr || !is_counted(*former, program_.model()) || former->member(role) != pair.member(role)) {
    return nullptr;
  }
  return school_year_of(pair.from, program_.settings.school_year_start).contains(former->from) ? former : nullptr;
}

Id<Pair> Chains::first_of(const Id<Pair>& pair) const {
  const auto found = firsts_.find(pair);
  return found == firsts_.end() ? pair : found->second.pair;
}

bool Chains::comes_to_ring(const Id<Pair>& pair) const {
  const auto found = firsts_.find(pair);
  return found != firsts_.end() && found->second.is_in_ring;
}

Date Chains::first_day_in_year(const Pair& pair, Role role) const {
  const auto& days = first_days_[static_cast<std::size_t>(role)];
  const auto found = days.find(pair.id);
  return found == days.end() ? pair.from.day() : found->second;
}

}  // namespace mentor
