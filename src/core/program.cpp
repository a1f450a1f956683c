#include "mentor/program.hpp"

namespace mentor {

std::uint32_t Program::add_file(std::string name) {
  files_.push_back(std::move(name));
  return static_cast<std::uint32_t>(files_.size() - 1);
}

std::uint32_t Program::add_marks(std::span<const Marks> marks) {
  const auto first = CanonicalLayout::count + static_cast<std::uint32_t>(marks_.size());
  marks_.insert(marks_.end(), marks.begin(), marks.end());
  return first;
}

template <class Record>
Place Program::place(const Stored<Record>& stored, std::string_view field) const {
  if (stored.is_proposed()) {
    return Place{.field = std::string{field}};
  }
  const Mark at = mark(stored, field);
  return Place{.path = path(stored),
               .line = at.is_absent() ? stored.line : stored.line + at.line - 1,
               .column = at.is_absent() ? 1U : at.column,
               .field = std::string{field}};
}

template Place Program::place(const Stored<Participant>&, std::string_view) const;
template Place Program::place(const Stored<Pair>&, std::string_view) const;
template Place Program::place(const Stored<Activity>&, std::string_view) const;

std::string name_of(const Program& program, const Id<Participant>& person) {
  const Participant* participant = program.find(person);
  return participant == nullptr ? person.to_string() : participant->name;
}

std::string title_of(const Program&, const Participant& person) { return person.name; }

std::string title_of(const Program&, const Activity& activity) {
  return activity.on.to_string() + ' ' + activity.type.to_string();
}

std::string title_of(const Program& program, const Pair& pair) {
  return name_of(program, pair.mentor) + " / " + name_of(program, pair.mentee);
}

}  // namespace mentor
