/// Making a record from what was typed for its fields: the same for every kind.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "record_builder.hpp"
#include "writing.hpp"

namespace mentor::cli {

/// What was typed for each field of a record.
using TypedFields = std::map<std::string_view, std::vector<std::string>>;

/// What must be read to make the record: what its rules need; everything when its id was chosen, for any record may
/// have that id, or name it already.
template <class Record>
storage::Scope scope_of_new(const TypedFields& typed, bool with_chosen_id) {
  if (with_chosen_id) {
    return storage::Scope::everything().for_figures();
  }
  const Needs needs = needs_of_new<Record>();
  auto scope = storage::Scope::of(needs.kinds);
  for (const auto& field : fields<Record>()) {
    const auto found = typed.find(field.name);
    if (needs.named_alone && field.template refers_to_kind<Pair>() && found != typed.end()) {
      return std::move(scope).narrowed_to_pairs(found->second);
    }
  }
  return scope;
}

/// Makes a record of the kind. What was not typed is what the field says is usual. Throws `Refused` when a value or a
/// rule refuses it.
template <class Record>
void make_record(Session& session, const Arguments& arguments, const TypedFields& typed) {
  Writing writing{session, arguments};
  auto loaded = writing.load(scope_of_new<Record>(typed, arguments.has(id_option)));
  RecordBuilder<Record> builder{session, loaded};
  for (const auto& field : fields<Record>()) {
    const auto found = typed.find(field.name);
    if (field.meaning == Meaning::own_id) {
      builder.set(field.name, {writing.new_id<Record>(loaded.program, arguments)});
    } else if (found != typed.end()) {
      builder.type(field.name, found->second);
    } else if (!field.usual.empty()) {
      builder.type(field.name, std::string{field.usual});
    }
  }
  Edits edits{CreateRecord{builder.take()}};
  writing.make(std::move(loaded), std::move(edits));
}

}  // namespace mentor::cli
