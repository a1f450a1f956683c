/// A made-up mentoring program that breaks no rule of the model of gymnasium-144: what the same seed and size give is
/// the same everywhere. It is looked at on 24 November 2026.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "mentor/model.hpp"
#include "mentor/records.hpp"

namespace bench {

/// How many records to make.
struct Size {
  std::size_t participants;
  std::size_t pairs;
  std::size_t loose;   // activities of the current school year
  std::size_t packed;  // activities of the closed years
};

/// The fewest pairs that fill every year, and the most participants that there are names for.
inline constexpr std::size_t fewest_pairs = 12;
inline constexpr std::size_t most_participants = 600'000;

/// The last school year is the current one, the others are closed.
inline constexpr std::size_t school_years = 6;
inline constexpr std::size_t current_year = school_years - 1;

/// `2026-2027`.
std::string school_year_name(std::size_t year);

struct MadeUpProgram {
  std::vector<mentor::Participant> participants;
  std::vector<mentor::Pair> pairs;
  std::array<std::vector<mentor::Activity>, school_years> activities;  // of each school year, by date, then id
};

/// Throws `std::invalid_argument` when the size has fewer pairs than `fewest_pairs`, fewer than two participants a pair
/// or more participants than `most_participants`.
MadeUpProgram make_up(const Size& size, const mentor::Model& model, std::uint64_t seed);

}  // namespace bench
