/// Making a record from what was typed for its fields: the same for every kind.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/record_builder.hpp"
#include "cli/writing.hpp"

namespace mentor::cli {

/// What was typed for each field of a record.
using TypedFields = std::map<std::string_view, std::vector<std::string>>;

/// What must be read to make the record, which has these needs: no more than the pairs that are typed, with their
/// members, where the records of the kind name nothing but pairs. Whatever else they may name must be there as well.
template <class Record>
storage::Scope scope_of_new(const TypedFields& typed, const Needs& needs = needs_of_new<Record>()) {
  auto scope = storage::Scope::of(needs.kinds);
  std::vector<std::string> pairs;
  for (const auto& field : fields<Record>()) {
    if (field.meaning != Meaning::reference) {
      continue;
    }
    if (!needs.named_alone || !field.template refers_to_kind<Pair>()) {
      return scope;
    }
    if (const auto found = typed.find(field.name); found != typed.end()) {
      pairs.insert(pairs.end(), found->second.begin(), found->second.end());
    }
  }
  return std::move(scope).narrowed_to_pairs(std::move(pairs));
}

/// Makes a record of the kind, with the fields that the school keeps for itself. What was not typed is what the field
/// says is usual. Throws `Refused` when a value or a
/// rule refuses it.
template <class Record>
void make_record(Session& session, const Arguments& arguments, const TypedFields& typed,
                 std::vector<OwnField> own = {}) {
  Writing writing{session, arguments};
  // Any record may have a chosen id, or name it already.
  auto loaded =
      writing.load(arguments.has(id_option) ? storage::Scope::everything().for_figures() : scope_of_new<Record>(typed));
  RecordBuilder<Record> builder{session, loaded};
  for (const auto& field : fields<Record>()) {
    const auto found = typed.find(field.name);
    if (field.meaning == Meaning::own_id) {
      builder.set(field.name, {writing.new_id<Record>(loaded.program, arguments)});
    } else if (found != typed.end()) {
      builder.type(field.name, found->second);
    } else if (!field.usual.empty()) {
      builder.type(field.name, typed_values(field, std::string{field.usual}));
    }
  }
  Edits edits{CreateRecord{builder.take(), std::move(own)}};
  writing.make(std::move(loaded), std::move(edits));
}

}  // namespace mentor::cli
