/// Kinds whose records have types of their own, beside those of activities.
#pragma once

#include "mentor/fields.hpp"

namespace mentor {

/// The field that says of which type a record is, if its kind has types of its own: `type`, or a survey's `instrument`.
/// Null for other kinds, and for activities, whose types are those of the forms.
template <class Record>
const Field<Record>* own_type_field() {
  for (const Field<Record>& field : fields<Record>()) {
    if ((field.name == "type" || field.name == "instrument") && field.list != ModelList::activity_types) {
      return &field;
    }
  }
  return nullptr;
}

}  // namespace mentor
