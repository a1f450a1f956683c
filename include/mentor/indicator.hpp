/// The indicators of Р-145: a share of people, against targets by calendar year (domain §5.1).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/age.hpp"
#include "mentor/id.hpp"
#include "mentor/label.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

struct Category;

/// What the numerator counts: distinct people with a pair in the period, enterprises of such mentors, or people who
/// said that they are satisfied.
enum class Counted { mentees, mentors, organizations, satisfied_mentees, satisfied_mentors };

template <>
struct WordsOf<Counted> {
  static constexpr std::array rows = {
      WordRow{"mentees", {"наставляемые", "mentees"}}, WordRow{"mentors", {"наставники", "mentors"}},
      WordRow{"organizations", {"предприятия наставников", "mentors' enterprises"}},
      WordRow{"satisfied-mentees", {"удовлетворённые наставляемые", "satisfied mentees"}},
      WordRow{"satisfied-mentors", {"удовлетворённые наставники", "satisfied mentors"}}};
};

/// What the denominator is when it is no figure of the school: how many answered.
inline constexpr std::string_view surveyed = "surveyed";

struct Indicator {
  struct Target {
    int year = 0;
    int percent = 0;
  };

  Id<Indicator> id;
  Label label;
  Counted count = Counted::mentees;
  std::vector<Id<Category>> categories;  // of those who are counted; empty: all
  std::optional<AgeRange> ages;          // on the period's last day
  std::string of;                        // a question of a sheet of the program, or `surveyed`
  std::vector<Target> targets;           // by calendar year, in their order
  std::uint32_t line = 0;                // of program.yaml; 0: it is of the edition

  /// The target in force in a calendar year: that of the last year that has one. Null before the first.
  const Target* target_in(int year) const;
};

}  // namespace mentor
