#include "mentor/finding.hpp"

#include <algorithm>
#include <tuple>

namespace mentor {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return {};
}

void sort_findings(std::vector<Finding>& findings) {
  const auto order = [](const Finding& finding) { return std::tie(finding.place, finding.rule); };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const Finding& a, const Finding& b) { return order(a) < order(b); });
  // Repeats have the same place and rule, so they are looked for among those alone.
  std::vector<Finding> kept;
  kept.reserve(findings.size());
  for (Finding& finding : findings) {
    bool repeated = false;
    for (auto other = kept.rbegin(); other != kept.rend() && order(*other) == order(finding) && !repeated; ++other) {
      repeated = other->message == finding.message;
    }
    if (!repeated) {
      kept.push_back(std::move(finding));
    }
  }
  findings = std::move(kept);
}

bool has_like(std::span<const Finding> findings, const Finding& finding) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& other) {
    return other.rule == finding.rule && other.place.field == finding.place.field && other.about == finding.about;
  });
}

bool has_errors(std::span<const Finding> findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::error; });
}

}  // namespace mentor
