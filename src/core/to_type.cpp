#include "to_type.hpp"

#include <string_view>

#include "mentor/resolve.hpp"

namespace mentor {

namespace {

/// The first words of a name, as many as there are up to this number.
std::string_view first_words(std::string_view name, std::size_t number) {
  std::size_t end = 0;
  for (; number != 0 && end != name.size(); --number) {
    end = std::min(name.find(' ', end == 0 ? 0 : end + 1), name.size());
  }
  return name.substr(0, end);
}

/// Whether a command would take the name for something else: for a list, a field, an option, or for the record of the
/// last change.
bool is_read_otherwise(std::string_view name) {
  constexpr std::string_view signs = "/,=@";
  return name.empty() || name.front() == '-' || name.find_first_of(signs) != std::string_view::npos || means_last(name);
}

std::string plainly_folded(std::string_view text) { return folded_plainly(text).value_or(std::string{text}); }

std::string key_of(const Pair& pair) { return pair.mentor.to_string() + '/' + pair.mentee.to_string(); }

}  // namespace

NamesToType::NamesToType(const Program& program, Date day, const Fold& fold)
    : program_(program), day_(day), fold_(fold ? fold : Fold{plainly_folded}) {
  constexpr std::size_t most_people = 300;  // among more, a surname and a given name seldom tell people apart
  if (!fold || program.all<Participant>().size() > most_people) {
    return;
  }
  people_.emplace(program, day, fold);
  for (const auto& stored : program.all<Pair>()) {
    ++pairs_of_two_[key_of(stored.record)];
  }
}

const std::optional<std::string>& NamesToType::name_of(const Id<Participant>& id) const {
  const auto known = names_.find(id);
  return known != names_.end() ? known->second : names_.emplace(id, find_name(id)).first->second;
}

std::optional<std::string> NamesToType::find_name(const Id<Participant>& id) const {
  const Participant* person = program_.find(id);
  if (person == nullptr || person->forgotten || !people_) {
    return std::nullopt;
  }
  for (const std::size_t words : {1U, 2U}) {
    const std::string_view name = first_words(person->name.on(day_), words);
    if (!is_read_otherwise(name) && people_->is_called_alone(*person, name)) {
      return std::string{name};
    }
  }
  return std::nullopt;
}

WordToType NamesToType::person(const Id<Participant>& id) const {
  const auto& name = name_of(id);
  return name ? WordToType{id.to_string(), {shell_word(*name), shell_word(*name)}} : WordToType{id.to_string()};
}

WordToType NamesToType::pair(const Pair& pair) const {
  const std::string id = pair.id.to_string();
  const auto& mentor = name_of(pair.mentor);
  const auto& mentee = name_of(pair.mentee);
  const auto count = pairs_of_two_.find(key_of(pair));
  if (!mentor || !mentee || count == pairs_of_two_.end() || count->second != 1) {
    return id;
  }
  const std::string both = shell_word(*mentor + '/' + *mentee);
  return {id, {both, both}};
}

}  // namespace mentor
