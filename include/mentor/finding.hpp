/// What a rule says about the records: where, how bad, and the message. Findings are data and are never thrown.
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

/// Where a finding is. Lines and columns count from 1, columns in characters; 0 means the whole file. A record that is
/// not on disk yet has no path: then `field` names the field that was given. If the command is about several records,
/// `record` names the one that is meant.
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
  activity_hours,
  activity_repeated,
  pair_dates,
  left_dates,
  self_pair,
  pair_overlap,
  second_mentor,
  mentor_load,
  mentor_younger,
  young_specialist,
  age_during_pair,
  form_word,
  pair_length,
  pair_continues,
  pair_end,
  pair_practice,
  pause_dates,
  paused_activity,
  missed_hours,
  step_place,
  step_dates,
  mentor_untrained,
  document_missing,
  document_subject,
  document_signer,
  document_late,
  document_renew,
  survey_subject,
  survey_answer,
  survey_repeat,
  survey_date,
  practice_consent,
  date_order,
  future_date,
  duplicate_person,
  look_alike_letters,
  private_words,
  dangling_reference,
  duplicate_id,
  file_name,
  file_ignored,
  yaml_syntax,
  duplicate_key,
  unknown_key,
  field_missing,
  field_value,
  not_canonical,
  conflict_marker,
  newer_schema,
  older_schema,
  accept_unused,
};

struct Finding {
  Rule rule;
  Severity severity;
  Place place;
  Message message;
  std::vector<std::string> about;  // the ids of the records concerned
  std::string accepted = {};       // why it is an exception, if one of these records accepts it
};

/// Sorts by place, then by rule, and drops exact repeats. Findings are told in this order.
void sort_findings(std::vector<Finding>& findings);

bool has_errors(std::span<const Finding> findings);

/// Whether one of them counts under `--strict`: all do but those that a record accepts.
bool has_unaccepted(std::span<const Finding> findings);

/// Findings, sorted so that a caller can ask many times whether one of them is like another. Each answer looks at few.
class KnownFindings {
 public:
  /// The findings must outlive this.
  explicit KnownFindings(std::span<const Finding> findings);

  /// Whether one of them has the same rule, field and records, and is no milder. Its words and its place may differ.
  bool have_like(const Finding& finding) const;

 private:
  std::vector<const Finding*> sorted_;
};

}  // namespace mentor
