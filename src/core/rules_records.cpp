// Rules that any record may break: references, ids, file names, words that the model does not have.
#include "inspection.hpp"
#include "mentor/suggest.hpp"

namespace mentor {

namespace {

/// A word of the model that is not there, with the nearest that is.
template <class Record, class Entry>
void unknown_word(const Stored<Record>& stored, std::string_view field, std::string_view word,
                  const std::vector<Entry>& entries, Inspection& inspection) {
  Texts ids;
  for (const Entry& entry : entries) {
    ids.push_back(entry.id.to_string());
  }
  const auto nearest = suggest(word, ids);
  inspection.add(Rule::field_value, Severity::error, stored, field,
                 nearest ? say("field-value.not-in-model-suggest", std::string{field}, std::string{word}, ids, *nearest)
                         : say("field-value.not-in-model", std::string{field}, std::string{word}, ids));
}

template <class Record, class Target>
void check_reference(const Stored<Record>& stored, std::string_view field, const Id<Target>& target,
                     Inspection& inspection) {
  if (inspection.find(target) == nullptr && !inspection.program().all<Target>().is_unreadable(target.to_string())) {
    inspection.add(Rule::dangling_reference, Severity::error, stored, field,
                   say("dangling-reference.missing", std::string{field}, target.to_string(), path_of(target)),
                   {target.to_string()});
  }
}

/// Tells when another record, one of the kind `Other`, has the record's id.
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
  }
}

}  // namespace

void dangling_reference_of_pair(const Stored<Pair>& stored, Inspection& inspection) {
  check_reference(stored, "mentor", stored.record.mentor, inspection);
  check_reference(stored, "mentee", stored.record.mentee, inspection);
}

void dangling_reference_of_activity(const Stored<Activity>& stored, Inspection& inspection) {
  for (const auto& pair : stored.record.pairs) {
    check_reference(stored, "pairs", pair, inspection);
  }
}

void values_of_participant(const Stored<Participant>& stored, Inspection& inspection) {
  const auto& born = stored.record.born;
  if (born && inspection.today() < born->earliest()) {
    inspection.add(Rule::field_value, Severity::error, stored, "born",
                   say("field-value.born-in-future", born->to_string(), inspection.today()));
  }
  if (inspection.model().find(stored.record.category) == nullptr) {
    unknown_word(stored, "category", stored.record.category.to_string(), inspection.model().categories, inspection);
  }
}

void values_of_pair(const Stored<Pair>& stored, Inspection& inspection) {
  if (inspection.model().find(stored.record.form) == nullptr) {
    unknown_word(stored, "form", stored.record.form.to_string(), inspection.model().forms, inspection);
  }
}

template <class Record>
void duplicate_id(const Stored<Record>& stored, Inspection& inspection) {
  if (stored.is_proposed()) {
    // A program whose kinds share an id is sound, but no new record may take one that means another.
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
    const std::string path = inspection.program().path(stored);
    inspection.add(Rule::file_name, Severity::error, stored, "id",
                   say("file-name.differs", stored.record.id.to_string(), path, path_of(stored.record.id)));
  }
}

template void duplicate_id(const Stored<Participant>&, Inspection&);
template void duplicate_id(const Stored<Pair>&, Inspection&);
template void duplicate_id(const Stored<Activity>&, Inspection&);
template void file_name(const Stored<Participant>&, Inspection&);
template void file_name(const Stored<Pair>&, Inspection&);
template void file_name(const Stored<Activity>&, Inspection&);

}  // namespace mentor
