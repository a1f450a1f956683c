#include "record_builder.hpp"

#include "model_words.hpp"
#include "references.hpp"
#include "storage/yaml/record_text.hpp"

namespace mentor::cli {

namespace {

/// A word of the model, which was typed as an id or a label.
template <class Entry>
Understood word(const Session& session, std::string_view field, const std::string& typed,
                std::span<const Entry> entries) {
  if (const Entry* found = find_word(entries, typed, session.fold())) {
    return {found->id.to_string(), {}};
  }
  WordList list;
  add_words(list, entries, session.words());
  return {typed, not_in_model(field, typed, list, session.fold())};
}

/// The activity types of the forms that these pairs have.
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
  // A type of another form is accepted here; a rule refuses it.
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
    case ModelList::reasons:
      return word(session, field.name, typed, std::span<const Reason>{model.reasons});
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

/// Whether a text has only Latin letters, digits, hyphens and characters beyond ASCII, and needs no quotes as a key.
bool is_name(const std::string& text) {
  constexpr unsigned char first_beyond_ascii = 0x80;
  return storage::scalar_text(text) == text && std::all_of(text.begin(), text.end(), [](char byte) {
           return byte == '-' || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                  (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= first_beyond_ascii;
         });
}

}  // namespace

void refuse_own_name(const std::string& name) {
  if (!is_name(name)) {
    throw Refused{Status::usage, say("edit.own-name", name)};
  }
}

std::vector<std::string> own_texts(const std::string& name, const std::string& typed, bool is_list) {
  if (!is_text(typed)) {
    throw Refused{Status::findings, say("field-value.wrong", name, typed, Phrase{key("expected.text")})};
  }
  return typed.empty() ? std::vector<std::string>{} : is_list ? split_at_commas(typed) : std::vector{typed};
}

bool looks_like_days(const std::string& typed) {
  return typed.starts_with('{') ||
         (typed.find(':') != std::string::npos && Date::parse(typed.substr(0, typed.find(':'))));
}

Refused refused_to_guess(const Session& session, const FieldDescription& field, const EditedDay& edited,
                         const Period& school_year) {
  const bool has_later = edited.way == EditedDay::Way::later_day;
  Refused refused{Status::usage,
                  has_later ? say("edit.later-day", std::string{field.name}, edited.day)
                            : say("edit.either-year", std::string{field.name}, school_year.last().plus_days(1))};
  const Date from = has_later ? session.today() : school_year.last().plus_days(1);
  refused.candidates = {session.command_line() + " --from " + from.to_string(), session.command_line() + " --correct"};
  return refused;
}

Refused refused_twice(const std::string& word, const std::string& other) {
  return {Status::usage, word == other ? say("edit.typed-twice", word) : say("edit.twice", word, other)};
}

Refused refused_repeat(const Session& session, const storage::Loaded& loaded, const FieldDescription& field,
                       const std::string& id, const std::pair<std::string, std::string>& typed) {
  std::string title;
  for_each_kind([&]<class Record>(Record*) {
    const auto parsed = Id<Record>::parse(id);
    const Record* record = field.refers_to_kind<Record>() && parsed ? loaded.program.find(*parsed) : nullptr;
    if (record != nullptr) {
      title = title_of(loaded.program, *record, session.today());
    }
  });
  return {Status::usage, say("reference.repeated", std::move(title), typed.first, typed.second)};
}

std::vector<std::string> typed_values(const FieldDescription& field, const std::string& text) {
  return field.is_list() ? split_at_commas(text) : std::vector{text};
}

Understood understand(const Session& session, const storage::Loaded& loaded, const FieldDescription& field,
                      const std::string& typed, const std::vector<const Pair*>& pairs) {
  const Model& model = loaded.program.model();
  if (field.meaning == Meaning::word) {
    return word_of_list(session, field, typed, pairs, model);
  }
  if (field.meaning == Meaning::reference) {
    return {id_of_record(session, loaded, field.refers_to, typed), {}};
  }
  auto scalar = scalar_from_input(field, typed, {model, session.fold(), session.today()});
  if (!scalar && field.meaning == Meaning::duration) {
    return {typed, say("field-value.wrong", std::string{field.name}, typed, Phrase{key("expected.hours-input")})};
  }
  return {std::move(scalar).value_or(typed), {}};
}

}  // namespace mentor::cli
