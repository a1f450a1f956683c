// Lines of the report `attention`: who waits for a pair.
#include <unordered_map>

#include "attention.hpp"
#include "pair_filter.hpp"

namespace mentor {

namespace {

struct LastPair {
  Date until;
  bool wants_another;
};

/// The pair of each person in this role that ended last.
std::unordered_map<Id<Participant>, LastPair> last_pairs_of(const Program& program, Role role, Date day) {
  std::unordered_map<Id<Participant>, LastPair> last_pairs;
  for (const auto& stored : program.all<Pair>()) {
    const Pair& pair = stored.record;
    if (!is_counted(pair, program.model()) || state_on(pair, day, program.model()) != PairState::ended) {
      continue;
    }
    const bool wants_another = std::find(pair.rematch.begin(), pair.rematch.end(), role) != pair.rematch.end();
    const auto [known, is_new] = last_pairs.try_emplace(pair.member(role), LastPair{*pair.until, wants_another});
    if (!is_new && known->second.until < *pair.until) {
      known->second = {*pair.until, wants_another};
    }
  }
  return last_pairs;
}

}  // namespace

std::vector<AttentionItem> unpaired_people(const Program& program, const std::vector<const Participant*>& people,
                                           Date day) {
  std::vector<AttentionItem> items;
  const Norms& norms = program.model().norms;
  for (const Role role : all_roles) {
    const auto paired = paired_people(program, role, day);
    const auto last_pairs = last_pairs_of(program, role, day);
    for (const Participant* person : people) {
      const auto last = last_pairs.find(person->id);
      const bool is_asked = role == Role::mentee || (last != last_pairs.end() && last->second.wants_another);
      if (!is_asked || !person->has(role, day) || person->forgotten || paired.contains(person->id) ||
          (person->left && *person->left < day)) {
        continue;
      }
      const auto since = last != last_pairs.end() ? std::optional{last->second.until} : person->joined;
      if (since && day.days_since(*since) > norms[Norm::unpaired_days]) {
        const auto command = [person, role](const TextSources& sources) {
          return command_to_type(
              role == Role::mentee
                  ? FixedLabel{"mentor пара --наставляемый {} --наставник …", "mentor pair --mentee {} --mentor …"}
                  : FixedLabel{"mentor пара --наставник {} --наставляемый …", "mentor pair --mentor {} --mentee …"},
              {sources.to_type.person(person->id)});
        };
        items.push_back({Want::unpaired, *since, day.days_since(*since), person_shown(*person), command});
      }
    }
  }
  return items;
}

}  // namespace mentor
