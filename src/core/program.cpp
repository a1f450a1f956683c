#include "mentor/program.hpp"

namespace mentor {

std::uint32_t Program::add_file(std::string_view name) {
  names_.append(name);
  name_ends_.push_back(static_cast<std::uint32_t>(names_.size()));
  return static_cast<std::uint32_t>(name_ends_.size() - 1);
}

void Program::add_own_fields(std::uint32_t file, std::uint32_t line, std::vector<OwnField> fields) {
  own_fields_.insert_or_assign({file, line}, std::move(fields));
}

std::string name_of(const Program& program, const Id<Participant>& person, Date day) {
  const Participant* participant = program.find(person);
  return participant == nullptr ? person.to_string() : participant->name.on(day);
}

}  // namespace mentor
