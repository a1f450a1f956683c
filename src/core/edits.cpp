#include "mentor/edits.hpp"

namespace mentor {

template <class Record>
Proposal propose_record(Program program, Record record, Date today, const Fold& fold) {
  const auto& stored = program.all<Record>().add({.record = record});
  Proposal proposal{.findings = check_record({program, today, fold}, stored)};
  sort_findings(proposal.findings);
  if (!has_errors(proposal.findings)) {
    proposal.edits.push_back(CreateRecord{std::move(record)});
  }
  return proposal;
}

template Proposal propose_record(Program, Participant, Date, const Fold&);
template Proposal propose_record(Program, Pair, Date, const Fold&);
template Proposal propose_record(Program, Activity, Date, const Fold&);

std::string id_from_number(std::uint64_t number) {
  constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  constexpr int length = 10;
  std::string id;
  for (int index = 0; index < length; ++index) {
    id.push_back(alphabet[number % alphabet.size()]);
    number /= alphabet.size();
  }
  return id;
}

}  // namespace mentor
