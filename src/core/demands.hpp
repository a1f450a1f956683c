/// How the papers that are asked for stand on a day. Reports on them use this.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mentor/cell.hpp"
#include "papers.hpp"
#include "to_type.hpp"

namespace mentor {

struct DemandState {
  Demand demand;
  bool is_met = false;
  std::optional<Date> last = {};  // on which it is still met, if that is soon
};

/// What is asked of these pairs and their members, each paper of a person once. Pairs that are over are asked for
/// nothing.
std::vector<DemandState> demands_on(const Program& program, const Papers& papers, const std::vector<const Pair*>& pairs,
                                    Date day);

/// The person or the pair of whom the paper is asked.
Reference who_of(const Program& program, const Demand& demand, Date day);

/// What to type once the paper is there, with its day.
Labelled command_for(const Demand& demand, const Model& model, const NamesToType& to_type);

}  // namespace mentor
