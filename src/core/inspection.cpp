#include "inspection.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

namespace mentor {

namespace {

template <class Value>
void sort_once_each(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

void Inspection::index_pairs() {
  if (couples_) {
    return;
  }
  couples_.emplace();
  for (const auto& stored : program().all<Pair>()) {
    const Pair& pair = stored.record;
    const auto [one, other] = std::minmax(pair.mentor, pair.mentee);
    couples_->push_back({pair.form, one, other, &stored});
    mentors_.push_back(pair.mentor);
    mentees_.push_back(pair.mentee);
  }
  std::stable_sort(couples_->begin(), couples_->end(),
                   [](const Couple& a, const Couple& b) { return a.key() < b.key(); });
  sort_once_each(mentors_);
  sort_once_each(mentees_);
}

std::vector<const Stored<Pair>*> Inspection::pairs_of(const Id<Form>& form, const Id<Participant>& one,
                                                      const Id<Participant>& other) {
  index_pairs();
  const auto [first, second] = std::minmax(one, other);
  const Couple wanted{form, first, second};
  const auto [begin, end] = std::equal_range(couples_->begin(), couples_->end(), wanted,
                                             [](const Couple& a, const Couple& b) { return a.key() < b.key(); });
  std::vector<const Stored<Pair>*> pairs;
  std::transform(begin, end, std::back_inserter(pairs), [](const Couple& couple) { return couple.pair; });
  return pairs;
}

bool Inspection::is_paired(const Id<Participant>& person, Role role) {
  index_pairs();
  const auto& members = role == Role::mentee ? mentees_ : mentors_;
  return std::binary_search(members.begin(), members.end(), person);
}

void Inspection::index_names() {
  if (names_) {
    return;
  }
  names_.emplace();
  // Nearly every name is one person's: the hash values of names, sorted, tell which are to be looked at.
  std::vector<std::pair<std::size_t, const Stored<Participant>*>> hashes;
  hashes.reserve(program().all<Participant>().size());
  for (const auto& stored : program().all<Participant>()) {
    hashes.emplace_back(std::hash<std::string>{}(context_.fold(stored.record.name)), &stored);
  }
  std::stable_sort(hashes.begin(), hashes.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto begin = hashes.begin(), end = begin; begin != hashes.end(); begin = end) {
    end = std::find_if(begin, hashes.end(), [&](const auto& next) { return next.first != begin->first; });
    if (end - begin == 1) {
      continue;
    }
    std::map<std::string, Namesakes> by_name;
    std::for_each(begin, end,
                  [&](const auto& one) { by_name[context_.fold(one.second->record.name)].push_back(one.second); });
    for (auto& [name, people] : by_name) {
      for (const auto* person : people) {
        name_of_person_[person] = names_->size();
      }
      names_->push_back(std::move(people));
    }
  }
}

const Inspection::Namesakes& Inspection::namesakes(const Stored<Participant>& stored) {
  index_names();
  static const Namesakes none;
  const auto found = name_of_person_.find(&stored);
  return found == name_of_person_.end() ? none : (*names_)[found->second];
}

}  // namespace mentor
