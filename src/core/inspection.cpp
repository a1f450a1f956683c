#include "inspection.hpp"

#include "exceptions.hpp"

#include <algorithm>
#include <iterator>

namespace mentor {

namespace {

template <class Value>
void sort_once_each(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

std::vector<Finding> Inspection::take() {
  raise(model(), findings_);
  accept_exceptions(program(), findings_);
  return std::move(findings_);
}

bool Inspection::may_have(std::size_t kind, IdText id) {
  bool may = false;
  for_each_kind([&]<class Record>(Record*) {
    if (kind == kind_index<Record>()) {
      may = find(Id<Record>{id}) != nullptr || program().all<Record>().is_unknown(id.to_string());
    }
  });
  return may;
}

void Inspection::index_pairs() {
  if (couples_) {
    return;
  }
  couples_.emplace();
  for (const auto& stored : program().all<Pair>()) {
    const Pair& pair = stored.record;
    if (!is_counted(pair, model())) {
      continue;
    }
    const auto [one, other] = std::minmax(pair.mentor, pair.mentee);
    couples_->push_back({pair.form, one, other, &stored});
    mentors_.push_back(pair.mentor);
    mentees_.push_back(pair.mentee);
  }
  std::stable_sort(couples_->begin(), couples_->end(),
                   [](const Couple& a, const Couple& b) { return a.order() < b.order(); });
  for (auto begin = couples_->begin(), end = begin; begin != couples_->end(); begin = end) {
    end = std::find_if(begin, couples_->end(), [&](const Couple& next) { return next.key() != begin->key(); });
    index_overlaps({begin, end});
  }
  sort_once_each(mentors_);
  sort_once_each(mentees_);
}

void Inspection::index_overlaps(std::span<const Couple> couples) {
  // The couples stand in the order of their first days. So a pair overlaps an earlier one that has not ended when it
  // begins. It is enough to compare it with the earlier pair that lasts longest.
  const Stored<Pair>* longest = nullptr;
  for (const Couple& couple : couples) {
    const auto& stored = *couple.pair;
    const Pair& pair = stored.record;
    if (pair.ends_before_it_begins() || pair.mentor == pair.mentee) {
      continue;  // other rules tell it
    }
    if (longest != nullptr && !is_over(longest->record, pair.from, model())) {
      overlaps_[&stored] = longest;
    }
    const Date last = pair.until.value_or(Date::latest());
    const bool is_longer = longest == nullptr || is_over(longest->record, last, model());
    longest = is_longer ? &stored : longest;
  }
}

const Stored<Pair>* Inspection::overlapped_by(const Stored<Pair>& stored) {
  index_pairs();
  const auto found = overlaps_.find(&stored);
  return found == overlaps_.end() ? nullptr : found->second;
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

int Inspection::fewest_most_hours() {
  if (!fewest_most_hours_) {
    fewest_most_hours_ = model().norms[Norm::most_hours];
    for (const Form& form : model().forms) {
      for (const ActivityType& type : form.activities) {
        fewest_most_hours_ = std::min(*fewest_most_hours_, type.most_hours.value_or(*fewest_most_hours_));
      }
    }
  }
  return *fewest_most_hours_;
}

}  // namespace mentor
