#include "repeated_activities.hpp"

#include <algorithm>

namespace mentor {

namespace {

std::size_t hash_of(const Activity& activity) {
  constexpr std::size_t odd = 0x9E3779B97F4A7C15U;
  std::size_t pairs = 0;
  for (const auto& id : activity.pairs) {
    pairs += id.hash();  // in any order
  }
  const auto seconds = static_cast<std::size_t>(activity.hours ? activity.hours->seconds() : 0);
  const std::size_t hash = (pairs ^ activity.type.hash() ^ (activity.on.hash() << 32U) ^ (seconds * odd)) * odd;
  return hash ^ (hash >> 32U);
}

}  // namespace

RepeatedActivities::RepeatedActivities(const RuleContext& context) {
  const auto& activities = context.program.all<Activity>();
  RowIndex index;
  index.reserve(activities.size());
  std::unordered_map<std::uint32_t, std::vector<StoredActivity>> alike;  // by the first of them
  for (std::uint32_t row = 0; row < activities.size(); ++row) {
    const Activity& activity = activities.at(row).record;
    std::uint32_t first = row;
    const bool is_new = index.insert(hash_of(activity), row, [&](std::uint32_t other) {
      first = other;
      return have_same_figures(activities.at(other).record, activity);
    });
    if (!is_new) {
      alike.try_emplace(first, std::vector{&activities.at(first)}).first->second.push_back(&activities.at(row));
    }
  }
  for (auto& [first, group] : alike) {
    pair_up(std::move(group));
  }
}

void RepeatedActivities::pair_up(std::vector<StoredActivity> alike) {
  std::sort(alike.begin(), alike.end(),
            [](const auto* one, const auto* other) { return one->record.id < other->record.id; });
  StoredActivity without_note = nullptr;
  std::unordered_map<std::uint32_t, StoredActivity> by_note;
  const auto first_of = [](StoredActivity one, StoredActivity other) {
    return one == nullptr || (other != nullptr && other->record.id < one->record.id) ? other : one;
  };
  for (const StoredActivity stored : alike) {
    const std::uint32_t note = note_digest(stored->record);
    const auto same = by_note.find(note);
    const StoredActivity first = note == 0 ? (stored == alike.front() ? nullptr : alike.front())
                                           : first_of(same == by_note.end() ? nullptr : same->second, without_note);
    if (first != nullptr) {
      repeated_.emplace(stored, first);
    }
    without_note = note == 0 && without_note == nullptr ? stored : without_note;
    by_note.emplace(note, stored);
  }
}

}  // namespace mentor
