/// Scans records that mentor itself has written (`record_text`): each field in its order, on a line of its own. The
/// scanner reads the bytes straight into the record, without a tree. It takes no risk: at the first byte that is not
/// plainly canonical it gives up, and yaml-cpp reads the document instead. What the scanner does read, yaml-cpp would
/// read in the same way: the same record, the same positions, and no finding. The tests compare the two.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "canonical_scanner.hpp"
#include "record_marks.hpp"

namespace mentor::storage {

/// A record, and how much of the text it took.
template <class Record>
struct CanonicalRecord {
  Record record;
  CanonicalLayout layout;
  std::size_t bytes = 0;
  std::uint32_t lines = 0;
};

/// Reads the record at the start of `text`, up to the next document or the end. Nothing when it is not canonical, lacks
/// a required field, or has a value that its field refuses. The keys must be those of the newest schema. `values` is
/// room for the scalars of one field; what it holds before and after does not matter.
template <class Record>
std::optional<CanonicalRecord<Record>> read_canonical(std::string_view text, Values& values);

/// The same for one record alone.
template <class Record>
std::optional<CanonicalRecord<Record>> read_canonical(std::string_view text) {
  Values values;
  return read_canonical<Record>(text, values);
}

}  // namespace mentor::storage
