#include "name_rules.hpp"

#include <optional>
#include <string>

#include "class_spellings.hpp"
#include "look_alikes.hpp"
#include "mentor/shell_word.hpp"
#include "mentor/utf8.hpp"
#include "namesakes.hpp"

namespace mentor {

namespace {

/// Whether one of the names of each is the same, but for what a fold takes away.
bool have_a_name_in_common(const Participant& one, const Participant& other, const Inspection& inspection) {
  bool found = false;
  one.name.for_each_value([&](const std::string& name) {
    other.name.for_each_value(
        [&](const std::string& other_name) { found = found || inspection.fold(name) == inspection.fold(other_name); });
  });
  return found;
}

void add_namesake(const Stored<Participant>& stored, const Participant& other, Inspection& inspection) {
  const std::string id = other.id.to_string();
  const std::string& unit = other.unit.on(inspection.today());
  const std::string& name = stored.record.name.on(inspection.today());
  const std::string& other_name = other.name.on(inspection.today());
  const bool is_same = have_a_name_in_common(stored.record, other, inspection);
  Message message = is_same        ? unit.empty() ? say("duplicate-person.same", name, id)
                                                  : say("duplicate-person.same-in-unit", name, id, unit)
                           : unit.empty() ? say("duplicate-person.like", name, other_name, id)
                                   : say("duplicate-person.like-in-unit", name, other_name, id, unit);
  inspection.add(Rule::duplicate_person, Severity::warning, stored, "name", std::move(message), {id});
}

/// A run of letters of both alphabets.
struct MixedRun {
  std::string run;
  bool is_latin;      // nearly all of it is
  std::string wrong;  // the letters of the other alphabet
};

class RunReader {
 public:
  /// Takes the next character. Gives the run before it once that is over and mixed.
  std::optional<MixedRun> take(char32_t character) {
    const bool is_latin = is_latin_letter(character);
    const bool is_cyrillic = is_cyrillic_letter(character);
    if (!is_latin && !is_cyrillic) {
      return end();
    }
    utf8::append(run_, character);
    utf8::append(is_latin ? latin_ : cyrillic_, character);
    return std::nullopt;
  }
  std::optional<MixedRun> end() {
    std::optional<MixedRun> found;
    if (!latin_.empty() && !cyrillic_.empty()) {
      const bool is_latin = utf8::length(latin_) > utf8::length(cyrillic_);
      found = MixedRun{run_, is_latin, is_latin ? cyrillic_ : latin_};
    }
    run_.clear();
    latin_.clear();
    cyrillic_.clear();
    return found;
  }

 private:
  std::string run_;
  std::string latin_;
  std::string cyrillic_;
};

std::optional<MixedRun> mixed_run(std::string_view text) {
  // The letters beyond ASCII that are Latin begin with a byte from C3 to C9.
  bool has_latin = false;
  bool has_others = false;
  for (const char one : text) {
    const auto byte = static_cast<unsigned char>(one);
    has_others = has_others || byte >= 0x80;
    has_latin = has_latin || (one >= 'A' && one <= 'Z') || (one >= 'a' && one <= 'z') || (byte >= 0xC3 && byte <= 0xC9);
  }
  if (!has_latin || !has_others) {
    return std::nullopt;  // as nearly every text
  }
  RunReader reader;
  while (!text.empty()) {
    const auto decoded = utf8::decode(text);
    if (auto found = reader.take(decoded ? decoded->character : U' ')) {
      return found;
    }
    text.remove_prefix(decoded ? decoded->length : 1);
  }
  return reader.end();
}

void look_for_mixed(const Stored<Participant>& stored, std::string_view field, const Dated<std::string>& dated,
                    Inspection& inspection) {
  dated.for_each_value([&](const std::string& text) {
    if (const auto mixed = mixed_run(text)) {
      inspection.add(Rule::look_alike_letters, Severity::warning, stored, field,
                     mixed->is_latin ? say("look-alike-letters.cyrillic-in-latin", text, mixed->run, mixed->wrong)
                                     : say("look-alike-letters.latin-in-cyrillic", text, mixed->run, mixed->wrong));
    }
  });
}

}  // namespace

void duplicate_person(const Stored<Participant>& stored, Inspection& inspection) {
  const auto& namesakes = inspection.index<Namesakes>();
  if (stored.is_proposed()) {
    for (const auto* other : namesakes.of(&stored)) {
      add_namesake(stored, other->record, inspection);
    }
  } else if (const auto* other = namesakes.first_like(&stored)) {
    add_namesake(stored, other->record, inspection);
  }
}

void look_alike_letters(const Stored<Participant>& stored, Inspection& inspection) {
  look_for_mixed(stored, "name", stored.record.name, inspection);
  look_for_mixed(stored, "unit", stored.record.unit, inspection);
  const auto& spellings = inspection.index<ClassSpellings>();
  for (const auto& part : stored.record.unit.parts()) {
    const std::string& unit = part.value;
    const std::string* usual = unit.empty()           ? nullptr
                               : stored.is_proposed() ? spellings.instead_of_new(unit, inspection.context().fold)
                                                      : spellings.instead_of(unit);
    if (usual == nullptr) {
      continue;
    }
    const std::string word = shell_word("unit=" + *usual);
    const std::string which = part.from ? "--from " + part.from->to_string() : "--correct";
    inspection.add(Rule::look_alike_letters, Severity::warning, stored, "unit",
                   stored.is_proposed() ? say("look-alike-letters.class", unit, *usual, word)
                                        : say("look-alike-letters.class-there", unit, *usual,
                                              stored.record.id.to_string(), word, which));
  }
}

}  // namespace mentor
