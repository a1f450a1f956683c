#include "inspection.hpp"

#include "exceptions.hpp"

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

/// Finds the first person who may have been born on a day or in a year. People are added in the order of their ids.
class FirstByBirth {
 public:
  using Person = const Stored<Participant>*;

  /// The first person who may have this birth. If the birth is unknown, the first of all people. Null when nobody may
  /// have it.
  Person like(const std::optional<Born>& born) const {
    if (!born) {
      return all_;
    }
    const auto year = years_.find(born->year());
    const Person in_year = year == years_.end() ? nullptr : born->is_exact() ? year->second.alone : year->second.all;
    const auto day = days_.find(born->earliest());
    const Person on_day = born->is_exact() && day != days_.end() ? day->second : nullptr;
    return first_of(first_of(in_year, on_day), unknown_);
  }

  void add(const Stored<Participant>& stored) {
    const auto& born = stored.record.born;
    keep(all_, stored);
    if (!born) {
      keep(unknown_, stored);
      return;
    }
    keep(years_[born->year()].all, stored);
    keep(born->is_exact() ? days_[born->earliest()] : years_[born->year()].alone, stored);
  }

 private:
  struct Year {
    Person all = nullptr;
    Person alone = nullptr;  // the first of whom only the year is known
  };

  static void keep(Person& first, const Stored<Participant>& stored) { first = first == nullptr ? &stored : first; }
  static Person first_of(Person one, Person other) {
    return one == nullptr || (other != nullptr && other->record.id < one->record.id) ? other : one;
  }

  Person all_ = nullptr;
  Person unknown_ = nullptr;
  std::map<int, Year> years_;
  std::map<Date, Person> days_;
};

}  // namespace

std::vector<Finding> Inspection::take() {
  raise(model(), findings_);
  accept_exceptions(program(), findings_);
  return std::move(findings_);
}

void Inspection::index_pairs() {
  if (couples_) {
    return;
  }
  couples_.emplace();
  for (const auto& stored : program().all<Pair>()) {
    const Pair& pair = stored.record;
    if (is_void(pair, model())) {
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

void Inspection::index_names() {
  if (names_) {
    return;
  }
  names_.emplace();
  // Nearly every name belongs to one person. Only names with the same hash value are compared as texts.
  std::vector<std::pair<std::size_t, const Stored<Participant>*>> hashes;
  hashes.reserve(program().all<Participant>().size());
  for (const auto& stored : program().all<Participant>()) {
    stored.record.name.for_each_value(
        [&](const std::string& name) { hashes.emplace_back(std::hash<std::string>{}(context_.fold(name)), &stored); });
  }
  std::stable_sort(hashes.begin(), hashes.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto begin = hashes.begin(), end = begin; begin != hashes.end(); begin = end) {
    end = std::find_if(begin, hashes.end(), [&](const auto& next) { return next.first != begin->first; });
    if (end - begin == 1) {
      continue;
    }
    std::map<std::string, Namesakes> by_name;
    std::for_each(begin, end, [&](const auto& one) {
      one.second->record.name.for_each_value([&](const std::string& name) {
        const std::string folded = context_.fold(name);
        if (std::hash<std::string>{}(folded) != one.first) {
          return;
        }
        auto& people = by_name[folded];
        if (people.empty() || people.back() != one.second) {
          people.push_back(one.second);
        }
      });
    });
    for (auto& [name, people] : by_name) {
      for (const auto* person : people) {
        names_of_person_.emplace(person, names_->size());
      }
      index_likeness(people);
      names_->push_back(std::move(people));
    }
  }
}

void Inspection::index_likeness(Namesakes people) {
  std::sort(people.begin(), people.end(), [](const auto* a, const auto* b) { return a->record.id < b->record.id; });
  FirstByBirth before;
  for (const auto* person : people) {
    if (const auto* first = before.like(person->record.born)) {
      const auto [known, is_new] = first_like_.emplace(person, first);
      known->second = first->record.id < known->second->record.id ? first : known->second;  // by another name
    }
    before.add(*person);
  }
}

const Stored<Participant>* Inspection::first_like(const Stored<Participant>& stored) {
  index_names();
  const auto found = first_like_.find(&stored);
  return found == first_like_.end() ? nullptr : found->second;
}

Inspection::Namesakes Inspection::namesakes(const Stored<Participant>& stored) {
  index_names();
  Namesakes all;
  const auto [begin, end] = names_of_person_.equal_range(&stored);
  std::for_each(begin, end, [&](const auto& one) {
    for (const auto* person : (*names_)[one.second]) {
      if (std::find(all.begin(), all.end(), person) == all.end()) {
        all.push_back(person);
      }
    }
  });
  return all;
}

}  // namespace mentor
