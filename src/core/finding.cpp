#include "mentor/finding.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
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

namespace {

auto place_and_rule(const Finding& finding) { return std::tie(finding.place, finding.rule); }

/// Two findings are alike if this is the same in both.
auto what_it_says(const Finding& finding) { return std::tie(finding.rule, finding.place.field, finding.about); }
auto how_bad(const Finding& finding) {
  return std::tie(finding.rule, finding.place.field, finding.about, finding.severity);
}

/// Marks each finding whose message an earlier one has already. `repeated` has one mark for each of `findings`. The
/// findings from `begin` to `end` must have the same place and rule. There may be as many as there are records: a
/// mentor's age gives one for each pair.
void mark_repeats(std::span<const Finding> findings, std::size_t begin, std::size_t end, std::vector<bool>& repeated) {
  std::vector<std::size_t> by_message(end - begin);
  std::iota(by_message.begin(), by_message.end(), begin);
  std::sort(by_message.begin(), by_message.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(findings[a].message, a) < std::tie(findings[b].message, b);
  });
  for (std::size_t index = 1; index < by_message.size(); ++index) {
    repeated[by_message[index]] = findings[by_message[index]].message == findings[by_message[index - 1]].message;
  }
}

}  // namespace

void sort_findings(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return place_and_rule(a) < place_and_rule(b); });
  std::vector<bool> repeated(findings.size());
  for (std::size_t begin = 0, end = 0; begin < findings.size(); begin = end) {
    while (end < findings.size() && place_and_rule(findings[end]) == place_and_rule(findings[begin])) {
      ++end;
    }
    if (end - begin > 1) {
      mark_repeats(findings, begin, end, repeated);
    }
  }
  std::vector<Finding> kept;
  kept.reserve(findings.size());
  for (std::size_t index = 0; index < findings.size(); ++index) {
    if (!repeated[index]) {
      kept.push_back(std::move(findings[index]));
    }
  }
  findings = std::move(kept);
}

KnownFindings::KnownFindings(std::span<const Finding> findings) {
  sorted_.reserve(findings.size());
  for (const Finding& finding : findings) {
    sorted_.push_back(&finding);
  }
  std::sort(sorted_.begin(), sorted_.end(),
            [](const Finding* a, const Finding* b) { return how_bad(*a) < how_bad(*b); });
}

bool KnownFindings::have_like(const Finding& finding) const {
  const auto found =
      std::lower_bound(sorted_.begin(), sorted_.end(), finding,
                       [](const Finding* known, const Finding& wanted) { return how_bad(*known) < how_bad(wanted); });
  // The like ones stand together, the worst of them first.
  const auto is_like = [&](const Finding* known) { return what_it_says(*known) == what_it_says(finding); };
  return (found != sorted_.end() && is_like(*found) && (*found)->severity == finding.severity) ||
         (found != sorted_.begin() && is_like(*std::prev(found)));
}

bool has_errors(std::span<const Finding> findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::error; });
}

bool has_unaccepted(std::span<const Finding> findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.accepted.empty(); });
}

}  // namespace mentor
