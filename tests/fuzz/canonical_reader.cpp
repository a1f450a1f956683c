/// Any bytes, as the file of a record and as the packed school year of each kind, are read by the scanner for canonical
/// text as yaml-cpp alone reads them: the same records, the same places of their fields, the same findings. And as the
/// value of a field of every shape.
#include "loading.hpp"
#include "unit/memory_tree.hpp"
#include "unit/scanned.hpp"
#include "unit/told.hpp"

FUZZ_TARGET(canonical_reader) {
  sample::MemoryTree tree;
  tree.add("program.yaml", "schema: 1\n");
  fuzz::for_each_file([&](auto*, const std::string& path) { tree.add(path, std::string{fuzz::text_of(data, size)}); });
  const auto by_scanner = sample::told_by(mentor::storage::Reading::usual, tree);
  const auto by_yaml = sample::told_by(mentor::storage::Reading::yaml_alone, tree);
  fuzz::require(by_scanner == by_yaml, "both readers tell the same",
                by_scanner == by_yaml ? std::string{} : by_scanner + "-- yaml-cpp:\n" + by_yaml);
  sample::require_same_scalars("x:" + std::string{fuzz::text_of(data, size)});
  return 0;
}
