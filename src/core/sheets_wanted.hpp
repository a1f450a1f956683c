/// Which questionnaires members of pairs still have to fill in.
#pragma once

#include <vector>

#include "mentor/reports.hpp"
#include "to_type.hpp"

namespace mentor {

/// The stage of a sheet as people type it. The Russian word is the one without blanks, if there is one.
WordToType stage_to_type(SurveyStage stage);

struct SheetWanted {
  const Instrument* instrument = nullptr;
  SurveyStage stage{};
  const Pair* pair = nullptr;
  Id<Participant> person;
  Date since;  // from which day on it should be there
};

/// The sheets that members of these pairs lack on this day (model §8). A stage of an instrument is asked once the
/// program has a sheet of it.
std::vector<SheetWanted> sheets_wanted(const Program& program, const std::vector<const Pair*>& pairs, Date day);

}  // namespace mentor
