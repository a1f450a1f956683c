#include "second_mentors.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace mentor {

namespace {

Date last_day(const Pair& pair) { return pair.until.value_or(Date::latest()); }

/// The pairs of one mentee in one form that have not ended. They come in the order of their first days.
class Working {
 public:
  using StoredPair = SecondMentors::StoredPair;

  /// Lets those go that have ended before the day.
  void begin(Date day) {
    while (!by_last_day_.empty() && by_last_day_.begin()->first < day) {
      by_mentor_.erase(by_last_day_.begin()->second->record.mentor);
      by_last_day_.erase(by_last_day_.begin());
    }
  }
  bool has(const Id<Participant>& mentor) const { return by_mentor_.contains(mentor); }
  std::size_t mentors() const { return by_mentor_.size(); }
  StoredPair longest() const { return by_last_day_.rbegin()->second; }

  /// Of two pairs with one mentor the longer one stays. Another rule tells of them.
  void add(StoredPair pair) {
    const auto [known, is_new] = by_mentor_.emplace(pair->record.mentor, pair);
    if (!is_new && last_day(pair->record) <= last_day(known->second->record)) {
      return;
    }
    by_last_day_.erase({last_day(known->second->record), known->second});
    known->second = pair;
    by_last_day_.insert({last_day(pair->record), pair});
  }

 private:
  struct InOrder {
    using Entry = std::pair<Date, StoredPair>;
    bool operator()(const Entry& one, const Entry& other) const {
      return one.first != other.first ? one.first < other.first : one.second->record.id < other.second->record.id;
    }
  };

  std::map<Id<Participant>, StoredPair> by_mentor_;
  std::set<InOrder::Entry, InOrder> by_last_day_;
};

}  // namespace

SecondMentors::SecondMentors(const RuleContext& context)
    : most_(context.program.model().norms[Norm::mentors_per_mentee]) {
  for (const auto& stored : context.program.all<Pair>()) {
    const Pair& pair = stored.record;
    if (!pair.ends_before_it_begins() && pair.mentor != pair.mentee && is_counted(pair, context.program.model())) {
      places_.push_back({pair.form, pair.mentee, &stored});
    }
  }
  const auto order = [](const Place& place) {
    return std::tie(place.form, place.mentee, place.pair->record.from, place.pair->record.id);
  };
  std::sort(places_.begin(), places_.end(),
            [&](const Place& one, const Place& other) { return order(one) < order(other); });
  for (auto begin = places_.begin(), end = begin; begin != places_.end(); begin = end) {
    end = std::find_if(begin, places_.end(), [&](const Place& next) { return next.key() != begin->key(); });
    if (end - begin > most_) {
      index({begin, end});
    }
  }
}

void SecondMentors::index(std::span<const Place> places) {
  Working working;
  for (const Place& place : places) {
    const Pair& pair = place.pair->record;
    working.begin(pair.from);
    if (!working.has(pair.mentor) && working.mentors() >= static_cast<std::size_t>(most_)) {
      excess_.emplace(place.pair, Excess{pair.from, working.longest()});
    }
    working.add(place.pair);
  }
}

std::optional<SecondMentors::Excess> SecondMentors::on_first_day_of(StoredPair pair) const {
  const auto found = excess_.find(pair);
  return found == excess_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<SecondMentors::Excess> SecondMentors::within(StoredPair pair) const {
  if (const auto first = on_first_day_of(pair)) {
    return first;
  }
  const Place wanted{pair->record.form, pair->record.mentee};
  const auto [begin, end] =
      std::equal_range(places_.begin(), places_.end(), wanted,
                       [](const Place& one, const Place& other) { return one.key() < other.key(); });
  const auto later = std::find_if(begin, end, [&](const Place& place) {
    return pair->record.from <= place.pair->record.from && place.pair->record.from <= last_day(pair->record) &&
           place.pair->record.mentor != pair->record.mentor && excess_.contains(place.pair);
  });
  return later == end ? std::nullopt : std::optional{Excess{later->pair->record.from, later->pair}};
}

}  // namespace mentor
