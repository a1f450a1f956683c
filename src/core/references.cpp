#include "references.hpp"

namespace mentor {

void for_each_referrer(const Program& program, const RecordKey& named,
                       const std::function<void(const Referrer&)>& visit) {
  for_each_kind([&]<class Other>(Other*) {
    for (const auto& field : fields<Other>()) {
      if (field.refers_to != named.kind) {
        continue;
      }
      const auto visit_if_named = [&](const Stored<Other>& stored) {
        if (names(field, stored.record, named)) {
          visit({KindSet::of<Other>(), stored.record.id.to_string(), HasDay<Other>, field,
                 program.place(stored, field.name)});
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

KindSet kinds_naming(std::size_t kind) {
  KindSet kinds;
  for_each_kind([&]<class Other>(Other*) {
    for (const auto& field : fields<Other>()) {
      kinds = field.refers_to == kind ? kinds | KindSet::of<Other>() : kinds;
    }
  });
  return kinds;
}

}  // namespace mentor
