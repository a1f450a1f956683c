/// The changes of a command, as values. The command computes them, `--dry-run` prints them, tests compare them, and the
/// store applies all of them or none.
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

/// A new record in a file of its own. No record may have its id yet.
struct CreateRecord {
  AnyRecord record;
  std::vector<OwnField> own = {};  // the fields that the school keeps for itself
};

/// Where a record stands: its file, and the first line of its document.
struct Location {
  std::string path;
  std::uint32_t line = 0;
};

/// A change of an existing record. The named fields get their values from `record`; everything else in the file stays.
struct ChangeRecord {
  AnyRecord record;
  Location location;
  std::vector<std::string_view> fields;
  std::vector<OwnField> own = {};  // the school's own fields to set; one without a text is removed
  bool anew = false;  // all of `record` is written, and nothing of the old document stays: no comment, no key
};

/// The removal of a record. Its file goes too if it holds nothing else.
struct RemoveRecord {
  AnyRecord record;
  Location location;
};

using Edit = std::variant<CreateRecord, ChangeRecord, RemoveRecord>;
using Edits = std::vector<Edit>;

/// The result of a writing command. If a finding is an error, there are no edits.
struct Proposal {
  Edits edits;
  std::vector<Finding> findings;
};

/// Applies all edits to the program in memory, then checks once what they touch. The program is taken by value and used
/// up.
///
/// - A new record is judged by itself. What is wrong with other records does not count.
/// - A changed record and the records that name it are judged together. Two sorts of findings count: those that are
///   new, and those about the changed fields. What else was wrong before does not stand in the way. If several records
///   share the id, the edit changes the one at its location, and this one is judged as if it were the only one.
/// - What the rules that search through records say of others because of the edits is told, but it refuses nothing: an
///   error is a warning there.
/// - No record may be left that names a removed record. If several records share an id, one of them can always be
///   removed.
///
/// Edits that contradict each other are a finding: one record is both changed and removed, one field gets two values,
/// or two new records have one id. If the edits are about several records, each finding without a path says which
/// record it is about.
Proposal propose(Program program, Edits edits, Date today, const Fold& fold);

/// What people call a record on a day, with its id, to tell it from the records of all kinds: `Семёнова Анна Игоревна
/// (7k2m9qx4tz)`.
template <class Record>
std::string title_with_id(const Program& program, const Record& record, Date day) {
  const std::string id = record.id.to_string();
  std::string title = title_of(program, record, day);
  return title == id ? title : title.append(" (").append(id).append(")");
}

/// The place of a program's record, as an edit needs it.
template <class Record>
Location location_of(const Program& program, const Stored<Record>& stored) {
  return {program.path(stored), stored.line};
}

}  // namespace mentor
