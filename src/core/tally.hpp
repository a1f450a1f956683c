/// What activities add up to, for each line of the summary, for each pair and for each person.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "mentor/program.hpp"
#include "mentor/reports.hpp"

namespace mentor {

/// What a number of activities add up to.
struct Work {
  std::int64_t activities = 0;
  Duration hours;
  std::optional<Date> last;   // the latest day of any of them
  std::int64_t attempts = 0;  // to which somebody did not come; they count in nothing else

  void add(const Activity& activity) {
    *this += activity.is_attempt() ? Work{.attempts = 1} : Work{1, activity.hours.value_or(Duration{}), activity.on};
  }
  Work& operator+=(const Work& other) {
    activities += other.activities;
    hours += other.hours;
    attempts += other.attempts;
    last = std::max(last, other.last);  // an empty one is less than any day
    return *this;
  }
};

/// A line in the tables by type.
using TypeLine = std::pair<Id<Form>, Id<ActivityType>>;

/// If an activity has pairs of two forms, it counts once in each form. If none of its pairs is there, it still counts,
/// under a blank form; a rule tells of it.
struct Tally {
  Work all;
  std::map<Id<Form>, Work> by_form;
  std::map<TypeLine, Work> by_type;
  std::map<Month, Work> by_month;  // from the first month to the last, also those without work
  std::map<std::tuple<Id<Form>, Id<ActivityType>, Month>, Work> by_type_and_month;
  std::vector<bool> has_pair_activity;  // whether an activity names the pair, by its row
};

/// Adds up these activities.
Tally tally(const std::vector<const Activity*>& activities, const Program& program);

/// The model's forms, and then those that only the records have.
template <class Counted>
std::vector<Id<Form>> form_lines(const Model& model, const std::map<Id<Form>, Counted>& counted) {
  std::vector<Id<Form>> lines;
  lines.reserve(model.forms.size() + counted.size());
  for (const Form& form : model.forms) {
    lines.push_back(form.id);
  }
  for (const auto& [id, count] : counted) {
    if (model.find(id) == nullptr) {
      lines.push_back(id);
    }
  }
  return lines;
}

/// Every type of every form of the model, and then those that only the records have.
std::vector<TypeLine> type_lines(const Model& model, const Tally& tally);

/// What was counted under a key. It is no work if the key is not there.
template <class Counts, class Key>
Work count_of(const Counts& counts, const Key& key) {
  const auto found = counts.find(key);
  return found == counts.end() ? Work{} : found->second;
}

/// A figure for each record of a kind. It is kept by the record's row, since a map would be slow with a million
/// activities.
template <class Record, class Figure>
class ByRecord {
 public:
  explicit ByRecord(const Program& program) : table_(program.all<Record>()), figures_(table_.size()) {}
  /// With these figures, one for each row.
  ByRecord(const Program& program, std::vector<Figure> figures)
      : table_(program.all<Record>()), figures_(std::move(figures)) {}

  Figure& operator[](std::uint32_t row) { return figures_[row]; }
  const Figure& operator[](std::uint32_t row) const { return figures_[row]; }
  /// The figure of the record. Null when there is no such record.
  Figure* find(const Id<Record>& id) {
    const auto row = table_.row_of(id);
    return row ? &figures_[*row] : nullptr;
  }
  const Figure* find(const Id<Record>& id) const {
    const auto row = table_.row_of(id);
    return row ? &figures_[*row] : nullptr;
  }
  std::vector<Figure> take() && { return std::move(figures_); }

 private:
  const Table<Record>& table_;
  std::vector<Figure> figures_;
};

/// What each pair did in the period. An activity of several pairs counts for each of them. A void pair has its own row
/// too, for a list of such pairs; in the functions below it has done nothing.
ByRecord<Pair, Work> work_by_pair(const Program& program, const Period& period);

struct PairWork {
  std::vector<Work> by_row;  // of the pair's row
};

/// `work_by_pair` for a report whose row says that this is all it needs of the activities: see `adds_up_within`.
ByRecord<Pair, Work> work_for(const ReportContext& context, const Period& period);

/// What each person did in the period, in all pairs in which they have this role; without a role, in all of theirs. If
/// a person has two such pairs in one activity, it counts once.
ByRecord<Participant, Work> work_by_person(const Program& program, const Period& period,
                                           std::optional<Role> role = std::nullopt);

/// How many pairs of the period each person is in, in this role; in any role if none is given. A pair counts once for a
/// person who is both of its members.
ByRecord<Participant, std::int64_t> pairs_by_person(const Program& program, const Period& period,
                                                    std::optional<Role> role = std::nullopt);

}  // namespace mentor
