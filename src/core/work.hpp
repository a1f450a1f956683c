/// What the activities of a period come to for each pair or person.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "mentor/program.hpp"

namespace mentor {

/// What happened in one pair, or around one person, within the period.
struct Work {
  std::int64_t pairs = 0;
  std::int64_t activities = 0;
  Duration hours;
  std::optional<Date> last;

  void add(const Activity& activity) {
    ++activities;
    hours += activity.hours.value_or(Duration{});
    last = std::max(last.value_or(activity.on), activity.on);
  }
  Work& operator+=(const Work& other) {
    pairs += other.pairs;
    activities += other.activities;
    hours += other.hours;
    last = std::max(last, other.last);  // none is before any
    return *this;
  }
};

/// What each record of a kind has done, by its row: there may be a million activities to count.
template <class Key>
class WorkBy {
 public:
  explicit WorkBy(const Program& program) : table_(program.all<Key>()), work_(table_.size()) {}

  Work& operator[](std::uint32_t row) { return work_[row]; }
  /// Null for one who is not there.
  Work* find(const Id<Key>& id) {
    const auto row = table_.row_of(id);
    return row ? &work_[*row] : nullptr;
  }

 private:
  const Table<Key>& table_;
  std::vector<Work> work_;
};

}  // namespace mentor
