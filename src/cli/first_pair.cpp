#include "first_pair.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace mentor::cli {

namespace {

/// The people in pairs of the program that count, without these pairs.
std::set<Id<Participant>> members_of_others(const Program& program, const std::vector<Pair>& pairs) {
  std::set<Id<Pair>> left_out;
  for (const Pair& pair : pairs) {
    left_out.insert(pair.id);
  }
  std::set<Id<Participant>> members;
  for (const auto& stored : program.all<Pair>()) {
    if (is_counted(stored.record, program.model()) && !left_out.contains(stored.record.id)) {
      members.insert({stored.record.mentor, stored.record.mentee});
    }
  }
  return members;
}

}  // namespace

Edits joined_with_first_pairs(const Session& session, const Program& program, const std::vector<Pair>& pairs,
                              std::vector<Message>& said) {
  std::map<Id<Participant>, Date> first_days;  // of those who joined later
  std::vector<const Stored<Participant>*> people;
  for (const Pair& pair : pairs) {
    for (const Role role : all_roles) {
      const auto* stored = program.all<Participant>().find(pair.member(role));
      if (stored == nullptr || !stored->record.joined || *stored->record.joined <= pair.from ||
          pair.mentor == pair.mentee) {
        continue;
      }
      const auto [known, is_new] = first_days.emplace(stored->record.id, pair.from.day());
      known->second = std::min(known->second, pair.from.day());
      if (is_new) {
        people.push_back(stored);
      }
    }
  }
  Edits edits;
  const auto others = people.empty() ? std::set<Id<Participant>>{} : members_of_others(program, pairs);
  for (const auto* stored : people) {
    Participant person = stored->record;
    if (others.contains(person.id)) {
      continue;
    }
    const Date first = first_days.at(person.id);
    said.push_back(say("pair.joined-moved", title_of(program, person, session.today()), first, *person.joined));
    person.joined = first;
    edits.emplace_back(ChangeRecord{std::move(person), location_of(program, *stored), {"joined"}});
  }
  return edits;
}

}  // namespace mentor::cli
