#include "inspection.hpp"

#include <algorithm>

namespace mentor {

void Inspection::index_pairs() {
  if (couples_) {
    return;
  }
  couples_.emplace();
  for (const auto& stored : program().all<Pair>()) {
    const Pair& pair = stored.record;
    const auto [one, other] = std::minmax(pair.mentor, pair.mentee);
    (*couples_)[{pair.form, one, other}].push_back(&stored);
    mentors_.insert(pair.mentor);
    mentees_.insert(pair.mentee);
  }
}

const std::vector<const Stored<Pair>*>& Inspection::pairs_of(const Id<Form>& form, const Id<Participant>& one,
                                                             const Id<Participant>& other) {
  index_pairs();
  const auto [first, second] = std::minmax(one, other);
  return (*couples_)[{form, first, second}];
}

bool Inspection::is_paired(const Id<Participant>& person, Role role) {
  index_pairs();
  return (role == Role::mentee ? mentees_ : mentors_).contains(person);
}

const std::vector<const Stored<Participant>*>& Inspection::namesakes(const Participant& person) {
  if (!names_) {
    names_.emplace();
    for (const auto& stored : program().all<Participant>()) {
      (*names_)[context_.fold(stored.record.name)].push_back(&stored);
    }
  }
  return (*names_)[context_.fold(person.name)];
}

}  // namespace mentor
