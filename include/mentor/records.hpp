/// The records that a curator keeps, as plain values. What stands in them on disk is described in `fields.hpp`.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "mentor/age.hpp"
#include "mentor/date.hpp"
#include "mentor/hours.hpp"
#include "mentor/id.hpp"
#include "mentor/id_list.hpp"
#include "mentor/model.hpp"
#include "mentor/period.hpp"

namespace mentor {

/// One person of the program.
struct Participant {
  Id<Participant> id;
  std::string name;
  Id<Category> category;
  std::vector<Role> roles;
  std::optional<Born> born;
  std::string unit;
  std::optional<Date> joined;

  bool has(Role role) const { return std::find(roles.begin(), roles.end(), role) != roles.end(); }
};

/// One mentor with one mentee, in one form, for a time.
struct Pair {
  Id<Pair> id;
  Id<Form> form;
  Id<Participant> mentor;
  Id<Participant> mentee;
  Date from;
  std::optional<Date> until;  // the last day; without it the pair is open

  Id<Participant> member(Role role) const { return role == Role::mentee ? mentee : mentor; }
  /// Such a pair has no day: a rule tells of it.
  bool ends_before_it_begins() const { return until && *until < from; }
  /// Whether some day of the period lies within the pair's dates.
  bool overlaps(const Period& period) const {
    return from <= period.last() && !ends_before_it_begins() && (!until || period.first() <= *until);
  }
  /// Whether the pair is listed and counted when this period is asked for: of all time, every pair is.
  bool belongs_to(const Period& period) const { return period.is_all() || overlaps(period); }
  /// Whether the last day is over by `day`.
  bool has_ended(Date day) const { return until && *until < day; }
  bool has_begun(Date day) const { return from <= day; }
  bool is_open(Date day) const { return has_begun(day) && !has_ended(day); }
};

/// One meeting or piece of work of one pair, or of several pairs at once.
struct Activity {
  Id<Activity> id;
  IdList<Pair> pairs;
  Id<ActivityType> type;
  Date on;
  std::optional<Hours> hours;
  std::string note;
};

/// Every kind of record, in the order in which they are read and shown: a kind refers only to kinds before it.
using Kinds = std::tuple<Participant, Pair, Activity>;

}  // namespace mentor
