#include "mentor/health.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>

#include "mentor/rules.hpp"

namespace mentor {

namespace {

/// Whether a record of any kind with one of these ids could not be read.
bool is_about_unread(const Finding& finding, const Program& program) {
  return std::any_of(finding.about.begin(), finding.about.end(), [&](const std::string& id) {
    bool unread = false;
    for_each_kind([&]<class Record>(Record*) { unread = unread || program.all<Record>().is_unreadable(id); });
    return unread;
  });
}

/// What of a record or of the files is lost with this finding. Nothing when all is there.
std::optional<Omission> lost_with(const Finding& finding, const Program& program) {
  if (finding.rule == Rule::file_ignored) {
    return Omission::passed_over;
  }
  if (finding.about.empty()) {
    return std::nullopt;  // it is about the settings
  }
  const bool is_raised = severity_of(finding.rule) != Severity::error;  // and says nothing of what is lost
  const bool is_error = finding.severity == Severity::error && !is_raised;
  if (is_unreadable(finding.rule) || (is_error && is_about_unread(finding, program))) {
    return Omission::unread;
  }
  const bool is_misspelt = finding.message.key == key("unknown-key.suggest");  // it seems to be a field, so it counts
  return is_error || is_misspelt ? std::optional{Omission::left_out} : std::nullopt;
}

auto order(const Health::Spot& spot) { return std::tie(spot.place, spot.what); }

}  // namespace

Health health_of(const Program& program, std::span<const Finding> of_reading) {
  Health health;
  const auto count = [&](Omission what) -> std::size_t& { return health.counts.at(static_cast<std::size_t>(what)); };
  for (const Finding& finding : of_reading) {
    if (const auto what = lost_with(finding, program)) {
      count(*what) += *what == Omission::unread ? 0U : 1U;
      health.spots.push_back({*what, finding.place});
    }
  }
  for_each_kind([&]<class Record>(Record*) {
    for (const Stored<Record>* repeat : program.all<Record>().repeats()) {
      health.spots.push_back({Omission::repeated, program.place(*repeat, "id")});
    }
  });
  count(Omission::unread) = program.unreadable_count();
  count(Omission::repeated) = program.repeated_count();
  std::sort(health.spots.begin(), health.spots.end(),
            [](const Health::Spot& one, const Health::Spot& other) { return order(one) < order(other); });
  return health;
}

}  // namespace mentor
