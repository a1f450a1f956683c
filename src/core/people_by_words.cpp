#include "people_by_words.hpp"

#include <algorithm>
#include <functional>
#include <unordered_set>
#include <utility>

#include "mentor/resolve.hpp"
#include "mentor/utf8.hpp"
#include "people_called.hpp"
#include "word_stems.hpp"

namespace mentor {

PeopleByWords::PeopleByWords(const Program& program, Date day, Fold fold)
    : program_(program), day_(day), fold_(std::move(fold)) {
  std::unordered_set<std::string_view> units;
  std::uint32_t row = 0;
  for (const auto& stored : program.all<Participant>()) {
    stored.record.name.for_each_value([&](const std::string& one) {
      const std::string name = name_to_compare(fold_, one);
      const auto words = parts_between(name, between_words_of_name);
      for (auto word = words.begin(); word != words.end(); ++word) {
        Rows& rows = bearers_[std::string{*word}];
        if (rows.empty() || rows.back() != row) {
          rows.push_back(row);
        }
        for (auto other = word + 1; other != words.end(); ++other) {
          bearers_of_two_.push_back({key_of_two(*word, *other), row});
        }
      }
    });
    stored.record.unit.for_each_value([&](const std::string& unit) {
      if (units.insert(unit).second) {
        const std::string folded = fold_(unit);
        for (const std::string_view word : parts_between(folded, " -")) {
          unit_words_.emplace(word);
        }
      }
    });
    ++row;
  }
  std::sort(bearers_of_two_.begin(), bearers_of_two_.end());
  bearers_of_two_.erase(std::unique(bearers_of_two_.begin(), bearers_of_two_.end()), bearers_of_two_.end());
}

std::uint64_t PeopleByWords::key_of_two(std::string_view one, std::string_view other) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
  const std::uint64_t first = std::hash<std::string_view>{}(one);
  const std::uint64_t second = std::hash<std::string_view>{}(other);
  return (std::min(first, second) * odd) ^ std::max(first, second);
}

bool PeopleByWords::may_be_unit(std::string_view folded) const {
  const auto words = parts_between(folded, " -");
  if (words.empty() || (words.front().front() >= '0' && words.front().front() <= '9')) {
    return true;
  }
  const auto found = unit_words_.lower_bound(words.front());
  return found != unit_words_.end() && found->starts_with(words.front());
}

/// Whether the last words may be a class or department, so that people who do not bear these words may be meant.
bool PeopleByWords::may_end_with_unit(std::string_view folded) const {
  for (auto blank = folded.find(' '); blank != std::string_view::npos; blank = folded.find(' ', blank + 1)) {
    if (may_be_unit(folded.substr(blank + 1))) {
      return true;
    }
  }
  return false;
}

/// Everybody whom `people_called` may prefer to others, or find beside them, when it finds somebody who bears each of
/// these words. So these must bear each of them too: whoever bears only words that begin so is called less well.
/// Nothing when these are too many, or when there are only initials.
std::optional<std::vector<const Stored<Participant>*>> PeopleByWords::who_may_be_called(std::string_view folded) const {
  constexpr std::size_t most = 16;
  std::vector<std::string_view> words;
  std::vector<const Rows*> of_words;
  const std::string_view name = may_end_with_unit(folded) ? folded.substr(0, folded.find(' ')) : folded;
  for (const std::string_view word : parts_between(name, between_words_of_name)) {
    if (utf8::length(word) == 1) {
      continue;  // an initial, which any word may begin with
    }
    const auto found = bearers_.find(std::string{word});
    if (found == bearers_.end()) {
      return std::nullopt;
    }
    words.push_back(word);
    of_words.push_back(&found->second);
  }
  if (words.empty()) {
    return std::nullopt;
  }
  Rows rows;
  if (words.size() == 1) {
    rows.assign(of_words.front()->begin(),
                of_words.front()->begin() + static_cast<std::ptrdiff_t>(std::min(of_words.front()->size(), most + 1)));
  } else {
    const std::uint64_t key = key_of_two(words.front(), words[1]);
    for (auto one = std::lower_bound(bearers_of_two_.begin(), bearers_of_two_.end(), BearerOfTwo{key, 0});
         one != bearers_of_two_.end() && one->key == key && rows.size() <= most; ++one) {
      rows.push_back(one->row);
    }
  }
  if (rows.size() > most) {
    return std::nullopt;
  }
  std::vector<const Stored<Participant>*> people;
  for (const std::uint32_t row : rows) {
    if (std::all_of(of_words.begin(), of_words.end(),
                    [&](const Rows* bearers) { return std::binary_search(bearers->begin(), bearers->end(), row); })) {
      people.push_back(&program_.all<Participant>().at(row));
    }
  }
  return people;
}

bool PeopleByWords::is_called_alone(const Participant& person, std::string_view name) const {
  if (is_id(name)) {
    return false;  // the ids of all people would have to be looked through
  }
  const std::string folded = name_to_compare(fold_, name);
  if (const auto known = meant_by_shared_.find(folded); known != meant_by_shared_.end()) {
    return known->second == &person;
  }
  const auto people = who_may_be_called(folded);
  const auto called =
      people ? people_called({program_, day_, fold_}, name, *people) : std::vector<const Stored<Participant>*>{};
  const Participant* alone = called.size() == 1 ? &called.front()->record : nullptr;
  if (!people || people->size() > 1) {
    meant_by_shared_.emplace(folded, alone);
  }
  return alone == &person;
}

}  // namespace mentor
