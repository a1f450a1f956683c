/// A command's changes as values. A command computes them; `--dry-run` prints them, tests compare them, and the store
/// applies them all or not at all.
#pragma once

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

using Edit = std::variant<CreateRecord>;
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

}  // namespace mentor
