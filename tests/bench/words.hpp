/// Invented people and what they write: Russian names, no two alike, and notes of a few words.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "chance.hpp"

namespace bench {

enum class Gender { female, male };

/// Full names as they stand in records, `Берёзкина Анна Игоревна`. Of every name there is one.
class Names {
 public:
  /// The next name. Throws `std::length_error` when there are no more, after some hundreds of thousands.
  std::string next(Gender gender);

 private:
  std::array<std::size_t, 2> given_out_{};  // by gender
};

/// A note of two to five words.
std::string made_up_note(Chance& chance);

/// A department of teachers.
std::string made_up_department(Chance& chance);

/// A class in which a pupil of the grade may be: `6Б`.
std::string made_up_class(std::size_t grade, Chance& chance);

}  // namespace bench
