/// What the files of a program hold that could not be taken into it. No figure is given without a word about it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "mentor/finding.hpp"
#include "mentor/program.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

enum class Omission {
  unread,       // a record that could not be read
  repeated,     // a record that stands in several places and is counted once
  passed_over,  // a file or a folder that is not read because of its name
  left_out,     // a value that could not be read, though its record was
};

template <>
struct WordsOf<Omission> {
  static constexpr std::array rows = {WordRow{"unreadable", {"запись не прочитана", "record not read"}},
                                      WordRow{"repeated", {"запись повторяется", "record repeated"}},
                                      WordRow{"passed-over", {"файл не читается", "file not read"}},
                                      WordRow{"left-out", {"значение не учтено", "value left out"}}};
};

inline constexpr std::array all_omissions = {Omission::unread, Omission::repeated, Omission::passed_over,
                                             Omission::left_out};

struct Health {
  /// Where something is, and what it is.
  struct Spot {
    Omission what{};
    Place place;
  };

  std::array<std::size_t, all_omissions.size()> counts{};
  std::vector<Spot> spots;  // sorted by place

  std::size_t count(Omission what) const { return counts.at(static_cast<std::size_t>(what)); }
  bool is_sound() const { return counts == decltype(counts){}; }
};

/// The health of a program. `of_reading` is what was found when its files were read.
Health health_of(const Program& program, std::span<const Finding> of_reading);

}  // namespace mentor
