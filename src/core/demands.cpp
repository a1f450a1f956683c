#include "demands.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace mentor {

namespace {

/// The last day on which the demand is met if that is soon. Nothing when a paper counts for longer.
std::optional<Date> soon_over(const Program& program, const Papers& papers, const Demand& demand, Date day) {
  std::optional<Date> last;
  for (const auto* stored : papers.meeting(demand)) {
    if (!counts_on(stored->record, day, program.model())) {
      continue;
    }
    if (state_on(stored->record, day, program.model()) == DocumentState::valid) {
      return std::nullopt;
    }
    last = std::max(last, last_day(stored->record, program.model()));
  }
  return last;
}

}  // namespace

std::vector<DemandState> demands_on(const Program& program, const Papers& papers, const std::vector<const Pair*>& pairs,
                                    Date day) {
  std::vector<DemandState> states;
  std::map<std::pair<const DocumentType*, Id<Participant>>, std::size_t> known;  // where a person's paper stands
  for (const Pair* pair : pairs) {
    if (!is_in_force(*pair, day, program.model())) {
      continue;
    }
    const Date asked = day_of_demand(*pair, day);
    for (const Demand& demand : papers.asked_of(*pair)) {
      const DemandState state{demand, papers.has(demand, asked), soon_over(program, papers, demand, asked)};
      const auto [place, is_new] =
          demand.role ? known.try_emplace({demand.type, demand.person()}, states.size()) : std::pair{known.end(), true};
      if (is_new) {
        states.push_back(state);
      } else if (DemandState& former = states[place->second]; former.is_met && (!state.is_met || !former.last)) {
        former = state;  // what one pair lacks is lacking
      }
    }
  }
  return states;
}

Reference who_of(const Program& program, const Demand& demand, Date day) {
  return demand.role ? Reference{demand.person().to_string(), name_of(program, demand.person(), day), true}
                     : Reference{demand.pair->id.to_string(), title_of(program, *demand.pair, day), true};
}

Labelled command_for(const Demand& demand, const Model& model, const NamesToType& to_type) {
  return command_to_type({"mentor добавить документ {} {} дата=…", "mentor add document {} {} on=…"},
                         {to_type.word(model.documents, *demand.type),
                          demand.role ? to_type.person(demand.person()) : to_type.pair(*demand.pair)});
}

}  // namespace mentor
