#include "mentor/pauses.hpp"

#include <algorithm>
#include <tuple>

namespace mentor {

namespace {

Date last_day_of(const Stored<Pause>& stored) { return stored.record.until.value_or(Date::latest()); }

}  // namespace

Pauses::Pauses(const Program& program) {
  for (const auto& stored : program.all<Pause>()) {
    if (last_day_of(stored) < stored.record.from) {
      continue;  // it has no day; a rule tells of it
    }
    for (const auto& pair : stored.record.pairs) {
      by_pair_[pair].push_back({&stored, &stored});
    }
  }
  for (auto& [pair, entries] : by_pair_) {
    std::sort(entries.begin(), entries.end(), [](const Entry& one, const Entry& other) {
      return std::tie(one.pause->record.from, one.pause->record.id) <
             std::tie(other.pause->record.from, other.pause->record.id);
    });
    for (std::size_t index = 1; index < entries.size(); ++index) {
      const auto* former = entries[index - 1].longest;
      if (last_day_of(*entries[index].pause) < last_day_of(*former)) {
        entries[index].longest = former;
      }
    }
  }
}

std::pair<const Pauses::Entry*, const Pauses::Entry*> Pauses::until(const Id<Pair>& pair, Date day) const {
  const auto found = by_pair_.empty() ? by_pair_.end() : by_pair_.find(pair);
  if (found == by_pair_.end()) {
    return {nullptr, nullptr};
  }
  const Entry* begin = found->second.data();
  return {begin, std::upper_bound(begin, begin + found->second.size(), day,
                                  [](Date asked, const Entry& entry) { return asked < entry.pause->record.from; })};
}

const Stored<Pause>* Pauses::on(const Id<Pair>& pair, Date day) const {
  const auto [begin, end] = until(pair, day);
  const auto* longest = begin == end ? nullptr : std::prev(end)->longest;
  return longest != nullptr && day <= last_day_of(*longest) ? longest : nullptr;
}

std::int64_t Pauses::days_within(const Id<Pair>& pair, const Period& period) const {
  const auto [begin, end] = until(pair, period.last());
  std::int64_t days = 0;
  Date next = period.first();  // the days before it are counted
  std::for_each(begin, end, [&](const Entry& entry) {
    const Date first = std::max(entry.pause->record.from, next);
    const Date last = std::min(last_day_of(*entry.pause), period.last());
    if (first <= last) {
      days += last.days_since(first) + 1;
      next = last.plus_days(1);
    }
  });
  return days;
}

const Stored<Pause>* Pauses::shared_by(const Stored<Pause>& stored, const Id<Pair>& pair) const {
  const Date first = stored.record.from;
  const Date last = last_day_of(stored);
  const auto [begin, end] = until(pair, stored.is_proposed() ? last : first);
  const Stored<Pause>* shared = nullptr;
  if (stored.is_proposed()) {
    std::for_each(begin, end, [&](const Entry& entry) {
      if (entry.pause->record.id != stored.record.id && first <= last_day_of(*entry.pause)) {
        shared = entry.pause;
      }
    });
    return shared;
  }
  const auto* own = std::lower_bound(begin, end, stored.record, [](const Entry& entry, const Pause& pause) {
    return std::tie(entry.pause->record.from, entry.pause->record.id) < std::tie(pause.from, pause.id);
  });
  if (own != begin && first <= last_day_of(*std::prev(own)->longest)) {
    shared = std::prev(own)->longest;
  }
  return shared;
}

}  // namespace mentor
