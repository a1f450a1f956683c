/// What a rule has to say about the records: where, how bad, and the message. Data, never thrown.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/message.hpp"

namespace mentor {

enum class Severity { error, warning, note };
std::string_view to_string(Severity severity);

/// Where a finding is. Lines and columns count from 1, columns in characters; 0 means the file as a whole.
/// A record that is not on disk yet has no path: `field` then names what was given, and `record` the record where a
/// command is about several.
struct Place {
  std::string path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string field;
  std::string record = {};

  auto operator<=>(const Place&) const = default;
};

/// Every rule, in the order of mentor-rules(7). The names are a public interface.
enum class Rule {
  mentee_age,
  mentor_age,
  role_category,
  form_mentor,
  form_mentee,
  activity_type,
  activity_date,
  pair_dates,
  self_pair,
  pair_overlap,
  duplicate_person,
  dangling_reference,
  duplicate_id,
  file_name,
  yaml_syntax,
  duplicate_key,
  unknown_key,
  field_missing,
  field_value,
  conflict_marker,
  newer_schema,
  older_schema,
};

struct Finding {
  Rule rule;
  Severity severity;
  Place place;
  Message message;
  std::vector<std::string> about;  // the ids of the records concerned
};

/// Sorts by place, then rule, and drops exact repeats: the order in which findings are told.
void sort_findings(std::vector<Finding>& findings);

bool has_errors(std::span<const Finding> findings);

/// Findings to be asked time and again whether one of them is like another: each answer takes a look at few of them.
class KnownFindings {
 public:
  /// The findings must outlive this.
  explicit KnownFindings(std::span<const Finding> findings);

  /// Whether one of them says the same of the same field of the same records, be it in other words or at another place.
  bool have_like(const Finding& finding) const;

 private:
  std::vector<const Finding*> sorted_;
};

}  // namespace mentor
