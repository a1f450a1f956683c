/// The road map of a school year: what is to be done by when, stage by stage.
#pragma once

#include <cstddef>

#include "mentor/edits.hpp"

namespace mentor {

struct LaidRoadmap {
  Edits edits;             // a new step each; none when the road map of the year is there already
  bool is_copied = false;  // whether the steps are those of the year before, and not those of the model
  std::size_t there = 0;   // how many steps the year has already; then none is laid
};

/// Lays the road map of a school year: the steps of the year before, each a year later and not done, or else those of
/// the model in the program's language. The ids follow from year, stage and title. If the year has a step, nothing is
/// laid.
LaidRoadmap lay_roadmap(const Program& program, const Period& year);

}  // namespace mentor
