/// However a record is called, what is meant are records of the program, each once; a whole id means its record alone;
/// a person who is meant by a start of an id or by words of a name really has them. A folded text is folded already.
/// What is suggested for a slip of the hand is one of the names that would have been right.
#include <algorithm>
#include <set>

#include "mentor/resolve.hpp"
#include "mentor/suggest.hpp"
#include "mentor/utf8.hpp"
#include "target.hpp"
#include "unit/sample.hpp"

namespace {

using namespace mentor;

const Program& program() {
  static const Program made = [] {
    Program result = sample::program();
    const auto add = [&](std::string_view id, std::string_view name) {
      auto person = sample::mentee(id);
      person.name = std::string{name};
      sample::store(result, std::move(person));
    };
    add("7k2m9qx4tz", "Семёнова Анна Игоревна");
    add("7k2m9qx4ta", "Семенов-Тихий  Пётр");
    add("4z8y1b", "Orlova Maria, born Smith");
    sample::store(result, sample::pair("q0d8rf3w1n", "ivan", "7k2m9qx4tz"));
    sample::store(result, sample::pair("q0d8rf3w1x", "ivan", "7k2m9qx4ta", "2025-09-01", "2026-05-31"));
    sample::store(result, sample::activity("first-meeting", {"work", "q0d8rf3w1n"}));
    sample::store(result, sample::pause("leave", {"work"}, "2026-10-19"));
    sample::store(result, sample::contact("call", {"ivan", "anna"}, "2026-10-20"));
    sample::store(result, Step{.id = sample::id<Step>("act"), .title = "Приказ о внедрении"});
    sample::store(result, Step{.id = sample::id<Step>("act-2"), .title = "Приказ – о кураторе"});
    sample::store(result, Practice{.id = sample::id<Practice>("elder"),
                                   .title = "«Старший – младшему»",
                                   .form = sample::id<Form>("pupil-pupil")});
    sample::store(result, Training{.id = sample::id<Training>("school"),
                                   .type = sample::id<TrainingType>("mentor-school"),
                                   .people = IdList<Participant>{sample::ids<Participant>({"ivan", "clara"})},
                                   .on = sample::day("2026-10-03")});
    sample::store(result, Document{.id = sample::id<Document>("paper"),
                                   .type = sample::id<DocumentType>("processing-consent"),
                                   .people = IdList<Participant>{sample::ids<Participant>({"anna"})},
                                   .number = "45-од",
                                   .on = sample::day("2026-09-10")});
    return result;
  }();
  return made;
}

template <class Record>
std::vector<const Stored<Record>*> meant(std::string_view reference) {
  const auto result = resolve<Record>({program(), sample::today, sample::fold()}, reference);
  fuzz::require(std::set(result.begin(), result.end()).size() == result.size(), "each record is meant once", reference);
  for (const auto* stored : result) {
    const auto& table = program().all<Record>();
    fuzz::require(std::any_of(table.begin(), table.end(), [&](const auto& one) { return &one == stored; }),
                  "who is meant is of the program", reference);
  }
  const auto id = Id<Record>::parse(reference);
  if (const auto* whole = id ? program().all<Record>().find(*id) : nullptr) {
    fuzz::require(result == std::vector{whole}, "a whole id means its record", reference);
  }
  return result;
}

}  // namespace

FUZZ_TARGET(reference) {
  const auto reference = fuzz::text_of(data, size);
  const auto folded = sample::fold()(reference);
  fuzz::require(sample::fold()(folded) == folded, "a folded text is folded already", reference);

  std::vector<std::string> names;
  for (const auto& stored : program().all<Participant>()) {
    names.push_back(stored.record.name.on(sample::today));
  }
  for (const auto* person : meant<Participant>(reference)) {
    auto name = sample::fold()(person->record.name.on(sample::today));
    std::erase(name, '\'');
    // Points and dashes part words, apostrophes do not; two letters may be two initials.
    auto asked = folded;
    std::erase(asked, '\'');
    std::replace_if(
        asked.begin(), asked.end(), [](char byte) { return byte == '.' || byte == '-'; }, ' ');
    const auto words = fuzz::split(asked, " ");
    fuzz::require(person->record.id.to_string().starts_with(reference) ||
                      std::all_of(words.begin(), words.end(),
                                  [&](const auto& word) {
                                    return utf8::length(word) <= 2 || name.find(word) != std::string::npos;
                                  }),
                  "who is meant has what was asked for", reference);
  }
  for_each_kind([&]<class Record>(Record*) { meant<Record>(reference); });
  if (const auto nearest = suggest(reference, names)) {
    fuzz::require(std::find(names.begin(), names.end(), *nearest) != names.end(), "a suggestion is a name", reference);
  }
  return 0;
}
