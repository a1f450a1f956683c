/// Who may be registered twice: people whose names agree, and of whom nothing tells that they are two.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mentor/rules.hpp"
#include "name_words.hpp"

namespace mentor {

/// All people by the words of their names. Nobody is compared with everybody: only people with words in common are, and
/// of many with the same initials each only with some.
class Namesakes {
 public:
  using Person = const Stored<Participant>*;

  /// The program must outlive this, and must not change.
  explicit Namesakes(const RuleContext& context);

  /// All who may be this person. The person must be a record that a command proposes.
  std::span<const Person> of(Person person) const;
  /// Of a record in a file: the person with the least id who may be this one, if that is less than the person's own id.
  /// Null when there is none. To tell of each two people would give as many findings as the square of their number.
  Person first_like(Person person) const;

 private:
  struct Entry {
    std::uint64_t key;
    Person person;
  };
  using Entries = std::vector<Entry>;  // sorted by key, then in the order of the ids

  static std::span<const Entry> with(const Entries& entries, std::uint64_t key);
  void add(Person person, const NameWords& words);
  void pair_up_same_words(const Entries& entries);
  void pair_up_group(std::span<const Entry> group);
  /// Whether there are names of which some may agree without having the same words.
  bool some_may_agree() const;
  void pair_up_agreeing(const RuleContext& context);
  template <class Visit>
  void for_each_agreeing(const NameWords& words, Visit visit) const;
  void note(Person one, Person other);

  std::array<Entries, NameWords::most + 1>
      by_words_;         // every name by all of its words; those of so many words together
  Entries by_initials_;  // names with initials, by a whole word and an initial
  std::unordered_map<Person, Person> first_like_;
  std::unordered_map<Person, std::vector<Person>> like_proposed_;
};

}  // namespace mentor
