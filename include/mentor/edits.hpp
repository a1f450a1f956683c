/// A command's changes as values. A command computes them; `--dry-run` prints them, tests compare them, and the store
/// applies them all or not at all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "mentor/rules.hpp"

namespace mentor {

/// A record of any kind.
using AnyRecord = OfEachKind<std::variant, std::type_identity_t>;

/// A new record in a file of its own. There must be no record of its id yet.
struct CreateRecord {
  AnyRecord record;
  std::vector<OwnField> own = {};  // what the school keeps for itself
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
  std::vector<OwnField> own = {};  // the same of fields that the school keeps for itself; one without a text goes
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

/// Applies all edits to the values, then checks what they touch, once. The program is taken by value and spent.
///
/// - A new record answers for itself, not for what is wrong with others.
/// - A changed one and those that name it answer for what is new, and for what is about the changed fields: that
///   something else was wrong before does not stand in the way. Of several records with one id, the one that stands
///   there is changed, and judged as if it were the only one.
/// - No record may be left that names a removed one. Of several with one id, one can always go.
///
/// Edits that contradict each other are a finding: a record that is both changed and removed, or a field that is to
/// hold two values. Where the edits are about several records, a finding without a path says which it is about.
Proposal propose(Program program, Edits edits, Date today, const Fold& fold);

/// What a record is called among others of any kind: `Семёнова Анна Игоревна (7k2m9qx4tz)`.
template <class Record>
std::string title_with_id(const Program& program, const Record& record) {
  const std::string id = record.id.to_string();
  std::string title = title_of(program, record);
  return title == id ? title : title.append(" (").append(id).append(")");
}

/// Where a record of the program stands, for an edit of it.
template <class Record>
Location location_of(const Program& program, const Stored<Record>& stored) {
  return {program.path(stored), stored.line};
}

}  // namespace mentor
