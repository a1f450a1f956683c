/// Every rule of mentor-rules(7) as one row of one table. `check` goes through all records; a command asks about the
/// record that it is about to write. Both use the same functions.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "mentor/finding.hpp"
#include "mentor/label.hpp"
#include "mentor/program.hpp"
#include "mentor/text.hpp"

namespace mentor {

class Inspection;

/// Looks at one record and adds what it finds.
template <class Record>
using RecordCheck = void (*)(const Stored<Record>&, Inspection&);

/// What a rule stands on.
enum class Ground {
  school,  // the school's page
  r145,    // Р-145 and its methods, as far as known [unchecked]
  ours,    // our choice
};

/// What is known of a rule without records. In the texts a name that is typed as it stands is between backticks.
struct RuleRow {
  Rule rule{};
  std::string_view name;
  Ground ground = Ground::ours;
  Severity severity = Severity::error;  // the worst of its findings; `condition` says which are less
  FixedLabel condition;                 // what holds where nothing is found
  FixedLabel remedy;                    // what to do about a finding
  bool unreadable = false;              // a finding of this rule means that a record could not be read
};

/// What a rule asks of the records of one kind. A rule that asks nothing of any belongs to reading: the storage layer
/// finds what breaks it while it reads a file.
template <class Record>
struct RecordRule {
  Rule rule{};
  RecordCheck<Record> check = nullptr;
  KindSet looks_through = {};   // whose records it searches, beside those that the record names
  bool by_check_alone = false;  // too much to ask for one record that a command writes
};

/// What is asked of the records of a kind: first what is asked of every kind.
template <class Record>
std::vector<RecordRule<Record>> rules_of();

/// Those kinds, the kinds that their records name, those that these name, and so on.
KindSet with_named(KindSet kinds);

/// What must be in a program for a new record to be judged as in the whole one, if nobody knows its id yet.
struct Needs {
  KindSet kinds;             // of the records that it names, that its rules look through, and that all these name
  bool named_alone = false;  // no rule looks through any: of these kinds, the named records will do
};
/// What a new record of the kind needs.
template <class Record>
Needs needs_of_new();

/// In the order of `Rule`.
std::span<const RuleRow> all_rules();
/// The public name, such as `mentee-age`.
std::string_view name_of(Rule rule);
/// Whether a finding of the rule means that a record could not be read.
bool is_unreadable(Rule rule);

/// What the rules are checked against. All are values; `program` and `fold` must outlive the call.
struct RuleContext {
  const Program& program;
  Date today;
  const Fold& fold;
};

/// All findings of the rules about the records in memory, unsorted.
std::vector<Finding> check_all(const RuleContext& context);

/// The findings about one record, which must be in the program's table.
template <class Record>
std::vector<Finding> check_record(const RuleContext& context, const Stored<Record>& stored);

/// The findings about one record of the program's table and about those that refer to it. What a change of it brings
/// about for the records that it names itself, `check` tells.
template <class Record>
std::vector<Finding> check_around(const RuleContext& context, const Stored<Record>& stored);

}  // namespace mentor
