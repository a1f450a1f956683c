#include "mentor_loads.hpp"

#include <algorithm>
#include <set>

namespace mentor {

MentorLoads::MentorLoads(const RuleContext& context) : model_(context.program.model()) {
  for (const auto& stored : context.program.all<Pair>()) {
    if (is_counted(stored.record, model_)) {
      by_mentor_[stored.record.mentor].push_back(&stored.record);
    }
  }
}

std::int64_t MentorLoads::on_first_day_of(const Stored<Pair>& stored) const {
  const Date day = stored.record.from;
  const auto found = by_mentor_.find(stored.record.mentor);
  std::int64_t load = 0;
  std::set<Id<Form>> groups;
  for (const Pair* pair : found == by_mentor_.end() ? std::vector<const Pair*>{} : found->second) {
    if (day < pair->from || (pair->until && *pair->until < day)) {
      continue;
    }
    const PairKind* kind = pair->kind ? model_.find(*pair->kind) : nullptr;
    const bool is_in_group = kind != nullptr && kind->is_group;
    load += !is_in_group || groups.insert(pair->form).second ? 1 : 0;
  }
  return load;
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

}  // namespace mentor
