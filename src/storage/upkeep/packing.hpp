/// A packed school year: many records of one kind in one file. Each is a document that begins with `---`; they are
/// sorted by date, then by id. Packing keeps a record as it was written, with comments and unknown keys, and the record
/// says the same as before.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "mentor/period.hpp"
#include "mentor/program.hpp"
#include "storage/change/changes.hpp"
#include "storage/change/snapshot.hpp"
#include "storage/disk/limits.hpp"

namespace mentor::storage {

struct PackedRecord {
  std::optional<Date> on;  // nothing: somebody took back that it was done
  std::string id;
  std::string text;  // its part of the year's text: from a `---` to a line feed

  bool operator<(const PackedRecord& other) const { return std::tie(on, id) < std::tie(other.on, other.id); }
};

struct PackedYear {
  std::string head;  // comments before the first document
  std::vector<PackedRecord> records;
};

/// Reads a packed year. Comments before the first record are the head. Comments before another record belong to that
/// record, and comments behind the last one belong to the last. Gives nothing if a record cannot be read, or could not
/// stand among others. `schema` and `model` are the program's.
template <Packable Record>
std::optional<PackedYear> parse_packed(std::string_view text, int schema, const Model* model);
std::string packed_text(const PackedYear& year);

/// What packing does with the loose records of a finished year, for all kinds that are packed.
struct Closing {
  std::vector<FileChange> changes;
  std::array<std::size_t, kind_count> packed{};  // how many records of each kind, by its index in `Kinds`
  std::vector<std::string> left;                 // files that only a person can pack: the id stands elsewhere too
  std::vector<std::string> no_room;              // files whose record the packed year cannot hold as it is
  std::vector<std::string> unreadable;  // packed files that are there, but cannot be read whole: then nothing is done
};

/// Packs the loose records of a year. `name` is that of the packed files, such as 2025-2026; each will have at most
/// `most_bytes`. `program` is what the tree holds. Files that cannot be read stay where they are. So do records whose
/// id stands in several places, since packing one could make another of them count. Throws `SystemError`.
Closing close_year(const FrozenTree& tree, const Program& program, const Period& year, const std::string& name,
                   int schema, std::size_t most_bytes = most_packed_bytes);

}  // namespace mentor::storage
