/// A packed school year: many records of one kind in one file, each a document that begins with `---`, sorted by date,
/// then id. A record goes into it as it was written, comments and unknown keys included, and says there what it said
/// before.
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
  Date on;
  std::string id;
  std::string text;  // what it takes up in the year: from a `---` to a line feed

  bool operator<(const PackedRecord& other) const { return std::tie(on, id) < std::tie(other.on, other.id); }
};

struct PackedYear {
  std::string head;  // comments before the first document
  std::vector<PackedRecord> records;
};

/// What stands before a record belongs to it, what stands before the first is the head, and what follows the last
/// belongs to the last. Nothing when some record cannot be read, or could not stand among others. `schema` is the
/// program's.
template <HasDay Record>
std::optional<PackedYear> parse_packed(std::string_view text, int schema);
std::string packed_text(const PackedYear& year);

/// What packing the loose records of a finished year comes to, of all kinds that have a day.
struct Closing {
  std::vector<FileChange> changes;
  std::array<std::size_t, kind_count> packed{};  // how many records of each kind, by its place in `Kinds`
  std::vector<std::string> left;     // files of that year that only a person can pack: their id stands elsewhere, too
  std::vector<std::string> no_room;  // files of that year whose record the packed year cannot hold as it is
  std::vector<std::string> unreadable;  // packed files that are there, but cannot be read whole: nothing is done
};

/// `name` is that of the packed files: 2025-2026, each of which will have `most_bytes` at most. `program` is what the
/// tree holds. Files that cannot be read stay where they are, and so do records that stand in several places: another
/// of them might count afterwards. Throws `SystemError`.
Closing close_year(const FrozenTree& tree, const Program& program, const Period& year, const std::string& name,
                   int schema, std::size_t most_bytes = most_packed_bytes);

}  // namespace mentor::storage
