#include "mentor/rules.hpp"

#include <array>

#include "inspection.hpp"
#include "references.hpp"

namespace mentor {

namespace {

constexpr std::array rules = {
    RuleRow{.rule = Rule::mentee_age,
            .name = "mentee-age",
            .ground = Ground::school,
            .participant = mentee_age_of_participant,
            .pair = mentee_age_of_pair},
    RuleRow{.rule = Rule::mentor_age,
            .name = "mentor-age",
            .ground = Ground::school,
            .participant = mentor_age_of_participant,
            .pair = mentor_age_of_pair},
    RuleRow{.rule = Rule::role_category,
            .name = "role-category",
            .ground = Ground::school,
            .participant = role_category_of_participant,
            .pair = role_category_of_pair},
    RuleRow{.rule = Rule::form_mentor,
            .name = "form-mentor",
            .ground = Ground::school,
            .participant = form_mentor_of_participant,
            .pair = form_mentor_of_pair},
    RuleRow{.rule = Rule::form_mentee,
            .name = "form-mentee",
            .ground = Ground::school,
            .participant = form_mentee_of_participant,
            .pair = form_mentee_of_pair},
    RuleRow{.rule = Rule::activity_type, .name = "activity-type", .ground = Ground::school, .activity = activity_type},
    RuleRow{.rule = Rule::activity_date, .name = "activity-date", .ground = Ground::ours, .activity = activity_date},
    RuleRow{.rule = Rule::pair_dates, .name = "pair-dates", .ground = Ground::ours, .pair = pair_dates},
    RuleRow{.rule = Rule::self_pair, .name = "self-pair", .ground = Ground::ours, .pair = self_pair},
    RuleRow{.rule = Rule::pair_overlap, .name = "pair-overlap", .ground = Ground::ours, .pair = pair_overlap},
    RuleRow{.rule = Rule::duplicate_person,
            .name = "duplicate-person",
            .ground = Ground::ours,
            .participant = duplicate_person},
    RuleRow{.rule = Rule::dangling_reference,
            .name = "dangling-reference",
            .ground = Ground::ours,
            .pair = dangling_reference_of_pair,
            .activity = dangling_reference_of_activity},
    RuleRow{.rule = Rule::duplicate_id,
            .name = "duplicate-id",
            .ground = Ground::ours,
            .participant = duplicate_id<Participant>,
            .pair = duplicate_id<Pair>,
            .activity = duplicate_id<Activity>},
    RuleRow{.rule = Rule::file_name,
            .name = "file-name",
            .ground = Ground::ours,
            .participant = file_name<Participant>,
            .pair = file_name<Pair>,
            .activity = file_name<Activity>},
    RuleRow{.rule = Rule::yaml_syntax, .name = "yaml-syntax", .ground = Ground::ours, .unreadable = true},
    RuleRow{.rule = Rule::duplicate_key, .name = "duplicate-key", .ground = Ground::ours, .unreadable = true},
    RuleRow{.rule = Rule::unknown_key, .name = "unknown-key", .ground = Ground::ours},
    RuleRow{.rule = Rule::field_missing, .name = "field-missing", .ground = Ground::ours},
    RuleRow{.rule = Rule::field_value,
            .name = "field-value",
            .ground = Ground::ours,
            .participant = values_of_participant,
            .pair = values_of_pair},
    RuleRow{.rule = Rule::conflict_marker, .name = "conflict-marker", .ground = Ground::ours, .unreadable = true},
    RuleRow{.rule = Rule::newer_schema, .name = "newer-schema", .ground = Ground::ours, .unreadable = true},
    RuleRow{.rule = Rule::older_schema, .name = "older-schema", .ground = Ground::ours},
};

constexpr bool rows_follow_the_enumeration() {
  for (std::size_t index = 0; index < rules.size(); ++index) {
    if (static_cast<std::size_t>(rules[index].rule) != index) {
      return false;
    }
  }
  return true;
}
static_assert(rows_follow_the_enumeration());

const RuleRow& row_of(Rule rule) { return rules[static_cast<std::size_t>(rule)]; }

RecordCheck<Participant> check_of(const RuleRow& row, const Stored<Participant>&) { return row.participant; }
RecordCheck<Pair> check_of(const RuleRow& row, const Stored<Pair>&) { return row.pair; }
RecordCheck<Activity> check_of(const RuleRow& row, const Stored<Activity>&) { return row.activity; }

template <class Record>
void check_one(const Stored<Record>& stored, Inspection& inspection) {
  for (const RuleRow& row : rules) {
    if (const auto check = check_of(row, stored)) {
      check(stored, inspection);
    }
  }
}

}  // namespace

std::span<const RuleRow> all_rules() { return rules; }
std::string_view name_of(Rule rule) { return row_of(rule).name; }
bool is_unreadable(Rule rule) { return row_of(rule).unreadable; }

std::vector<Finding> check_all(const RuleContext& context) {
  Inspection inspection{context};
  for_each_kind([&]<class Record>(Record*) {
    for (const auto& stored : context.program.all<Record>()) {
      check_one(stored, inspection);
    }
    for (const auto* repeat : context.program.all<Record>().repeats()) {  // what else is wrong is told of the other
      duplicate_id(*repeat, inspection);
      file_name(*repeat, inspection);
    }
  });
  return inspection.take();
}

template <class Record>
std::vector<Finding> check_record(const RuleContext& context, const Stored<Record>& stored) {
  Inspection inspection{context};
  check_one(stored, inspection);
  return inspection.take();
}

template <class Record>
std::vector<Finding> check_around(const RuleContext& context, const Stored<Record>& stored) {
  Inspection inspection{context};
  check_one(stored, inspection);
  for_each_referrer(context.program, stored.record.id,
                    [&](const auto& other, const auto&) { check_one(other, inspection); });
  return inspection.take();
}

template std::vector<Finding> check_around(const RuleContext&, const Stored<Participant>&);
template std::vector<Finding> check_around(const RuleContext&, const Stored<Pair>&);
template std::vector<Finding> check_around(const RuleContext&, const Stored<Activity>&);

template std::vector<Finding> check_record(const RuleContext&, const Stored<Participant>&);
template std::vector<Finding> check_record(const RuleContext&, const Stored<Pair>&);
template std::vector<Finding> check_record(const RuleContext&, const Stored<Activity>&);

}  // namespace mentor
