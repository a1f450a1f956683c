/// Who refers to a record, by the fields that hold ids of its kind.
#pragma once

#include <algorithm>

#include "mentor/program.hpp"

namespace mentor {

/// Calls `visit` with every stored record that names the one of that id, and with the field in which it does. Repeats
/// are visited, too: they are kept, so what they name must be.
template <class Record, class Visit>
void for_each_referrer(const Program& program, const Id<Record>& id, Visit visit) {
  const std::string wanted = id.to_string();
  for_each_kind([&]<class Other>(Other*) {
    for (const auto& field : fields<Other>()) {
      if (folder_meant(field.meaning) != folder_of<Record>) {
        continue;
      }
      const auto visit_if_named = [&](const Stored<Other>& stored) {
        const auto scalars = field.scalars(stored.record);
        if (std::find(scalars.begin(), scalars.end(), wanted) != scalars.end()) {
          visit(stored, field);
        }
      };
      for (const auto& stored : program.all<Other>()) {
        visit_if_named(stored);
      }
      for (const auto* repeat : program.all<Other>().repeats()) {
        visit_if_named(*repeat);
      }
    }
  });
}

}  // namespace mentor
