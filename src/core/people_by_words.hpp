/// The people of a program by the words of their names, so that many names can be asked about at once.
#pragma once

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

  bool may_be_unit(std::string_view folded) const;
  bool may_end_with_unit(std::string_view folded) const;
  std::optional<std::vector<const Stored<Participant>*>> who_may_be_called(std::string_view folded) const;

  const Program& program_;
  Date day_;
  Fold fold_;
  std::unordered_map<std::string, Rows> bearers_;  // of each word, in any name that they have or had
  std::set<std::string, std::less<>> unit_words_;
};

}  // namespace mentor
