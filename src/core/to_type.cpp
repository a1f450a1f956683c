#include "to_type.hpp"

#include <algorithm>
#include <string_view>

namespace mentor {

namespace {

/// The parts of a name between blanks, and those of a double name too.
template <class Visit>
void for_each_word(std::string_view name, Visit visit) {
  while (!name.empty()) {
    const auto end = std::min(name.find_first_of(" -."), name.size());
    if (end != 0) {
      visit(name.substr(0, end));
    }
    name.remove_prefix(std::min(end + 1, name.size()));
  }
}

/// The first words of a name, as many as there are up to this number.
std::string_view first_words(std::string_view name, std::size_t number) {
  std::size_t end = 0;
  for (; number != 0 && end != name.size(); --number) {
    end = std::min(name.find(' ', end == 0 ? 0 : end + 1), name.size());
  }
  return name.substr(0, end);
}

std::string folded(std::string_view name) { return folded_plainly(name).value_or(std::string{name}); }

/// Whether any word of this name, which may be a double one, means the person alone.
template <class IsAlone>
bool any_word(std::string_view name, IsAlone is_alone) {
  bool found = false;
  for_each_word(name, [&](std::string_view word) { found = found || is_alone(std::string{word}); });
  return found;
}

std::string key_of(const Pair& pair) { return pair.mentor.to_string() + '/' + pair.mentee.to_string(); }

}  // namespace

void ToType::add(Bearers& bearers, const std::string& name, const Participant& person) {
  const auto [known, is_new] = bearers.try_emplace(name, Bearer{&person});
  known->second.is_alone = known->second.is_alone && known->second.person == &person;
}

bool ToType::mean(const Bearers& bearers, const std::string& name, const Participant& person) {
  const auto found = bearers.find(name);
  return found != bearers.end() && found->second.is_alone && found->second.person == &person;
}

ToType::ToType(const Program& program, Date day) : program_(program), day_(day) {
  for (const auto& stored : program.all<Participant>()) {
    const Participant& person = stored.record;
    person.name.for_each_value([&](const std::string& one) {
      const std::string name = folded(one);
      for_each_word(name, [&](std::string_view word) { add(by_word_, std::string{word}, person); });
      add(by_two_words_, std::string{first_words(name, 2)}, person);
    });
  }
  for (const auto& stored : program.all<Pair>()) {
    ++pairs_of_two_[key_of(stored.record)];
  }
}

std::optional<std::string> ToType::name_of(const Id<Participant>& id) const {
  const Participant* person = program_.find(id);
  if (person == nullptr || person->forgotten) {
    return std::nullopt;
  }
  const std::string& whole = person->name.on(day_);
  const std::string surname{first_words(whole, 1)};
  if (any_word(folded(surname), [&](const std::string& word) { return mean(by_word_, word, *person); })) {
    return surname;
  }
  const std::string two{first_words(whole, 2)};
  return mean(by_two_words_, folded(two), *person) ? std::optional{two} : std::nullopt;
}

WordToType ToType::person(const Id<Participant>& id) const {
  const auto name = name_of(id);
  return name ? WordToType{id.to_string(), {shell_word(*name), shell_word(*name)}} : WordToType{id.to_string()};
}

WordToType ToType::pair(const Pair& pair) const {
  const std::string id = pair.id.to_string();
  const auto mentor = name_of(pair.mentor);
  const auto mentee = name_of(pair.mentee);
  const auto count = pairs_of_two_.find(key_of(pair));
  if (!mentor || !mentee || count == pairs_of_two_.end() || count->second != 1) {
    return id;
  }
  const std::string both = shell_word(*mentor + '/' + *mentee);
  return {id, {both, both}};
}

}  // namespace mentor
