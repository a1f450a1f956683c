// Rules that any record may break. They are about references, ids, file names, and words that the model does not have.
#include <algorithm>

#include "inspection.hpp"
#include "mentor/shell_word.hpp"
#include "mentor/suggest.hpp"

namespace mentor {

namespace {

/// What to say of a word that this list of the model does not have.
Message unknown_word(const Model& model, ModelList list, std::string_view field, const std::string& word) {
  Texts ids;
  with_list(model, list, [&](const auto& entries) {
    for (const auto& entry : entries) {
      ids.push_back(entry.id.to_string());
    }
  });
  const auto nearest = suggest(word, ids);
  return nearest ? say("field-value.not-in-model-suggest", std::string{field}, word, ids, *nearest)
                 : say("field-value.not-in-model", std::string{field}, word, ids);
}

/// What to say when another record of the kind `Other` has this id. `own` is the record that asks.
template <class Other>
std::optional<Message> taken_by(const Program& program, IdText wanted, const void* own) {
  const std::string id = wanted.to_string();
  const auto& table = program.all<Other>();
  if (const auto* other = table.find(Id<Other>{wanted}); other != nullptr && other != own) {
    const Place place = program.place(*other, "id");
    return say("duplicate-id.taken", id, place.path, std::int64_t{place.line});
  }
  if (table.is_unreadable(id)) {
    return say("duplicate-id.taken-by-unreadable", id, path_of(Id<Other>{wanted}));
  }
  if (const auto file = table.passed_over().find(id); file != table.passed_over().end()) {
    return say("duplicate-id.taken-by-ignored", id, std::string{folder_of<Other>} + '/' + file->second);
  }
  return {};
}

/// What to say when other records of these kinds have this id. `own` is the record that asks.
std::vector<Message> taken_by_any(const Program& program, KindSet kinds, IdText id, const void* own) {
  std::vector<Message> messages;
  for_each_kind([&]<class Other>(Other*) {
    auto message = kinds.has<Other>() ? taken_by<Other>(program, id, own) : std::nullopt;
    if (message) {
      messages.push_back(*std::move(message));
    }
  });
  return messages;
}

/// The file with the original of a record that stands in a wrongly named file. The file has the name of the record's
/// id, or of a packed year. Empty when there is no such file.
template <class Record>
std::string original_of(const Stored<Record>& stored, const Program& program) {
  const auto is_original = [&](const Stored<Record>* one) {
    if (one->is_proposed()) {
      return false;
    }
    const auto stem = stem_of(program.file_name(one->file));
    return stem == stored.record.id.to_string() || is_packed_name<Record>(stem);
  };
  const auto& table = program.all<Record>();
  if (const auto* row = table.find(stored.record.id); is_original(row)) {  // so in a copy of a year
    return program.path(*row);
  }
  const auto all = table.all_of(stored.record.id);
  const auto found = std::find_if(all.begin(), all.end(), is_original);
  return found == all.end() ? std::string{} : program.path(**found);
}

/// Tells what is wrong with the name of the record's file, and what to do about it.
template <class Record>
void tell_wrong_name(const Stored<Record>& stored, Inspection& inspection) {
  const std::string id = stored.record.id.to_string();
  const std::string path = inspection.program().path(stored);
  const std::string original = original_of(stored, inspection.program());
  const auto stem = [](std::string_view of) { return stem_of(of.substr(of.find('/') + 1)); };
  if (original.empty()) {
    inspection.add(Rule::file_name, Severity::error, stored, "id",
                   say("file-name.differs", id, path, path_of(stored.record.id)));
  } else if (is_packed_name<Record>(stem(original)) && stem(path).find(stem(original)) != std::string_view::npos) {
    inspection.add_to_file(Rule::file_name, Severity::error, stored, say("file-name.copy-of-year", original));
  } else {
    inspection.add(Rule::file_name, Severity::error, stored, "id",
                   say("file-name.copy", id, original, shell_word(path)));
  }
}

}  // namespace

template <class Record>
void dangling_reference(const Stored<Record>& stored, Inspection& inspection) {
  for (const auto& field : fields<Record>()) {
    if (field.meaning != Meaning::reference) {
      continue;
    }
    auto check = [&](IdText named) {
      if (!inspection.may_have(field.refers_to, named)) {
        const std::string id = named.to_string();
        const std::string path =
            std::string{kind_folders.at(field.refers_to)} + '/' + id + std::string{record_extension};
        inspection.add(Rule::dangling_reference, Severity::error, stored, field.name,
                       say("dangling-reference.missing", std::string{field.name}, id, path), {id});
      }
    };
    field.for_each_id(stored.record, IdVisitor{check});
  }
}

/// Tells of words that the model's lists do not have. Another rule tells of activity types, since each form has its
/// own.
template <class Record>
void unknown_words(const Stored<Record>& stored, Inspection& inspection) {
  const Model& model = inspection.model();
  for (const auto& field : fields<Record>()) {
    if (field.meaning != Meaning::word) {
      continue;
    }
    if (field.list == ModelList::activity_types) {
      continue;
    }
    auto check = [&](IdText id) {
      if (!has_word(model, field.list, id)) {
        inspection.add(Rule::field_value, Severity::error, stored, field.name,
                       unknown_word(model, field.list, field.name, id.to_string()));
      }
    };
    field.for_each_id(stored.record, IdVisitor{check});
  }
}

namespace {

/// The fields whose texts may hold a private word.
template <class Record>
std::vector<const Field<Record>*> fields_of_texts() {
  std::vector<const Field<Record>*> texts;
  for (const auto& field : fields<Record>()) {
    if (field.meaning == Meaning::text && field.privacy != Privacy::name_of_minor) {
      texts.push_back(&field);
    }
  }
  return texts;
}

}  // namespace

template <class Record>
void private_words(const Stored<Record>& stored, Inspection& inspection) {
  static const auto texts = fields_of_texts<Record>();
  for (const Field<Record>* field : texts) {
    auto look = [&](std::string_view text) {
      if (const auto word = inspection.index<PrivateWords>().in(text)) {
        inspection.add(Rule::private_words, Severity::warning, stored, field->name,
                       say("private-words.found", typed_name(*field), *word));
      }
    };
    field->for_each_text(stored.record, TextVisitor{look});
  }
}

template <class Record>
void duplicate_id(const Stored<Record>& stored, Inspection& inspection) {
  const Program& program = inspection.program();
  if (!stored.is_proposed() && program.all<Record>().repeats().empty()) {
    return;
  }
  // A program may have one id in several kinds. But a new record may not take an id that means another record.
  const KindSet kinds = stored.is_proposed() ? KindSet::all() : KindSet::of<Record>();
  for (Message& message : taken_by_any(program, kinds, stored.record.id.text(), &stored)) {
    inspection.add(Rule::duplicate_id, Severity::error, stored, "id", std::move(message));
  }
}

template <class Record>
void file_name(const Stored<Record>& stored, Inspection& inspection) {
  if (stored.is_proposed()) {
    const std::string id = stored.record.id.to_string();
    if (is_packed_name<Record>(id)) {
      inspection.add(Rule::file_name, Severity::error, stored, "id", say("file-name.reserved", id));
    }
    return;
  }
  const auto stem = stem_of(inspection.program().file_name(stored.file));
  if (!is_packed_name<Record>(stem) && Id<Record>::parse(stem) != stored.record.id) {
    tell_wrong_name(stored, inspection);
  }
}

/// The instances for every kind.
template <class... Records>
auto instances_of_rules_records(std::tuple<Records...>) {
  return std::tuple{&dangling_reference<Records>..., &duplicate_id<Records>..., &file_name<Records>...,
                    &unknown_words<Records>..., &private_words<Records>...};
}
template auto instances_of_rules_records(Kinds);

}  // namespace mentor
