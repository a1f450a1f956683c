#include "mentor/resolve.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace mentor {

namespace {

template <class Record>
std::vector<const Stored<Record>*> by_id(const Program& program, std::string_view reference) {
  const auto& table = program.all<Record>();
  if (const auto id = Id<Record>::parse(reference)) {
    if (const auto* exact = table.find(*id)) {
      return {exact};
    }
  }
  std::vector<const Stored<Record>*> result;
  if (is_id(reference) && reference.size() >= shortest_start) {
    for (const auto& stored : table) {
      if (stored.record.id.to_string().starts_with(reference)) {
        result.push_back(&stored);
      }
    }
  }
  return result;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto blank = text.find(' ');
    if (blank != 0) {
      words.push_back(text.substr(0, blank));
    }
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
  }
  return words;
}

/// Whether each word asked for begins a word of the name, in any order: «анна сем» finds Семёнова Анна.
bool name_has(std::string_view name, std::string_view asked) {
  const auto words = words_of(name);
  const auto wanted = words_of(asked);
  return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](std::string_view start) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return word.starts_with(start); });
  });
}

std::unordered_set<Id<Participant>> ids_of_people(const ResolveContext& context, std::string_view reference) {
  std::unordered_set<Id<Participant>> ids;
  for (const auto* person : resolve<Participant>(context, reference)) {
    ids.insert(person->record.id);
  }
  return ids;
}

/// `mentor/mentee`: the pairs whose members are both meant.
std::vector<const Stored<Pair>*> by_both(const ResolveContext& context, std::string_view mentor,
                                         std::string_view mentee) {
  const auto mentors = ids_of_people(context, mentor);
  const auto mentees = ids_of_people(context, mentee);
  std::vector<const Stored<Pair>*> result;
  for (const auto& stored : context.program.all<Pair>()) {
    if (mentors.contains(stored.record.mentor) && mentees.contains(stored.record.mentee)) {
      result.push_back(&stored);
    }
  }
  return result;
}

std::vector<const Stored<Pair>*> by_member(const ResolveContext& context, std::string_view reference) {
  const auto people = ids_of_people(context, reference);
  std::vector<const Stored<Pair>*> result;
  for (const auto& stored : context.program.all<Pair>()) {
    if (people.contains(stored.record.mentor) || people.contains(stored.record.mentee)) {
      result.push_back(&stored);
    }
  }
  return result;
}

}  // namespace

template <>
std::vector<const Stored<Participant>*> resolve<Participant>(const ResolveContext& context,
                                                             std::string_view reference) {
  auto result = by_id<Participant>(context.program, reference);
  if (result.size() == 1 && result.front()->record.id.to_string() == reference) {
    return result;
  }
  const std::string asked = context.fold(reference);
  const std::size_t by_ids = result.size();
  std::size_t passed = 0;  // of those found by their ids, which come in the order of the table
  std::vector<const Stored<Participant>*> whole;
  for (const auto& stored : context.program.all<Participant>()) {
    const std::string name = context.fold(stored.record.name);
    if (name == asked) {
      whole.push_back(&stored);
    }
    if (passed < by_ids && result[passed] == &stored) {
      ++passed;
    } else if (name_has(name, asked)) {
      result.push_back(&stored);
    }
  }
  return whole.empty() ? result : whole;
}

template <>
std::vector<const Stored<Pair>*> resolve<Pair>(const ResolveContext& context, std::string_view reference) {
  auto result = by_id<Pair>(context.program, reference);
  if (!result.empty()) {
    return result;
  }
  const auto slash = reference.find('/');
  result = slash == std::string_view::npos ? by_member(context, reference)
                                           : by_both(context, reference.substr(0, slash), reference.substr(slash + 1));
  if (result.size() > 1) {
    std::vector<const Stored<Pair>*> open;
    std::copy_if(result.begin(), result.end(), std::back_inserter(open),
                 [&](const auto* stored) { return !stored->record.has_ended(context.today); });
    if (!open.empty()) {
      return open;
    }
  }
  return result;
}

template <>
std::vector<const Stored<Activity>*> resolve<Activity>(const ResolveContext& context, std::string_view reference) {
  return by_id<Activity>(context.program, reference);
}

}  // namespace mentor
