#include "mentor/edits.hpp"

namespace mentor {

template <class Record>
Proposal propose_record(Program program, Record record, Date today, const Fold& fold) {
  const auto& stored = program.all<Record>().add({.record = record});
  Proposal proposal{.findings = check_record({program, today, fold}, stored)};
  for (const std::size_t index : missing_fields(record)) {
    const auto& field = fields<Record>()[index];
    const std::string name{field.name};
    proposal.findings.push_back(
        {Rule::field_missing,
         Severity::error,
         {.field = name},
         say("field-missing.empty", name, Label{std::string{field.help.ru}, std::string{field.help.en}}),
         {record.id.to_string()}});
  }
  sort_findings(proposal.findings);
  if (!has_errors(proposal.findings)) {
    proposal.edits.push_back(CreateRecord{std::move(record)});
  }
  return proposal;
}

template Proposal propose_record(Program, Participant, Date, const Fold&);
template Proposal propose_record(Program, Pair, Date, const Fold&);
template Proposal propose_record(Program, Activity, Date, const Fold&);

}  // namespace mentor
