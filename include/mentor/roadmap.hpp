/// The road map of a school year: what is to be done by when, stage by stage.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mentor/edits.hpp"
#include "mentor/reports.hpp"

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

/// A step of the road map, and the number that the report gives it: `2.3`.
struct NumberedStep {
  std::string number;
  const Step* step;
};

/// The road map as the report prints it, by stage, day and title.
std::vector<NumberedStep> numbered_roadmap(const ReportContext& context);

}  // namespace mentor
