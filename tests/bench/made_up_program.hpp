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

/// How many records to make. Papers, trainings, pauses, programs and road maps follow from the numbers of people and
/// pairs.
struct Size {
  std::size_t participants;
  std::size_t pairs;
  std::size_t loose;         // activities of the current school year
  std::size_t packed;        // activities of the closed years
  std::size_t contacts = 4;  // of each pair
  std::size_t surveys = 4;   // likewise
  std::size_t steps = 6;     // of the plan of each pair
  bool is_plain = false;     // people, pairs and activities alone
};

/// The fewest pairs that fill every year, and the most participants that there are names for.
inline constexpr std::size_t fewest_pairs = 12;
inline constexpr std::size_t most_participants = 600'000;

/// The last school year is the current one, the others are closed.
inline constexpr std::size_t school_years = 6;
inline constexpr std::size_t current_year = school_years - 1;

/// `2026-2027`.
std::string school_year_name(std::size_t year);

mentor::Date first_day(std::size_t year);
/// The last day on which activities take place: 31 May, in the current year 20 November.
mentor::Date last_day(std::size_t year);

/// Records of each school year, by date, then id.
template <class Record>
using ByYear = std::array<std::vector<Record>, school_years>;

struct MadeUpProgram {
  std::vector<mentor::Participant> participants;
  std::vector<mentor::Practice> practices;
  std::vector<mentor::Pair> pairs;
  std::vector<mentor::Step> steps;
  std::vector<mentor::Pause> pauses;
  ByYear<mentor::Activity> activities;
  ByYear<mentor::Contact> contacts;
  ByYear<mentor::Survey> surveys;
  ByYear<mentor::Training> trainings;
  ByYear<mentor::Document> documents;
};

/// Throws `std::invalid_argument` when the size has fewer pairs than `fewest_pairs`, fewer than two participants a pair
/// or more participants than `most_participants`.
MadeUpProgram make_up(const Size& size, const mentor::Model& model, std::uint64_t seed);

}  // namespace bench
