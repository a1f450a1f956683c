#include "mentor/rules.hpp"

#include <array>

#include "inspection.hpp"
#include "references.hpp"

namespace mentor {

namespace {

constexpr std::array rules = {
    RuleRow{Rule::mentee_age, "mentee-age", Ground::school},
    RuleRow{Rule::mentor_age, "mentor-age", Ground::school},
    RuleRow{Rule::role_category, "role-category", Ground::school},
    RuleRow{Rule::form_mentor, "form-mentor", Ground::school},
    RuleRow{Rule::form_mentee, "form-mentee", Ground::school},
    RuleRow{Rule::activity_type, "activity-type", Ground::school},
    RuleRow{Rule::activity_date, "activity-date", Ground::ours},
    RuleRow{Rule::pair_dates, "pair-dates", Ground::ours},
    RuleRow{Rule::self_pair, "self-pair", Ground::ours},
    RuleRow{Rule::pair_overlap, "pair-overlap", Ground::ours},
    RuleRow{Rule::duplicate_person, "duplicate-person", Ground::ours},
    RuleRow{Rule::dangling_reference, "dangling-reference", Ground::ours},
    RuleRow{Rule::duplicate_id, "duplicate-id", Ground::ours},
    RuleRow{Rule::file_name, "file-name", Ground::ours},
    RuleRow{Rule::yaml_syntax, "yaml-syntax", Ground::ours, true},
    RuleRow{Rule::duplicate_key, "duplicate-key", Ground::ours, true},
    RuleRow{Rule::unknown_key, "unknown-key", Ground::ours},
    RuleRow{Rule::field_missing, "field-missing", Ground::ours},
    RuleRow{Rule::field_value, "field-value", Ground::ours},
    RuleRow{Rule::conflict_marker, "conflict-marker", Ground::ours, true},
    RuleRow{Rule::newer_schema, "newer-schema", Ground::ours, true},
    RuleRow{Rule::older_schema, "older-schema", Ground::ours},
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

/// What is asked of every kind.
template <class Record>
constexpr std::array common_rules = {
    RecordRule<Record>{Rule::dangling_reference, dangling_reference<Record>},
    RecordRule<Record>{Rule::duplicate_id, duplicate_id<Record>},
    RecordRule<Record>{Rule::file_name, file_name<Record>},
    RecordRule<Record>{Rule::field_value, unknown_words<Record>},
};

enum class Asking { check, command };

template <class Record>
void check_one(const Stored<Record>& stored, Inspection& inspection, Asking asking = Asking::command) {
  const auto ask = [&](std::span<const RecordRule<Record>> all) {
    for (const auto& rule : all) {
      if (asking == Asking::check || !rule.by_check_alone) {
        rule.check(stored, inspection);
      }
    }
  };
  ask(common_rules<Record>);
  ask(Kind<Record>::rules());
}

/// The kinds that records of a kind name themselves.
template <class Record>
KindSet named_by() {
  KindSet named;
  for (const auto& field : fields<Record>()) {
    for_each_kind([&]<class Other>(Other*) {
      named = field.template refers_to_kind<Other>() ? named | KindSet::of<Other>() : named;
    });
  }
  return named;
}

}  // namespace

std::span<const RuleRow> all_rules() { return rules; }
std::string_view name_of(Rule rule) { return row_of(rule).name; }
bool is_unreadable(Rule rule) { return row_of(rule).unreadable; }

std::vector<Finding> check_all(const RuleContext& context) {
  Inspection inspection{context};
  for_each_kind([&]<class Record>(Record*) {
    for (const auto& stored : context.program.all<Record>()) {
      check_one(stored, inspection, Asking::check);
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

template <class Record>
std::vector<RecordRule<Record>> rules_of() {
  std::vector<RecordRule<Record>> rules{common_rules<Record>.begin(), common_rules<Record>.end()};
  const auto own = Kind<Record>::rules();
  rules.insert(rules.end(), own.begin(), own.end());
  return rules;
}

KindSet with_named(KindSet kinds) {
  for (KindSet before; !(before == kinds);) {
    before = kinds;
    for_each_kind([&]<class Record>(Record*) { kinds = kinds.has<Record>() ? kinds | named_by<Record>() : kinds; });
  }
  return kinds;
}

template <class Record>
Needs needs_of_new() {
  KindSet looked_through;
  for (const auto& rule : Kind<Record>::rules()) {
    if (!rule.by_check_alone) {
      looked_through = looked_through | rule.looks_through;
    }
  }
  looked_through = looked_through.up_to(kind_index<Record>());  // no later kind can name it yet
  // What a rule finds it may follow, and call by its title, which names others.
  return {with_named(looked_through | named_by<Record>()), looked_through.is_empty()};
}

/// The instances of every kind.
template <class... Records>
auto instances_of_rules(std::tuple<Records...>) {
  return std::tuple{&rules_of<Records>..., &needs_of_new<Records>..., &check_record<Records>...,
                    &check_around<Records>...};
}
template auto instances_of_rules(Kinds);

}  // namespace mentor
