#include "first_records.hpp"

#include <algorithm>
#include <tuple>

#include "file_reader.hpp"
#include "passed_over.hpp"
#include "record_reader.hpp"
#include "schema.hpp"

namespace mentor::storage {

template <class Record>
void read_until(const Tree& tree, const Model& model, const std::function<bool(const Record&)>& is_enough) {
  auto entries = list_if_allowed(tree, folder_of<Record>);
  const PassedOver<Record> passed_over{entries};
  std::erase_if(entries, [&](const Entry& entry) {
    return entry.type != EntryType::file || !entry.name.ends_with(record_extension) || passed_over.has(entry.name);
  });
  std::stable_partition(entries.begin(), entries.end(),
                        [](const Entry& entry) { return !is_packed_file<Record>(entry.name); });
  ReadingOrder order;
  order.schema = newest_schema;
  order.scans = true;
  order.model = &model;
  for (const Entry& entry : entries) {
    Batch<Record> batch;
    FileReader<Record>{tree, order, batch}.read({entry.name, 0});
    if (std::any_of(batch.records.begin(), batch.records.end(),
                    [&](const Stored<Record>& stored) { return is_enough(stored.record); })) {
      return;
    }
  }
}

/// The instances of every kind.
template <class... Records>
auto instances_of_first_records(std::tuple<Records...>) {
  return std::tuple{&read_until<Records>...};
}
template auto instances_of_first_records(Kinds);

}  // namespace mentor::storage
