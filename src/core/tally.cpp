#include "tally.hpp"

#include <algorithm>
#include <unordered_map>

#include "pair_filter.hpp"

namespace mentor {

namespace {

using Line = std::tuple<Id<Form>, Id<ActivityType>, Month>;

struct HashOfLine {
  std::size_t operator()(const Line& line) const {
    const auto& [form, type, month] = line;
    return form.hash() + 3 * type.hash() + static_cast<std::size_t>(month.year) * 12 + month.month;
  }
};

/// Calls `visit` with the row of each member of the pair that has the role; without a role, of both. If one person is
/// both members, calls it once; a rule tells of that.
template <class Visit>
void for_each_member(const Program& program, const Pair& pair, std::optional<Role> role, Visit visit) {
  const auto visit_one = [&](const Id<Participant>& id) {
    if (const auto row = program.all<Participant>().row_of(id)) {
      visit(*row);
    }
  };
  if (role != Role::mentee) {
    visit_one(pair.mentor);
  }
  if (role == Role::mentee || (!role && pair.mentee != pair.mentor)) {
    visit_one(pair.mentee);
  }
}

}  // namespace

namespace {

/// Adds up activities one by one.
class Adder {
 public:
  explicit Adder(const Program& program) : pairs_(program.all<Pair>()), voided_(program) {
    result_.has_pair_activity.resize(pairs_.size());
  }

  void add(const Activity& activity) {
    if (activity.on != day_) {  // activities of one day mostly follow each other
      day_ = activity.on;
      month_ = month_of(activity.on);
      in_month_ = &result_.by_month[month_];
    }
    in_month_->add(activity);
    find_forms(activity);
    for (const auto& form : forms_) {
      lines_[{form, activity.type, month_}].add(activity);
    }
  }

  Tally take() {
    result_.by_type_and_month.insert(lines_.begin(), lines_.end());
    return std::move(result_);
  }

 private:
  /// Finds the forms of the activity's pairs, each once. If none of the pairs is there, one blank form.
  void find_forms(const Activity& activity) {
    forms_.clear();
    for (const auto& id : activity.pairs) {
      const auto row = pairs_.row_of(id);
      if (!row) {
        continue;
      }
      result_.has_pair_activity[*row] = true;
      const Id<Form>& form = pairs_.at(*row).record.form;
      if (!voided_.has(id) && std::find(forms_.begin(), forms_.end(), form) == forms_.end()) {
        forms_.push_back(form);
      }
    }
    if (forms_.empty()) {
      forms_.emplace_back();
    }
  }

  const Table<Pair>& pairs_;
  VoidPairs voided_;
  std::optional<Date> day_;  // of the last activity
  Month month_{};
  Work* in_month_ = nullptr;
  std::vector<Id<Form>> forms_;                       // of the last activity
  std::unordered_map<Line, Work, HashOfLine> lines_;  // there may be a million activities, but few lines
  Tally result_;
};

}  // namespace

Tally tally(const std::vector<const Activity*>& activities, const Program& program) {
  Adder adder{program};
  for (const Activity* activity : activities) {
    adder.add(*activity);
  }
  Tally result = adder.take();
  for (const auto& [month, done] : result.by_month) {
    result.all += done;
  }
  for (const auto& [line, done] : result.by_type_and_month) {
    const auto& [form, type, month] = line;
    result.by_form[form] += done;
    result.by_type[{form, type}] += done;
  }
  if (!result.by_month.empty()) {
    const Month last = result.by_month.rbegin()->first;
    for (Month month = result.by_month.begin()->first; month < last; month = month.next()) {
      result.by_month[month];
    }
  }
  return result;
}

std::vector<TypeLine> type_lines(const Model& model, const Tally& tally) {
  std::map<Id<Form>, std::vector<TypeLine>> of_records_alone;
  for (const auto& [line, done] : tally.by_type) {
    const Form* form = model.find(line.first);
    if (form == nullptr || form->find(line.second) == nullptr) {
      of_records_alone[line.first].push_back(line);
    }
  }
  std::vector<TypeLine> lines;
  for (const Id<Form>& id : form_lines(model, tally.by_form)) {
    const Form* form = model.find(id);
    if (form != nullptr) {
      for (const ActivityType& type : form->activities) {
        lines.emplace_back(id, type.id);
      }
    }
    const auto& others = of_records_alone[id];
    lines.insert(lines.end(), others.begin(), others.end());
  }
  return lines;
}

ByRecord<Pair, Work> work_by_pair(const Program& program, const Period& period) {
  ByRecord<Pair, Work> work{program};
  for (const auto& stored : program.all<Activity>()) {
    if (period.contains(stored.record.on)) {
      for (const auto& id : stored.record.pairs) {
        if (Work* pair = work.find(id)) {
          pair->add(stored.record);
        }
      }
    }
  }
  return work;
}

ByRecord<Pair, Work> work_for(const ReportContext& context, const Period& period) {
  return context.work ? ByRecord<Pair, Work>{context.program, context.work->by_row}
                      : work_by_pair(context.program, period);
}

ByRecord<Participant, Work> work_by_person(const Program& program, const Period& period, std::optional<Role> role) {
  ByRecord<Participant, Work> work{program};
  // Nearly every activity has one pair. So the members are looked up once for each pair, not for each activity.
  ByRecord<Pair, Work> of_pairs{program};
  const VoidPairs voided{program};
  std::vector<std::uint32_t> people;
  for (const auto& stored : program.all<Activity>()) {
    const Activity& activity = stored.record;
    if (!period.contains(activity.on)) {
      continue;
    }
    if (activity.pairs.size() == 1) {
      if (Work* pair = of_pairs.find(*activity.pairs.begin())) {
        pair->add(activity);
      }
      continue;
    }
    people.clear();
    for (const auto& id : activity.pairs) {
      const Pair* pair = voided.has(id) ? nullptr : program.find(id);
      if (pair != nullptr) {
        for_each_member(program, *pair, role, [&](std::uint32_t row) { people.push_back(row); });
      }
    }
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    for (const auto row : people) {
      work[row].add(activity);
    }
  }
  const auto& pairs = program.all<Pair>();
  for (std::uint32_t row = 0; row < pairs.size(); ++row) {
    if (voided.has(pairs.at(row).record.id)) {
      continue;
    }
    for_each_member(program, pairs.at(row).record, role, [&](std::uint32_t member) { work[member] += of_pairs[row]; });
  }
  return work;
}

ByRecord<Participant, std::int64_t> pairs_by_person(const Program& program, const Period& period,
                                                    std::optional<Role> role) {
  ByRecord<Participant, std::int64_t> counts{program};
  for (const auto& stored : program.all<Pair>()) {
    if (stored.record.belongs_to(period) && is_counted(stored.record, program.model())) {
      for_each_member(program, stored.record, role, [&](std::uint32_t row) { ++counts[row]; });
    }
  }
  return counts;
}

}  // namespace mentor
