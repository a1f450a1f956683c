#include "mentor/program.hpp"

namespace mentor {

std::uint32_t Program::add_file(std::string name) {
  files_.push_back(std::move(name));
  return static_cast<std::uint32_t>(files_.size() - 1);
}

void Program::add_own_fields(std::uint32_t file, std::uint32_t line, std::vector<OwnField> fields) {
  own_fields_.insert_or_assign({file, line}, std::move(fields));
}

std::string name_of(const Program& program, const Id<Participant>& person, Date day) {
  const Participant* participant = program.find(person);
  return participant == nullptr ? person.to_string() : participant->name.on(day);
}

}  // namespace mentor
