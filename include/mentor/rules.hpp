/// Every rule of mentor-rules(7) as one row of one table. `check` applies them to all records. A writing command
/// applies them to the record that it is about to write. Both call the same functions.
#pragma once

#include <optional>
#include <span>
#include <string>
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

/// What a rule is based on.
enum class Ground {
  school,  // the school's page
  r145,    // Р-145 and its methods, as far as known [unchecked]
  ours,    // our choice
};

/// The part of a rule that does not depend on a kind of record. In its texts, backticks surround what people type.
struct RuleRow {
  Rule rule{};
  std::string_view name;
  Ground ground = Ground::ours;
  Severity severity = Severity::error;  // of the worst finding; `condition` says which findings are milder
  FixedLabel condition;                 // what must hold, else there is a finding
  FixedLabel remedy;                    // what to do about a finding
  bool unreadable = false;              // a finding of this rule means that a record could not be read
  bool acceptable = false;              // a person or a pair may be an exception from it (`accept`)
};

/// How a rule looks at the records of one kind. A rule that looks at no kind belongs to reading: the storage layer
/// makes its findings while it reads a file.
template <class Record>
struct RecordRule {
  Rule rule{};
  RecordCheck<Record> check = nullptr;
  KindSet looks_through = {};    // the kinds that it searches, beside the records that the record names
  bool by_check_alone = false;   // only `check` applies it: it would cost a writing command too much
  bool looks_at_naming = false;  // of those kinds only what names the record matters, so nothing of a new record
};

/// The rules for the records of a kind. Those that every kind has come first.
template <class Record>
std::vector<RecordRule<Record>> rules_of();

/// These kinds, the kinds that their records name, the kinds that those name, and so on.
KindSet with_named(KindSet kinds);

/// What a program must hold so that a new record is judged as in the whole program. No record may name the new one yet.
struct Needs {
  KindSet kinds;             // the records it names, those its rules search, and all that these name
  bool named_alone = false;  // the rules search no kind, so of these kinds the named records are enough
};
/// What a new record of the kind needs.
template <class Record>
Needs needs_of_new();

/// All rules in the order of `Rule`.
std::span<const RuleRow> all_rules();
/// The public name of a rule, such as `mentee-age`.
std::string_view name_of(Rule rule);
/// The rule with this public name. Nothing when there is none.
std::optional<Rule> rule_named(std::string_view name);
/// How bad the worst finding of the rule is, unless the model raises it.
Severity severity_of(Rule rule);
/// Whether a finding of the rule means that a record could not be read.
bool is_unreadable(Rule rule);
/// Whether a person or a pair may be an exception from the rule. Rules about files, fields, the order of days and
/// single activities have none.
bool is_acceptable(Rule rule);
/// The public names of the rules from which there may be exceptions.
std::vector<std::string> acceptable_rules();

/// The names of the rules whose warnings a model may raise: all but those that give notes alone.
std::vector<std::string> raisable_rules();

/// Whether records of the kind may be exceptions.
template <class Record>
concept TakesExceptions = requires(const Record& record) {
  record.accept;
};

/// Makes errors of the warnings of those rules that the model raises.
void raise(const Model& model, std::span<Finding> findings);

/// What the rules are applied to. `program` and `fold` must outlive the call.
struct RuleContext {
  const Program& program;
  Date today;
  const Fold& fold;
};

/// All findings of the rules about the records in memory, unsorted.
std::vector<Finding> check_all(const RuleContext& context);

/// The findings about one record. The record must be in the program's table.
template <class Record>
std::vector<Finding> check_record(const RuleContext& context, const Stored<Record>& stored);

/// The findings about one record of the program's table, and about the records that refer to it. A change of this
/// record may also lead to findings about the records that it names; only `check` tells those.
template <class Record>
std::vector<Finding> check_around(const RuleContext& context, const Stored<Record>& stored);

}  // namespace mentor
