#include "mentor/resolve.hpp"

#include <algorithm>
#include <string>

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

/// `mentor/mentee`: the pairs whose members are both meant.
std::vector<const Stored<Pair>*> by_both(const ResolveContext& context, std::string_view mentor,
                                         std::string_view mentee) {
  const auto mentors = resolve<Participant>(context, mentor);
  const auto mentees = resolve<Participant>(context, mentee);
  const auto among = [](const auto& people, const Id<Participant>& id) {
    return std::any_of(people.begin(), people.end(), [&](const auto* person) { return person->record.id == id; });
  };
  std::vector<const Stored<Pair>*> result;
  for (const auto& stored : context.program.all<Pair>()) {
    if (among(mentors, stored.record.mentor) && among(mentees, stored.record.mentee)) {
      result.push_back(&stored);
    }
  }
  return result;
}

std::vector<const Stored<Pair>*> by_member(const ResolveContext& context, std::string_view reference) {
  const auto people = resolve<Participant>(context, reference);
  std::vector<const Stored<Pair>*> result;
  for (const auto& stored : context.program.all<Pair>()) {
    if (std::any_of(people.begin(), people.end(),
                    [&](const auto* person) { return stored.record.has_member(person->record.id); })) {
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
  std::vector<const Stored<Participant>*> whole;
  for (const auto& stored : context.program.all<Participant>()) {
    const std::string name = context.fold(stored.record.name);
    if (name == asked) {
      whole.push_back(&stored);
    }
    if (name_has(name, asked) && std::find(result.begin(), result.end(), &stored) == result.end()) {
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
