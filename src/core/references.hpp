/// Which records refer to a record, by fields that hold ids of its kind.
#pragma once

#include "mentor/program.hpp"

namespace mentor {

/// Calls `visit` with every stored record that names this id, and with the field that names it. Repeats are visited,
/// too: the program keeps them, so it must also keep what they name.
template <class Record, class Visit>
void for_each_referrer(const Program& program, const Id<Record>& id, Visit visit) {
  for_each_kind([&]<class Other>(Other*) {
    for (const auto& field : fields<Other>()) {
      if (!field.template refers_to_kind<Record>()) {
        continue;
      }
      const auto visit_if_named = [&](const Stored<Other>& stored) {
        bool named = false;
        auto compare = [&](IdText other) { named = named || other == id.text(); };
        field.for_each_id(stored.record, IdVisitor{compare});
        if (named) {
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
