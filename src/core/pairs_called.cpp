// Finds the pairs that people name by their members.
#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_set>

#include "mentor/resolve.hpp"
#include "people_called.hpp"

namespace mentor {

namespace {

std::unordered_set<Id<Participant>> ids_of_people(const ResolveContext& context, std::string_view reference) {
  std::unordered_set<Id<Participant>> ids;
  for (const auto* person : people_called(context, reference)) {
    ids.insert(person->record.id);
  }
  return ids;
}

/// The pairs for which `is_meant` holds.
template <class IsMeant>
std::vector<const Stored<Pair>*> pairs_that(const ResolveContext& context, IsMeant is_meant) {
  std::vector<const Stored<Pair>*> result;
  for (const auto& stored : context.program.all<Pair>()) {
    if (is_meant(stored.record)) {
      result.push_back(&stored);
    }
  }
  return result;
}

/// `mentor/mentee`: the pairs whose mentor and mentee both fit what was typed; if there are none, those of which the
/// two stand the other way round. With one of them left out, all pairs of the other.
std::vector<const Stored<Pair>*> by_both(const ResolveContext& context, std::string_view first,
                                         std::string_view second) {
  const auto mentors = ids_of_people(context, first);
  const auto mentees = ids_of_people(context, second);
  if (means_all_pairs(std::string{first}.append("/").append(second))) {
    return pairs_that(context, [&](const Pair& pair) {
      return first.empty() ? mentees.contains(pair.mentee) : mentors.contains(pair.mentor);
    });
  }
  auto result = pairs_that(
      context, [&](const Pair& pair) { return mentors.contains(pair.mentor) && mentees.contains(pair.mentee); });
  return !result.empty() ? result : pairs_that(context, [&](const Pair& pair) {
    return mentees.contains(pair.mentor) && mentors.contains(pair.mentee);
  });
}

std::vector<const Stored<Pair>*> by_member(const ResolveContext& context, std::string_view reference) {
  const auto people = ids_of_people(context, reference);
  return pairs_that(context,
                    [&](const Pair& pair) { return people.contains(pair.mentor) || people.contains(pair.mentee); });
}

/// Those of several pairs that are open on the day meant; else those that are not over; else all.
std::vector<const Stored<Pair>*> on_the_day(const ResolveContext& context, std::vector<const Stored<Pair>*> pairs) {
  if (pairs.size() < 2) {
    return pairs;
  }
  const Model& model = context.program.model();
  const auto those = [&](auto is_meant) {
    std::vector<const Stored<Pair>*> result;
    std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(result),
                 [&](const auto* stored) { return is_meant(stored->record); });
    return result;
  };
  auto open = those([&](const Pair& pair) { return state_on(pair, context.day_meant(), model) == PairState::open; });
  if (!open.empty()) {
    return open;
  }
  auto still = those([&](const Pair& pair) { return !is_over(pair, context.day_meant(), model); });
  return still.empty() ? pairs : still;
}

}  // namespace

std::vector<const Stored<Pair>*> Kind<Pair>::resolve(const ResolveContext& context, std::string_view reference) {
  auto result = by_id<Pair>(context.program, reference);
  if (!result.empty()) {
    return result;
  }
  const auto slash = reference.find('/');
  return on_the_day(context, slash == std::string_view::npos
                                 ? by_member(context, reference)
                                 : by_both(context, reference.substr(0, slash), reference.substr(slash + 1)));
}

bool means_all_pairs(std::string_view reference) {
  const auto slash = reference.find('/');
  return slash != std::string_view::npos && reference.find_first_not_of(" /") != std::string_view::npos &&
         (slash == 0 || slash + 1 == reference.size());
}

}  // namespace mentor
