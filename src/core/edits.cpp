#include "mentor/edits.hpp"

#include <algorithm>

#include "references.hpp"

namespace mentor {

namespace {

/// Required fields that the record leaves empty, as findings about what was asked for.
template <class Record>
void find_missing(const Record& record, std::vector<Finding>& findings) {
  for (const std::size_t index : missing_fields(record)) {
    const auto& field = fields<Record>()[index];
    const std::string name{field.name};
    findings.push_back({Rule::field_missing,
                        Severity::error,
                        {.field = name},
                        say("field-missing.empty", name, Label{std::string{field.help.ru}, std::string{field.help.en}}),
                        {record.id.to_string()}});
  }
}

template <class Record>
Location location_of(const Program& program, const Stored<Record>& stored) {
  return {program.path(stored), stored.line};
}

}  // namespace

template <class Record>
Proposal propose_record(Program program, Record record, Date today, const Fold& fold) {
  const auto& stored = program.all<Record>().add({.record = record});
  Proposal proposal{.edits = {}, .findings = check_record({program, today, fold}, stored)};
  find_missing(record, proposal.findings);
  sort_findings(proposal.findings);
  if (!has_errors(proposal.findings)) {
    proposal.edits.push_back(CreateRecord{std::move(record)});
  }
  return proposal;
}

template <class Record>
Proposal propose_change(Program program, Stored<Record> chosen, Record record, std::vector<std::string_view> fields,
                        Date today, const Fold& fold) {
  auto* stored = program.all<Record>().prefer(chosen.file, chosen.line);
  const Location location = location_of(program, *stored);
  // As a proposal it answers for what it has in common with others, whoever of them comes first.
  stored->file = Stored<Record>::nowhere;
  const auto before = check_around({program, today, fold}, *stored);
  const KnownFindings known{before};
  stored->record = record;
  Proposal proposal{.edits = {}, .findings = check_around({program, today, fold}, *stored)};
  std::erase_if(proposal.findings, [&](const Finding& finding) {
    const bool about_change =
        finding.place.path.empty() && std::find(fields.begin(), fields.end(), finding.place.field) != fields.end();
    return !about_change && known.have_like(finding);
  });
  find_missing(record, proposal.findings);
  sort_findings(proposal.findings);
  if (!has_errors(proposal.findings)) {
    proposal.edits.push_back(ChangeRecord{std::move(record), location, std::move(fields)});
  }
  return proposal;
}

template <class Record>
Proposal propose_removal(const Program& program, const Stored<Record>& stored) {
  Proposal proposal;
  if (program.all<Record>().all_of(stored.record.id).size() == 1) {
    for_each_referrer(program, stored.record.id, [&](const auto& other, const auto& field) {
      proposal.findings.push_back({Rule::dangling_reference,
                                   Severity::error,
                                   program.place(other, field.name),
                                   say("dangling-reference.still", std::string{field.name},
                                       stored.record.id.to_string(), title_of(program, stored.record)),
                                   {other.record.id.to_string(), stored.record.id.to_string()}});
    });
  }
  sort_findings(proposal.findings);
  if (proposal.findings.empty()) {
    proposal.edits.push_back(RemoveRecord{stored.record, location_of(program, stored)});
  }
  return proposal;
}

/// The instances of every kind.
template <class... Records>
auto instances_of_edits(std::tuple<Records...>) {
  return std::tuple{&propose_record<Records>..., &propose_change<Records>..., &propose_removal<Records>...};
}
template auto instances_of_edits(Kinds);

}  // namespace mentor
