/// Who refers to a record, by the fields that hold ids of its kind.
#pragma once

#include "mentor/program.hpp"

namespace mentor {

/// Calls `visit` with every stored record that names the one of that id, and with the field in which it does.
template <class Record, class Visit>
void for_each_referrer(const Program& program, const Id<Record>& id, Visit visit) {
  const std::string wanted = id.to_string();
  for_each_kind([&]<class Other>(Other*) {
    for (const auto& field : fields<Other>()) {
      if (folder_meant(field.meaning) != folder_of<Record>) {
        continue;
      }
      for (const auto& stored : program.all<Other>()) {
        for (const std::string& scalar : field.scalars(stored.record)) {
          if (scalar == wanted) {
            visit(stored, field);
            break;
          }
        }
      }
    }
  });
}

}  // namespace mentor
