/// The beginning of a school year: every pupil goes up a class on one day, and those of the last class leave.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mentor/edits.hpp"

namespace mentor {

/// The class after this one: `7А` after `6А`. Nothing when there is none after the last grade of the school, or when
/// the text does not begin with a grade or has another number, as «5Б, 6Б».
std::optional<std::string> next_class(std::string_view unit, int last_grade);
/// The grade with which the name of a class begins: 7 of `7А`. Nothing when it begins with no number.
std::optional<int> grade_of(std::string_view unit);

/// What the beginning of a school year changes, and what wants a decision.
struct OpenedYear {
  using People = std::vector<const Participant*>;

  Edits edits;
  std::map<std::pair<std::string, std::string>, int> moved;  // how many went from one class to another
  People left;                                               // those of the last class
  std::vector<const Pair*> voided;                           // their pairs that would begin only later
  int moved_before = 0;                                      // how many have their class of the year already

  // Those who were left alone, and why.
  People without_joining;  // nobody knows whether they were there in the year before
  People by_hand;          // the class was changed on another day since June
  People without_grade;    // they have no class, or it does not say which comes next
  People with_planned;     // of the last class, but in a pair after that too
};

/// The day from which a school year may be opened: 1 June before it. A class that begins then or later is meant for
/// this year already.
Date opens_on(const Period& year);

/// Moves all who are of a category with bounded ages, joined before the year's first day and have not left. Done twice,
/// it changes nothing. Those of the last class leave on the day before; whoever of them has a pair that began since
/// then is left alone.
OpenedYear open_year(const Program& program, const Period& year, Date today);

}  // namespace mentor
