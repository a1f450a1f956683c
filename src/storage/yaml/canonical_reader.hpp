/// A scanner for records as mentor itself writes them (`record_text`): each field in its order on a line of its own,
/// straight from the bytes into the record, without a tree. It takes no risk: at the first byte that is not plainly
/// canonical it gives up, and yaml-cpp, the judge of everything else, reads the document. What it does read, it reads
/// as that would: the same record, the same positions, and nothing to tell of. The tests hold the two against each
/// other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

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

/// The record at the start of `text`, up to the next document or the end. Nothing when it is not canonical, or lacks a
/// required field, or has a value that its field refuses. Keys are those of the newest schema.
template <class Record>
std::optional<CanonicalRecord<Record>> read_canonical(std::string_view text);

}  // namespace mentor::storage
