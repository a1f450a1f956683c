/// How records are selected by a filter if their kind says nothing else.
#pragma once

#include <optional>
#include <unordered_set>
#include <vector>

#include "mentor/own_types.hpp"
#include "pair_filter.hpp"

namespace mentor {

/// How records are selected if their kind says nothing else. If the records have a day, it must be in the period; if
/// they have a first and a last one, some day between them must. If the filter is about pairs or people, the record
/// must name one that is selected. A record that has a form itself is selected by that.
template <class Record>
class UsualSelection {
 public:
  UsualSelection(const Program& program, const Filter& filter, Date today) : filter_(filter) {
    if (is_about_others()) {
      Filter of_all_time = filter;
      of_all_time.period = Period::all();
      const Date day = day_of_state(filter.period, today);  // pairs of all time, but their state in the period
      insert_ids(select<Pair>(program, of_all_time, day), pairs_);
      insert_ids(select<Participant>(program, of_all_time, day), people_);
    }
  }

  bool fits(const Record& record) const {
    if constexpr (HasDay<Record>) {
      if (!filter_.period.contains(record.on)) {
        return false;
      }
    }
    if constexpr (HasDays<Record>) {
      const auto days =
          Period::from(std::optional{record.from}.value_or(Date::earliest()), record.until.value_or(Date::latest()));
      if (!filter_.period.is_all() && (!days || !overlap(*days, filter_.period))) {
        return false;
      }
    }
    if constexpr (has_form) {
      if (filter_.form && record.form != *filter_.form) {
        return false;
      }
    }
    if (filter_.own_type && !is_of_own_type(record)) {
      return false;
    }
    return !is_about_others() || names(record, pairs_) || names(record, people_);
  }

 private:
  static constexpr bool has_form = requires(const Record& record) { record.form; };

  /// Whether the record is of the type that was asked for, if its kind has types of its own.
  bool is_of_own_type(const Record& record) const {
    const Field<Record>* field = own_type_field<Record>();
    bool is_of_type = field == nullptr;
    auto look = [&](IdText id) { is_of_type = is_of_type || id == filter_.own_type->id; };
    if (field != nullptr) {
      field->for_each_id(record, IdVisitor{look});
    }
    return is_of_type;
  }

  template <class Other>
  static void insert_ids(const std::vector<const Other*>& records, std::unordered_set<Id<Other>>& ids) {
    for (const Other* record : records) {
      ids.insert(record->id);
    }
  }

  bool is_about_others() const {
    return filter_.role || filter_.category || !filter_.units.empty() || (filter_.form && !has_form) || filter_.type ||
           filter_.pair || filter_.person || filter_.state;
  }

  template <class Other>
  static bool names(const Record& record, const std::unordered_set<Id<Other>>& ids) {
    bool named = false;
    auto look = [&](IdText id) { named = named || ids.contains(Id<Other>{id}); };
    for (const auto& field : fields<Record>()) {
      if (field.template refers_to_kind<Other>()) {
        field.for_each_id(record, IdVisitor{look});
      }
    }
    return named;
  }

  const Filter& filter_;
  std::unordered_set<Id<Pair>> pairs_;
  std::unordered_set<Id<Participant>> people_;
};

}  // namespace mentor
