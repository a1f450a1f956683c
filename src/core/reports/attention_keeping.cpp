// Lines of the report `attention`: whose data is no longer to be kept.
#include <optional>

#include "attention.hpp"
#include "pair_filter.hpp"

namespace mentor {

namespace {

/// Why the data of a person is not to be kept any longer.
Labelled why_to_forget(FixedLabel why) {
  const Label& keep = label_of(Want::keep);
  const auto in = [&](Language language) {
    return std::string{keep.in(language)}.append(": ").append(why.in(language));
  };
  return {std::string{to_string(Want::keep)}, {in(Language::ru), in(Language::en)}};
}

/// The consent to processing is the one with a signer that everybody is asked for.
bool is_consent_to_processing(const DocumentType& type) { return type.signer && type.asked_of == AskedOf::all; }

/// The day from which the person's consent to processing is withdrawn, and no other took its place.
std::optional<Date> withdrawn_since(const Program& program, const Papers& papers, const Participant& person, Date day) {
  std::optional<Date> since;
  for (const DocumentType& type : program.model().documents) {
    if (!is_consent_to_processing(type)) {
      continue;
    }
    for (const auto* stored : papers.of(type, person.id)) {
      if (counts_on(stored->record, day, program.model())) {
        return std::nullopt;
      }
      if (const auto& withdrawn = stored->record.withdrawn; withdrawn && *withdrawn <= day) {
        since = std::max(since.value_or(*withdrawn), *withdrawn);
      }
    }
  }
  return since;
}

}  // namespace

std::vector<AttentionItem> kept_too_long(const Program& program, const Papers& papers,
                                         const std::vector<const Participant*>& people, Date day) {
  std::vector<AttentionItem> items;
  const Norms& norms = program.model().norms;
  constexpr int months = 12;  // of a year
  const auto paired = paired_people(program, {}, day);
  for (const Participant* person : people) {
    if (person->forgotten) {
      continue;
    }
    const auto withdrawn = withdrawn_since(program, papers, *person, day);
    const bool is_long_gone = person->left && person->left->plus_months(months * norms[Norm::keep_years]) < day;
    if (!withdrawn && !is_long_gone) {
      continue;
    }
    const Date since = withdrawn ? *withdrawn : *person->left;
    const FixedLabel why = withdrawn ? FixedLabel{"согласие отозвано", "consent withdrawn"}
                                     : FixedLabel{"выбыл(а) давно", "left long ago"};
    const FixedLabel command = paired.contains(person->id) ? FixedLabel{"mentor выбыл {}", "mentor leave {}"}
                                                           : FixedLabel{"mentor забыть {}", "mentor forget {}"};
    items.push_back(
        {Want::keep, since, day.days_since(since), person_shown(*person),
         // By the id: what is removed does not come back, and there may be a namesake one day.
         [person, command](const TextSources&) { return command_to_type(command, {person->id.to_string()}); },
         [why] { return why_to_forget(why); }});
  }
  return items;
}

}  // namespace mentor
