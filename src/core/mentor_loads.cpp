#include "mentor_loads.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace mentor {

namespace {

/// The pairs of one mentor that work on a day. The days come in their order.
class WorkingPairs {
 public:
  explicit WorkingPairs(const Model& model) : model_(model) {}

  void add(const Pair& pair) {
    by_last_day_.emplace(pair.until.value_or(Date::latest()), &pair);
    if (is_in_group(pair)) {
      ++groups_[pair.form];
    } else {
      ++alone_;
    }
  }
  /// Lets those go that have ended before the day.
  void begin(Date day) {
    while (!by_last_day_.empty() && by_last_day_.begin()->first < day) {
      const Pair& pair = *by_last_day_.begin()->second;
      by_last_day_.erase(by_last_day_.begin());
      if (!is_in_group(pair)) {
        --alone_;
      } else if (--groups_[pair.form] == 0) {
        groups_.erase(pair.form);
      }
    }
  }
  std::int64_t load() const { return alone_ + static_cast<std::int64_t>(groups_.size()); }

 private:
  bool is_in_group(const Pair& pair) const {
    const PairKind* kind = pair.kind ? model_.find(*pair.kind) : nullptr;
    return kind != nullptr && kind->is_group;
  }

  const Model& model_;
  std::multimap<Date, const Pair*> by_last_day_;
  std::map<Id<Form>, std::int64_t> groups_;
  std::int64_t alone_ = 0;
};

}  // namespace

MentorLoads::MentorLoads(const RuleContext& context) {
  const Model& model = context.program.model();
  std::unordered_map<Id<Participant>, std::vector<const Pair*>> by_mentor;
  for (const auto& stored : context.program.all<Pair>()) {
    if (is_counted(stored.record, model) && !stored.record.ends_before_it_begins()) {
      by_mentor[stored.record.mentor].push_back(&stored.record);
    }
  }
  for (auto& [mentor, pairs] : by_mentor) {
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair* one, const Pair* other) { return one->from.day() < other->from.day(); });
    count(pairs, model);
  }
}

void MentorLoads::count(const std::vector<const Pair*>& pairs, const Model& model) {
  WorkingPairs working{model};
  for (auto begin = pairs.begin(), end = begin; begin != pairs.end(); begin = end) {
    const Date day = (*begin)->from;
    end = std::find_if(begin, pairs.end(), [&](const Pair* pair) { return day < pair->from; });
    working.begin(day);
    std::for_each(begin, end, [&](const Pair* pair) { working.add(*pair); });
    std::for_each(begin, end, [&](const Pair* pair) { loads_[pair] = working.load(); });
  }
}

std::int64_t MentorLoads::on_first_day_of(const Stored<Pair>& stored) const {
  const auto found = loads_.find(&stored.record);
  return found == loads_.end() ? 0 : found->second;
}

Continuations::Continuations(const RuleContext& context) {
  for (const auto& stored : context.program.all<Pair>()) {
    if (stored.record.continues && !is_void(stored.record, context.program.model())) {
      by_former_[*stored.record.continues].push_back(&stored.record);
    }
  }
}

const Pair* Continuations::other_of(const Id<Pair>& former, const Id<Pair>& own) const {
  const auto found = by_former_.find(former);
  if (found == by_former_.end()) {
    return nullptr;
  }
  const auto other =
      std::find_if(found->second.begin(), found->second.end(), [&](const Pair* pair) { return pair->id != own; });
  return other == found->second.end() ? nullptr : *other;
}

ProposedPairs::ProposedPairs(const RuleContext& context) {
  for (const auto& stored : context.program.all<Pair>()) {
    if (!stored.record.is_agreed() && !is_void(stored.record, context.program.model())) {
      pairs_.push_back(&stored.record);
    }
  }
}

}  // namespace mentor
