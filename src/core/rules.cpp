#include "mentor/rules.hpp"

#include <array>
#include <iterator>
#include <set>

#include "around.hpp"
#include "exceptions.hpp"
#include "inspection.hpp"
#include "references.hpp"
#include "searching_rules.hpp"

namespace mentor {

namespace {

/// The rules for every kind.
template <class Record>
constexpr std::array common_rules = {
    RecordRule<Record>{Rule::dangling_reference, dangling_reference<Record>},
    RecordRule<Record>{Rule::duplicate_id, duplicate_id<Record>},
    RecordRule<Record>{Rule::file_name, file_name<Record>},
    RecordRule<Record>{Rule::field_value, unknown_words<Record>},
    RecordRule<Record>{Rule::private_words, private_words<Record>},
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

/// The kinds that a record of this kind names itself.
template <class Record>
KindSet named_by() {
  KindSet named;
  for (const auto& field : fields<Record>()) {
    named = named | KindSet::of(field.refers_to);
  }
  return named;
}

/// Ids of records of one kind.
using Ids = std::set<IdText>;

/// Checks each record of the kind that names one of these by this field.
template <class Other>
void check_referrers(const Field<Other>& field, const Ids& ids, Inspection& inspection) {
  const auto check_if_named = [&](const Stored<Other>& stored) {
    bool named = false;
    auto look = [&](IdText id) { named = named || ids.contains(id); };
    field.for_each_id(stored.record, IdVisitor{look});
    if (named) {
      check_one(stored, inspection);
    }
  };
  const auto& table = inspection.program().all<Other>();
  for (const auto& stored : table) {
    check_if_named(stored);
  }
  for (const auto* repeat : table.repeats()) {
    check_if_named(*repeat);
  }
}

}  // namespace

void raise(const Model& model, std::span<Finding> findings) {
  for (Finding& finding : findings) {
    if (finding.severity == Severity::warning && model.raises(finding.rule)) {
      finding.severity = Severity::error;
    }
  }
}

std::vector<Finding> check_all(const RuleContext& context) {
  Inspection inspection{context};
  for_each_kind([&]<class Record>(Record*) {
    for (const auto& stored : context.program.all<Record>()) {
      check_one(stored, inspection, Asking::check);
    }
    for (const auto* repeat : context.program.all<Record>().repeats()) {  // other rules ask only the row of the id
      duplicate_id(*repeat, inspection);
      file_name(*repeat, inspection);
    }
  });
  auto findings = inspection.take();
  auto unused = unused_exceptions(context.program, findings);
  std::move(unused.begin(), unused.end(), std::back_inserter(findings));
  return findings;
}

template <class Record>
std::vector<Finding> check_record(const RuleContext& context, const Stored<Record>& stored) {
  Inspection inspection{context};
  check_one(stored, inspection);
  return inspection.take();
}

std::vector<Finding> check_records(const RuleContext& context, std::span<const AnyStored> records) {
  Inspection inspection{context};
  for (const AnyStored& one : records) {
    std::visit([&](const auto* stored) { check_one(*stored, inspection); }, one);
  }
  return inspection.take();
}

std::vector<Finding> check_around(const RuleContext& context, std::span<const AnyStored> changed) {
  Inspection inspection{context};
  std::array<Ids, kind_count> changed_ids;
  for (const AnyStored& one : changed) {
    std::visit(
        [&]<class Record>(const Stored<Record>* stored) {
          check_one(*stored, inspection);
          changed_ids.at(kind_index<Record>()).insert(stored->record.id.text());
        },
        one);
  }
  for_each_kind([&]<class Other>(Other*) {
    for (const auto& field : fields<Other>()) {
      if (field.refers_to < kind_count && !changed_ids.at(field.refers_to).empty()) {
        check_referrers(field, changed_ids.at(field.refers_to), inspection);
      }
    }
  });
  return inspection.take();
}

template <class Record>
std::vector<Finding> check_around(const RuleContext& context, const Stored<Record>& stored) {
  const AnyStored one = &stored;
  return check_around(context, std::span{&one, 1});
}

std::vector<Finding> check_searching(const RuleContext& context, KindSet searched) {
  Inspection inspection{context};
  const auto searches = [&](KindSet looks_through) {
    bool found = false;
    for_each_kind(
        [&]<class Record>(Record*) { found = found || (looks_through.has<Record>() && searched.has<Record>()); });
    return found;
  };
  for_each_kind([&]<class Record>(Record*) {
    for (const auto& rule : Kind<Record>::rules()) {
      if (rule.by_check_alone || !searches(rule.looks_through)) {
        continue;
      }
      for (const auto& stored : context.program.all<Record>()) {
        rule.check(stored, inspection);
      }
    }
  });
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
    if (!rule.by_check_alone && !rule.looks_at_naming) {
      looked_through = looked_through | rule.looks_through;
    }
  }
  // A rule may follow what it finds, and it may use its title. The title names other records.
  return {with_named(looked_through | named_by<Record>()), looked_through.is_empty()};
}

/// The instances for every kind.
template <class... Records>
auto instances_of_rules(std::tuple<Records...>) {
  return std::tuple{&rules_of<Records>..., &needs_of_new<Records>..., &check_record<Records>...,
                    &check_around<Records>...};
}
template auto instances_of_rules(Kinds);

}  // namespace mentor
