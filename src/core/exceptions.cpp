#include "exceptions.hpp"

#include <set>
#include <utility>

#include "mentor/suggest.hpp"

namespace mentor {

namespace {

/// The reason for which the record of this kind accepts the rule. Nothing when it does not, or there is no such record.
template <class Record>
std::optional<std::string_view> reason_of(const Program& program, std::string_view id, std::string_view rule) {
  const auto parsed = Id<Record>::parse(id);
  const Record* record = parsed ? program.find(*parsed) : nullptr;
  return record == nullptr || record->accept.is_empty() ? std::nullopt : record->accept.find(rule);
}

/// Why one of the records that the finding concerns accepts it. Nothing when none does.
std::optional<std::string_view> reason_to_accept(const Program& program, const Finding& finding) {
  std::optional<std::string_view> reason;
  for (const std::string& id : finding.about) {
    for_each_kind([&]<class Record>(Record*) {
      if constexpr (TakesExceptions<Record>) {
        reason = reason ? reason : reason_of<Record>(program, id, name_of(finding.rule));
      }
    });
  }
  return reason;
}

}  // namespace

void accept_exceptions(const Program& program, std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    const auto reason = is_acceptable(finding.rule) ? reason_to_accept(program, finding) : std::nullopt;
    if (reason) {
      finding.severity = Severity::note;
      finding.accepted = *reason;
    }
  }
}

std::vector<Finding> unused_exceptions(const Program& program, const std::vector<Finding>& findings) {
  std::set<std::pair<std::string, Rule>> used;
  for (const Finding& finding : findings) {
    if (!finding.accepted.empty()) {
      for (const std::string& id : finding.about) {
        used.emplace(id, finding.rule);
      }
    }
  }
  std::vector<Finding> unused;
  const auto look = [&](const auto& stored) {
    const std::string id = stored.record.id.to_string();
    std::size_t next = 0;
    for (const auto& [word, reason] : stored.record.accept) {
      const std::size_t place = next++;
      const auto rule = rule_named(word);
      if (rule && is_acceptable(*rule) && !used.contains({id, *rule})) {
        unused.push_back({Rule::accept_unused,
                          Severity::note,
                          program.place_of_entry(stored, "accept", place),
                          say("accept-unused.nothing", word, id),
                          {id}});
      }
    }
  };
  for_each_kind([&]<class Record>(Record*) {
    if constexpr (TakesExceptions<Record>) {
      for (const auto& stored : program.all<Record>()) {
        look(stored);
      }
    }
  });
  return unused;
}

template <TakesExceptions Record>
void wrong_exceptions(const Stored<Record>& stored, Inspection& inspection) {
  std::size_t next = 0;
  for (const auto& [word, reason] : stored.record.accept) {
    const std::size_t place = next++;
    const auto rule = rule_named(word);
    if (rule && is_acceptable(*rule)) {
      continue;
    }
    const auto names = acceptable_rules();
    const auto nearest = rule ? std::nullopt : suggest(word, names);
    inspection.add_to_entry(Rule::field_value, Severity::error, stored, "accept", place,
                            rule      ? say("field-value.rule-without-exceptions", word, Texts{names})
                            : nearest ? say("field-value.no-rule-suggest", word, Texts{names}, *nearest)
                                      : say("field-value.no-rule", word, Texts{names}));
  }
}

template void wrong_exceptions(const Stored<Participant>&, Inspection&);
template void wrong_exceptions(const Stored<Pair>&, Inspection&);

}  // namespace mentor
