#include "mentor/selection.hpp"

#include <algorithm>
#include <unordered_set>

namespace mentor {

namespace {

bool is_in(const Participant& person, const std::vector<std::string>& units) {
  return units.empty() || std::find(units.begin(), units.end(), person.unit) != units.end();
}

/// The parts of a filter that a pair itself answers, and the activities that it must have had.
class PairFilter {
 public:
  PairFilter(const Program& program, const Filter& filter, Date today)
      : program_(program), filter_(filter), day_(day_of_state(filter.period, today)) {
    if (filter.type) {
      for (const auto& stored : program.all<Activity>()) {
        if (stored.record.type == *filter.type && filter.period.contains(stored.record.on)) {
          active_.insert(stored.record.pairs.begin(), stored.record.pairs.end());
        }
      }
    }
  }

  /// Whether a pair is selected, leaving out the period and the type.
  bool fits(const Pair& pair) const {
    if ((filter_.pair && pair.id != *filter_.pair) || (filter_.form && pair.form != *filter_.form)) {
      return false;
    }
    if (filter_.state && (*filter_.state == State::open ? !pair.is_open(day_) : !pair.has_ended(day_))) {
      return false;
    }
    const bool about_members = filter_.person || filter_.category || !filter_.units.empty();
    return !about_members || std::any_of(std::begin(all_roles), std::end(all_roles), [&](Role role) {
      return (!filter_.role || *filter_.role == role) && member_fits(pair.member(role));
    });
  }

  bool had_the_type(const Pair& pair) const { return !filter_.type || active_.contains(pair.id); }

 private:
  bool member_fits(const Id<Participant>& id) const {
    if (filter_.person && id != *filter_.person) {
      return false;
    }
    if (!filter_.category && filter_.units.empty()) {
      return true;
    }
    const Participant* person = program_.find(id);
    return person != nullptr && (!filter_.category || person->category == *filter_.category) &&
           is_in(*person, filter_.units);
  }

  const Program& program_;
  const Filter& filter_;
  Date day_;
  std::unordered_set<Id<Pair>> active_;
};

}  // namespace

Date day_of_state(const Period& period, Date today) { return std::min(period.last(), today); }

template <>
std::vector<const Pair*> select<Pair>(const Program& program, const Filter& filter, Date today) {
  const PairFilter pairs{program, filter, today};
  std::vector<const Pair*> result;
  for (const auto& stored : program.all<Pair>()) {
    const Pair& pair = stored.record;
    if (pair.belongs_to(filter.period) && pairs.fits(pair) && pairs.had_the_type(pair)) {
      result.push_back(&pair);
    }
  }
  return result;
}

template <>
std::vector<const Participant*> select<Participant>(const Program& program, const Filter& filter, Date today) {
  const bool by_pairs = filter.form || filter.type || filter.pair || filter.state;
  std::unordered_set<Id<Participant>> members;
  if (by_pairs) {
    Filter of_pairs = filter;
    of_pairs.category.reset();  // of the person selected, not of the partner
    of_pairs.units.clear();
    for (const Pair* pair : select<Pair>(program, of_pairs, today)) {
      for (const Role role : all_roles) {
        if (!filter.role || *filter.role == role) {
          members.insert(pair->member(role));
        }
      }
    }
  }
  std::vector<const Participant*> result;
  for (const auto& stored : program.all<Participant>()) {
    const Participant& person = stored.record;
    const bool fits = (!person.joined || *person.joined <= filter.period.last()) &&
                      (!filter.role || person.has(*filter.role)) &&
                      (!filter.category || person.category == *filter.category) && is_in(person, filter.units) &&
                      (!filter.person || person.id == *filter.person);
    if (fits && (!by_pairs || members.contains(person.id))) {
      result.push_back(&person);
    }
  }
  return result;
}

template <>
std::vector<const Activity*> select<Activity>(const Program& program, const Filter& filter, Date today) {
  const bool by_pairs = filter.role || filter.category || !filter.units.empty() || filter.form || filter.pair ||
                        filter.person || filter.state;
  const PairFilter pairs{program, filter, today};
  std::vector<const Activity*> result;
  for (const auto& stored : program.all<Activity>()) {
    const Activity& activity = stored.record;
    if (!filter.period.contains(activity.on) || (filter.type && activity.type != *filter.type)) {
      continue;
    }
    const bool fits = !by_pairs || std::any_of(activity.pairs.begin(), activity.pairs.end(), [&](const Id<Pair>& id) {
      const Pair* pair = program.find(id);
      return pair != nullptr && pairs.fits(*pair);
    });
    if (fits) {
      result.push_back(&activity);
    }
  }
  return result;
}

}  // namespace mentor
