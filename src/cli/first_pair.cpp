#include "first_pair.hpp"

#include <algorithm>

namespace mentor::cli {

namespace {

/// Whether the person is in another pair than this one that counts.
bool has_other_pair(const Program& program, const Id<Participant>& person, const Pair& pair) {
  const auto& pairs = program.all<Pair>();
  return std::any_of(pairs.begin(), pairs.end(), [&](const auto& other) {
    const bool is_member = other.record.mentor == person || other.record.mentee == person;
    return is_member && other.record.id != pair.id && is_counted(other.record, program.model());
  });
}

}  // namespace

Edits joined_with_first_pair(const Session& session, const Program& program, const Pair& pair,
                             std::vector<Message>& said) {
  Edits edits;
  for (const Role role : all_roles) {
    const auto* stored = program.all<Participant>().find(pair.member(role));
    if (stored == nullptr || !stored->record.joined || *stored->record.joined <= pair.from ||
        pair.mentor == pair.mentee || has_other_pair(program, stored->record.id, pair)) {
      continue;
    }
    Participant person = stored->record;
    said.push_back(say("pair.joined-moved", title_of(program, person, session.today()), pair.from, *person.joined));
    person.joined = pair.from;
    edits.emplace_back(ChangeRecord{std::move(person), location_of(program, *stored), {"joined"}});
  }
  return edits;
}

}  // namespace mentor::cli
