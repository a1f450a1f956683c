/// Which records refer to a record, by fields that hold ids of its kind.
#pragma once

#include <cstddef>
#include <functional>

#include "mentor/program.hpp"

namespace mentor {

/// A record of any kind, by the index of the kind in `Kinds` and the id. Code that only compares ids takes this, so
/// that it is not compiled for each two kinds.
struct RecordKey {
  std::size_t kind = 0;
  IdText id;

  template <class Record>
  static RecordKey of(const Record& record) {
    return {kind_index<Record>(), record.id.text()};
  }
};

/// A record that names another one.
struct Referrer {
  KindSet kind;
  std::string id;
  bool has_day;                   // whether its kind is one whose records belong to one day
  const FieldDescription& field;  // by which it names the other
  Place place;                    // of that field
};

/// Whether the field of the record holds this id as that of a record of this kind.
template <class Record>
bool names(const Field<Record>& field, const Record& record, const RecordKey& named) {
  bool found = false;
  if (field.refers_to == named.kind) {
    auto compare = [&](IdText id) { found = found || id == named.id; };
    field.for_each_id(record, IdVisitor{compare});
  }
  return found;
}

/// Calls `visit` for every stored record and each of its fields that name this record. Repeats are visited, too: the
/// program keeps them, so it must also keep what they name.
void for_each_referrer(const Program& program, const RecordKey& named,
                       const std::function<void(const Referrer&)>& visit);

/// The kinds with a field that refers to this kind.
KindSet kinds_naming(std::size_t kind);

}  // namespace mentor
