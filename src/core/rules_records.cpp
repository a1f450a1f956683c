// Rules that any record may break. They are about references, ids, file names, and words that the model does not have.
#include <algorithm>

#include "inspection.hpp"
#include "mentor/shell_word.hpp"
#include "mentor/suggest.hpp"

namespace mentor {

namespace {

template <class Record, class Entry>
void check_word(const Stored<Record>& stored, std::string_view field, const std::string& word,
                std::span<const Entry> entries, Inspection& inspection) {
  Texts ids;
  for (const Entry& entry : entries) {
    ids.push_back(entry.id.to_string());
  }
  const auto nearest = suggest(word, ids);
  inspection.add(Rule::field_value, Severity::error, stored, field,
                 nearest ? say("field-value.not-in-model-suggest", std::string{field}, word, ids, *nearest)
                         : say("field-value.not-in-model", std::string{field}, word, ids));
}

template <class Record, class Target>
void check_reference(const Stored<Record>& stored, std::string_view field, const Id<Target>& target,
                     Inspection& inspection) {
  if (inspection.find(target) == nullptr && !inspection.program().all<Target>().is_unknown(target.to_string())) {
    inspection.add(Rule::dangling_reference, Severity::error, stored, field,
                   say("dangling-reference.missing", std::string{field}, target.to_string(), path_of(target)),
                   {target.to_string()});
  }
}

/// Tells when another record has this record's id. The other record is of the kind `Other`.
template <class Other, class Record>
void refuse_taken_id(const Stored<Record>& stored, Inspection& inspection) {
  const std::string id = stored.record.id.to_string();
  const auto& table = inspection.program().all<Other>();
  const auto wanted = Id<Other>::parse(id);
  const auto* taken_by = wanted ? table.find(*wanted) : nullptr;
  const void* own = &stored;
  if (taken_by != nullptr && taken_by != own) {
    const Place place = inspection.program().place(*taken_by, "id");
    inspection.add(Rule::duplicate_id, Severity::error, stored, "id",
                   say("duplicate-id.taken", id, place.path, std::int64_t{place.line}));
  } else if (wanted && table.is_unreadable(id)) {
    inspection.add(Rule::duplicate_id, Severity::error, stored, "id",
                   say("duplicate-id.taken-by-unreadable", id, path_of(*wanted)));
  } else if (const auto file = table.passed_over().find(id); file != table.passed_over().end()) {
    inspection.add(Rule::duplicate_id, Severity::error, stored, "id",
                   say("duplicate-id.taken-by-ignored", id, std::string{folder_of<Other>} + '/' + file->second));
  }
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
    for_each_kind([&]<class Target>(Target*) {
      if (field.template refers_to_kind<Target>()) {
        auto check = [&](IdText id) { check_reference(stored, field.name, Id<Target>{id}, inspection); };
        field.for_each_id(stored.record, IdVisitor{check});
      }
    });
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
        with_list(model, field.list, [&]<class Entry>(std::span<const Entry> entries) {
          check_word(stored, field.name, Id<Entry>{id}.to_string(), entries, inspection);
        });
      }
    };
    field.for_each_id(stored.record, IdVisitor{check});
  }
}

template <class Record>
void duplicate_id(const Stored<Record>& stored, Inspection& inspection) {
  if (stored.is_proposed()) {
    // A program may have one id in several kinds. But a new record may not take an id that means another record.
    for_each_kind([&]<class Other>(Other*) { refuse_taken_id<Other>(stored, inspection); });
  } else if (!inspection.program().all<Record>().repeats().empty()) {
    refuse_taken_id<Record>(stored, inspection);
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
  const std::string_view name = inspection.program().file_name(stored.file);
  const auto stem = stem_of(name);
  if (!is_packed_name<Record>(stem) && stem != stored.record.id.to_string()) {
    tell_wrong_name(stored, inspection);
  }
}

/// The instances for every kind.
template <class... Records>
auto instances_of_rules_records(std::tuple<Records...>) {
  return std::tuple{&dangling_reference<Records>..., &duplicate_id<Records>..., &file_name<Records>...,
                    &unknown_words<Records>...};
}
template auto instances_of_rules_records(Kinds);

}  // namespace mentor
