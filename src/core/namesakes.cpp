#include "namesakes.hpp"

#include <algorithm>
#include <map>

namespace mentor {

namespace {

using Person = Namesakes::Person;

constexpr std::size_t fewest_to_lack_one = 3;  // words; a surname alone is nobody's name

bool may_be_born_alike(const std::optional<Born>& a, const std::optional<Born>& b) {
  return !a || !b || (a->earliest() <= b->latest() && b->earliest() <= a->latest());
}

/// Whether two people may be one although their names agree only in part. They may if both were born on the same day.
/// Otherwise nothing that is known of both may differ.
bool may_be_one(const Participant& one, const Participant& other, const RuleContext& context) {
  if (!may_be_born_alike(one.born, other.born)) {
    return false;
  }
  if (one.born && other.born && one.born->is_exact() && other.born->is_exact()) {
    return true;
  }
  const std::string& unit = one.unit.on(context.today);
  const std::string& other_unit = other.unit.on(context.today);
  return one.category.on(context.today) == other.category.on(context.today) &&
         (unit.empty() || other_unit.empty() || context.fold(unit) == context.fold(other_unit));
}

/// Finds the first person who may have been born on a day or in a year. People are added in the order of their ids.
class FirstByBirth {
 public:
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

std::uint64_t key_of(const NameWords::Word& whole, char32_t initial) {
  constexpr std::uint64_t odd = 0xD6E8FEB86659FD93U;
  return whole.hash ^ (initial * odd);
}

/// Calls `visit` with the key of each whole word together with the first letter of each other word for which `counts`
/// holds.
template <class Counts, class Visit>
void for_each_key(const NameWords& words, Counts counts, Visit visit) {
  for (const auto& whole : words.all()) {
    for (const auto& other : words.all()) {
      if (!whole.is_initial && &whole != &other && counts(other)) {
        visit(key_of(whole, other.first));
      }
    }
  }
}

template <class Visit>
void for_each_name(const Participant& person, const Fold& fold, Visit visit) {
  person.name.for_each_value([&](const std::string& name) { visit(NameWords{fold(name)}); });
}

}  // namespace

Namesakes::Namesakes(const RuleContext& context) {
  for (const auto& stored : context.program.all<Participant>()) {
    if (!stored.record.forgotten) {  // all who are forgotten have one name
      for_each_name(stored.record, context.fold, [&](const NameWords& words) { add(&stored, words); });
    }
  }
  const auto in_order = [](const Entry& one, const Entry& other) {
    return one.key != other.key ? one.key < other.key : one.person->record.id < other.person->record.id;
  };
  for (Entries& entries : by_words_) {
    std::sort(entries.begin(), entries.end(), in_order);
    pair_up_same_words(entries);
  }
  std::sort(by_initials_.begin(), by_initials_.end(), in_order);
  if (some_may_agree()) {
    pair_up_agreeing(context);
  }
}

void Namesakes::add(Person person, const NameWords& words) {
  by_words_[words.size()].push_back({words.hash(), person});
  for_each_key(
      words, [](const NameWords::Word& other) { return other.is_initial; },
      [&](std::uint64_t key) {
        by_initials_.push_back({key, person});
      });
}

std::span<const Namesakes::Entry> Namesakes::with(const Entries& entries, std::uint64_t key) {
  const auto begin = std::lower_bound(entries.begin(), entries.end(), key,
                                      [](const Entry& entry, std::uint64_t wanted) { return entry.key < wanted; });
  const auto end = std::find_if(begin, entries.end(), [&](const Entry& entry) { return entry.key != key; });
  return {begin, end};
}

void Namesakes::pair_up_same_words(const Entries& entries) {
  for (auto begin = entries.begin(), end = begin; begin != entries.end(); begin = end) {
    end = std::find_if(begin, entries.end(), [&](const Entry& next) { return next.key != begin->key; });
    if (end - begin > 1) {  // nearly every name belongs to one person
      pair_up_group({begin, end});
    }
  }
}

void Namesakes::pair_up_group(std::span<const Entry> group) {
  FirstByBirth before;
  Person last = nullptr;
  for (const Entry& entry : group) {
    if (entry.person == last) {
      continue;  // the name was only spelt otherwise
    }
    last = entry.person;
    if (entry.person->is_proposed()) {
      for (const Entry& other : group) {
        if (may_be_born_alike(other.person->record.born, entry.person->record.born)) {
          note(entry.person, other.person);
        }
      }
    } else if (const Person first = before.like(entry.person->record.born)) {
      note(entry.person, first);
    }
    before.add(*entry.person);
  }
}

bool Namesakes::some_may_agree() const {
  bool may_lack_a_word = false;
  for (std::size_t size = fewest_to_lack_one; size < by_words_.size(); ++size) {
    may_lack_a_word = may_lack_a_word || (!by_words_[size].empty() && !by_words_[size - 1].empty());
  }
  return may_lack_a_word || !by_initials_.empty();
}

template <class Visit>
void Namesakes::for_each_agreeing(const NameWords& words, Visit visit) const {
  // So many of one name are seldom more than a list of somebody who tries it.
  constexpr std::size_t most_compared = 64;
  const auto visit_some = [&](std::span<const Entry> alike) {
    for (const Entry& entry : alike.first(std::min(alike.size(), most_compared))) {
      visit(entry.person);
    }
  };
  if (words.size() >= fewest_to_lack_one && !by_words_[words.size() - 1].empty()) {
    for (const auto& missing : words.all()) {
      visit_some(with(by_words_[words.size() - 1], words.hash() - missing.hash));
    }
  }
  if (!by_initials_.empty()) {
    for_each_key(
        words, [](const NameWords::Word&) { return true; },
        [&](std::uint64_t key) { visit_some(with(by_initials_, key)); });
  }
}

void Namesakes::pair_up_agreeing(const RuleContext& context) {
  for (const auto& stored : context.program.all<Participant>()) {
    for_each_name(stored.record, context.fold, [&](const NameWords& words) {
      for_each_agreeing(words, [&](Person other) {
        if (other == &stored || !may_be_one(stored.record, other->record, context)) {
          return;
        }
        bool agrees = false;
        for_each_name(other->record, context.fold,
                      [&](const NameWords& theirs) { agrees = agrees || agree(words, theirs); });
        if (agrees) {
          note(&stored, other);
          note(other, &stored);
        }
      });
    });
  }
}

void Namesakes::note(Person one, Person other) {
  if (one == other) {
    return;
  }
  if (one->is_proposed()) {
    auto& known = like_proposed_[one];
    if (std::find(known.begin(), known.end(), other) == known.end()) {
      known.push_back(other);
    }
  } else if (other->record.id < one->record.id) {
    const auto [known, is_new] = first_like_.emplace(one, other);
    known->second = other->record.id < known->second->record.id ? other : known->second;
  }
}

std::span<const Person> Namesakes::of(Person person) const {
  const auto found = like_proposed_.find(person);
  return found == like_proposed_.end() ? std::span<const Person>{} : std::span<const Person>{found->second};
}

Person Namesakes::first_like(Person person) const {
  const auto found = first_like_.find(person);
  return found == first_like_.end() ? nullptr : found->second;
}

}  // namespace mentor
