/// The people of a program by the words of their names, so that many names can be asked about at once.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mentor/program.hpp"
#include "mentor/text.hpp"

namespace mentor {

class PeopleByWords {
 public:
  /// Goes through all people once. Classes and departments are those of the day. The program must outlive this.
  PeopleByWords(const Program& program, Date day, Fold fold);

  /// Whether `people_called` finds this person and nobody else by the name. The name must be the first words of a name
  /// that the person has or had. False, too, where more people share these words than are worth asking about.
  bool is_called_alone(const Participant& person, std::string_view name) const;

 private:
  using Rows = std::vector<std::uint32_t>;  // of the table of people, in their order

  /// A person who bears two words, which the key stands for in either order.
  struct BearerOfTwo {
    std::uint64_t key;
    std::uint32_t row;

    auto operator<=>(const BearerOfTwo&) const = default;
  };

  static std::uint64_t key_of_two(std::string_view one, std::string_view other);
  bool may_be_unit(std::string_view folded) const;
  bool may_end_with_unit(std::string_view folded) const;
  std::optional<std::vector<const Stored<Participant>*>> who_may_be_called(std::string_view folded) const;

  const Program& program_;
  Date day_;
  Fold fold_;
  std::unordered_map<std::string, Rows> bearers_;  // of each word, in any name that they have or had
  std::vector<BearerOfTwo> bearers_of_two_;  // sorted; where thousands share a surname, few share a given name too
  std::set<std::string, std::less<>> unit_words_;
  /// Whom a name means that several may be called by, null for nobody alone: each of them asks about it.
  mutable std::unordered_map<std::string, const Participant*> meant_by_shared_;
};

}  // namespace mentor
