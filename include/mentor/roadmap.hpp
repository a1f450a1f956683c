/// The road map of a school year: what is to be done by when, stage by stage.
#pragma once

#include "mentor/edits.hpp"

namespace mentor {

struct LaidRoadmap {
  Edits edits;             // a new step each; none when the road map of the year is there already
  bool is_copied = false;  // whether the steps are those of the year before, and not those of the model
};

/// Lays the road map of a school year: the steps of the year before, each a year later and not done, or else those of
/// the model in the program's language. The ids follow from year, stage and title. If one of them is there, nothing is
/// laid.
LaidRoadmap lay_roadmap(const Program& program, const Period& year);

}  // namespace mentor
