#include "mentor/selection.hpp"

#include <tuple>

#include "usual_selection.hpp"

namespace mentor {

Date day_of_state(const Period& period, Date today) { return std::min(period.last(), today); }

template <class Record>
std::vector<const Record*> select(const Program& program, const Filter& filter, Date today) {
  if constexpr (requires { &Kind<Record>::select; }) {
    return Kind<Record>::select(program, filter, today);
  } else {
    const UsualSelection<Record> selection{program, filter, today};
    std::vector<const Record*> records;
    for (const auto& stored : program.all<Record>()) {
      if (selection.fits(stored.record)) {
        records.push_back(&stored.record);
      }
    }
    return records;
  }
}

/// The instances for every kind.
template <class... Records>
auto instances_of_selection(std::tuple<Records...>) {
  return std::tuple{&select<Records>...};
}
template auto instances_of_selection(Kinds);

}  // namespace mentor
