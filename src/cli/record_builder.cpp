#include "record_builder.hpp"

namespace mentor::cli {

namespace {

/// A word of the model from an id or a label.
template <class Entry>
Understood word(const Session& session, std::string_view field, const std::string& typed,
                std::span<const Entry> entries) {
  if (const Entry* found = find_word(entries, typed, session.fold())) {
    return {found->id.to_string(), {}};
  }
  WordList list;
  add_words(list, entries, session.words());
  return {typed, unknown_word(field, typed, list, session.fold())};
}

/// The activity types of the pairs' forms.
std::vector<ActivityType> types_of(const std::vector<const Pair*>& pairs, const Model& model) {
  Model narrowed;
  for (const Form& form : model.forms) {
    if (std::any_of(pairs.begin(), pairs.end(), [&](const Pair* pair) { return pair->form == form.id; })) {
      narrowed.forms.push_back(form);
    }
  }
  return all_types(narrowed);
}

Understood activity_type(const Session& session, std::string_view field, const std::string& typed,
                         const std::vector<const Pair*>& pairs, const Model& model) {
  const auto all = all_types(model);
  const auto own = pairs.empty() ? all : types_of(pairs, model);
  auto understood = word(session, field, typed, std::span<const ActivityType>{own});
  if (!understood.refused) {
    return understood;
  }
  // A type of another form is for the rule to refuse.
  auto of_any_form = word(session, field, typed, std::span<const ActivityType>{all});
  return of_any_form.refused ? understood : of_any_form;
}

}  // namespace

Understood understand(const Session& session, const storage::Loaded& loaded, std::string_view field, Meaning meaning,
                      const std::string& typed, const std::vector<const Pair*>& pairs) {
  const Model& model = loaded.program.model();
  const auto date = [&] {
    const auto read = date_from_input(typed, session.today());
    return read ? read->to_string() : typed;
  };
  switch (meaning) {
    case Meaning::own_id:
    case Meaning::text:
      return {typed, {}};
    case Meaning::date:
      return {date(), {}};
    case Meaning::born:
      return {Born::parse(typed) ? typed : date(), {}};
    case Meaning::hours: {
      const auto hours = hours_from_input(typed);
      return {hours ? hours->to_string() : typed, {}};
    }
    case Meaning::role: {
      const auto role = find_role(typed, session.fold());
      return {role ? std::string{to_string(*role)} : typed, {}};
    }
    case Meaning::category:
      return word(session, field, typed, std::span<const Category>{model.categories});
    case Meaning::form:
      return word(session, field, typed, std::span<const Form>{model.forms});
    case Meaning::activity_type:
      return activity_type(session, field, typed, pairs, model);
    case Meaning::participant:
      return {find_record<Participant>(session, loaded, typed).record.id.to_string(), {}};
    case Meaning::pair:
      return {find_record<Pair>(session, loaded, typed).record.id.to_string(), {}};
  }
  return {typed, {}};
}

}  // namespace mentor::cli
