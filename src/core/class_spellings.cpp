#include "class_spellings.hpp"

#include <algorithm>
#include <tuple>

#include "mentor/unit_key.hpp"

namespace mentor {

namespace {

/// Of spellings that equally many have, one without blanks is right, and one in Cyrillic.
std::size_t oddness(std::string_view unit) {
  return static_cast<std::size_t>(std::count_if(unit.begin(), unit.end(), [](char byte) {
    return byte == ' ' || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
  }));
}

}  // namespace

bool ClassSpellings::Spelling::is_before(const Spelling& other) const {
  return std::tuple{other.people, oddness(*text), *text} < std::tuple{people, oddness(*other.text), *other.text};
}

ClassSpellings::ClassSpellings(const RuleContext& context) {
  for (const auto& stored : context.program.all<Participant>()) {
    if (!stored.is_proposed()) {
      stored.record.unit.for_each_value([&](const std::string& unit) {
        if (!unit.empty()) {
          ++spellings_.try_emplace(unit, Spelling{&unit, 0}).first->second.people;
        }
      });
    }
  }
  std::unordered_map<std::string_view, std::string> keys;
  for (const auto& [unit, spelling] : spellings_) {
    const std::string& key = keys[unit] = unit_key(unit, context.fold);
    const auto [usual, is_new] = usual_by_key_.emplace(key, spelling);
    if (!is_new && spelling.is_before(usual->second)) {
      usual->second = spelling;
    }
  }
  for (const auto& [unit, spelling] : spellings_) {
    usual_.emplace(unit, usual_by_key_.at(keys.at(unit)).text);
  }
}

const std::string* ClassSpellings::instead_of(const std::string& unit) const {
  const auto known = usual_.find(unit);
  return known == usual_.end() || *known->second == unit ? nullptr : known->second;
}

const std::string* ClassSpellings::instead_of_new(const std::string& unit, const Fold& fold) const {
  const auto like = usual_by_key_.find(unit_key(unit, fold));
  if (like == usual_by_key_.end() || *like->second.text == unit) {
    return nullptr;
  }
  const auto known = spellings_.find(unit);
  const Spelling own{&unit, 1 + (known == spellings_.end() ? 0 : known->second.people)};
  return like->second.is_before(own) ? like->second.text : nullptr;
}

}  // namespace mentor
