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

Understood word_of_list(const Session& session, const FieldDescription& field, const std::string& typed,
                        const std::vector<const Pair*>& pairs, const Model& model) {
  switch (field.list) {
    case ModelList::categories:
      return word(session, field.name, typed, std::span<const Category>{model.categories});
    case ModelList::forms:
      return word(session, field.name, typed, std::span<const Form>{model.forms});
    case ModelList::activity_types:
      return activity_type(session, field.name, typed, pairs, model);
  }
  return {typed, {}};
}

std::string id_of_record(const Session& session, const storage::Loaded& loaded, std::size_t kind,
                         const std::string& typed) {
  std::string id;
  for_each_kind([&]<class Record>(Record*) {
    if (kind == kind_index<Record>()) {
      id = find_record<Record>(session, loaded, typed).record.id.to_string();
    }
  });
  return id;
}

}  // namespace

Refused refused_twice(const std::string& word, const std::string& other) {
  return {Status::usage, word == other ? say("edit.typed-twice", word) : say("edit.twice", word, other)};
}

std::vector<std::string> typed_values(const FieldDescription& field, const std::string& text) {
  return field.is_list() ? split_at_commas(text) : std::vector{text};
}

Understood understand(const Session& session, const storage::Loaded& loaded, const FieldDescription& field,
                      const std::string& typed, const std::vector<const Pair*>& pairs) {
  const Model& model = loaded.program.model();
  const auto date = [&] {
    const auto read = date_from_input(typed, session.today());
    return read ? read->to_string() : typed;
  };
  switch (field.meaning) {
    case Meaning::own_id:
    case Meaning::text:
      return {typed, {}};
    case Meaning::date:
      return {date(), {}};
    case Meaning::born:
      return {Born::parse(typed) ? typed : date(), {}};
    case Meaning::duration: {
      const auto duration = duration_from_input(typed, loaded.program.model().norms.lesson_minutes);
      return duration ? Understood{duration->to_string(), {}}
                      : Understood{typed, say("field-value.wrong", std::string{field.name}, typed,
                                              Phrase{key("expected.hours-input")})};
    }
    case Meaning::choice: {
      const WordRow* choice = find_choice(field.choices, typed, session.fold());
      return {choice != nullptr ? std::string{choice->id} : typed, {}};
    }
    case Meaning::word:
      return word_of_list(session, field, typed, pairs, model);
    case Meaning::reference:
      return {id_of_record(session, loaded, field.refers_to, typed), {}};
  }
  return {typed, {}};
}

}  // namespace mentor::cli
