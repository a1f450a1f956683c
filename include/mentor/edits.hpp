/// A command's changes as values. A command computes them; `--dry-run` prints them, tests compare them, and the store
/// applies them all or not at all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "mentor/rules.hpp"

namespace mentor {

template <class>
struct VariantOf;
template <class... Records>
struct VariantOf<std::tuple<Records...>> {
  using Type = std::variant<Records...>;
};
using AnyRecord = VariantOf<Kinds>::Type;

/// A new record in a file of its own. There must be no record of its id yet.
struct CreateRecord {
  AnyRecord record;
};

/// Where a record stands: its file, and the first line of its document.
struct Location {
  std::string path;
  std::uint32_t line = 0;
};

/// Fields of a record that is there are to hold what they hold in `record`; all else in its file stays.
struct ChangeRecord {
  AnyRecord record;
  Location location;
  std::vector<std::string_view> fields;
};

/// A record goes, and its file if it held nothing else.
struct RemoveRecord {
  AnyRecord record;
  Location location;
};

using Edit = std::variant<CreateRecord, ChangeRecord, RemoveRecord>;
using Edits = std::vector<Edit>;

/// What a writing command came to. With an error among the findings there are no edits.
struct Proposal {
  Edits edits;
  std::vector<Finding> findings;
};

/// Checks the record as it would be among the program's others: its own findings, not those of the others. The program
/// is taken by value and spent.
template <class Record>
Proposal propose_record(Program program, Record record, Date today, const Fold& fold);

/// Checks the record as it would be, and those that refer to it: what is new, and what is about the changed fields.
/// That something else was wrong before does not stand in the way. `chosen` is the record of the program that changes:
/// of several with one id, that one, which is judged as if it were the only one.
template <class Record>
Proposal propose_change(Program program, Stored<Record> chosen, Record record, std::vector<std::string_view> fields,
                        Date today, const Fold& fold);

/// Finds every record that would refer to nothing. Of several with one id, one can always go.
template <class Record>
Proposal propose_removal(const Program& program, const Stored<Record>& stored);

}  // namespace mentor
