/// Any bytes, as the file of a record of each kind and as a packed school year, are read by the scanner for canonical
/// text as yaml-cpp alone reads them: the same records, the same places of their fields, the same findings. And as the
/// value of a field of every shape.
#include "target.hpp"
#include "unit/memory_tree.hpp"
#include "unit/scanned.hpp"
#include "unit/told.hpp"

FUZZ_TARGET(canonical_reader) {
  sample::MemoryTree tree;
  tree.add("program.yaml", "schema: 1\n");
  for (const auto* path :
       {"participants/one.yaml", "pairs/one.yaml", "activities/one.yaml", "activities/2025-2026.yaml"}) {
    tree.add(path, std::string{fuzz::text_of(data, size)});
  }
  const auto by_scanner = sample::told_by(mentor::storage::Reading::usual, tree);
  const auto by_yaml = sample::told_by(mentor::storage::Reading::yaml_alone, tree);
  fuzz::require(by_scanner == by_yaml, "both readers tell the same",
                by_scanner == by_yaml ? std::string{} : by_scanner + "-- yaml-cpp:\n" + by_yaml);
  sample::require_same_scalars("x:" + std::string{fuzz::text_of(data, size)});
  return 0;
}
