// The tables of records: one row a record, its fields and what is counted about it.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>

#include "report_parts.hpp"

namespace mentor {

namespace {

/// What happened in one pair, or around one person, within the period.
struct Work {
  std::int64_t pairs = 0;
  std::int64_t activities = 0;
  Hours hours;
  std::optional<Date> last;

  void add(const Activity& activity) {
    ++activities;
    hours += activity.hours.value_or(Hours{});
    last = std::max(last.value_or(activity.on), activity.on);
  }
  Work& operator+=(const Work& other) {
    pairs += other.pairs;
    activities += other.activities;
    hours += other.hours;
    last = std::max(last, other.last);  // none is before any
    return *this;
  }
};

/// What each record of a kind has done, by its row: there may be a million activities to count.
template <class Key>
class WorkBy {
 public:
  explicit WorkBy(const Program& program) : table_(program.all<Key>()), work_(table_.size()) {}

  Work& operator[](std::uint32_t row) { return work_[row]; }
  /// Null for one who is not there.
  Work* find(const Id<Key>& id) {
    const auto row = table_.row_of(id);
    return row ? &work_[*row] : nullptr;
  }

 private:
  const Table<Key>& table_;
  std::vector<Work> work_;
};

WorkBy<Pair> work_by_pair(const ReportContext& context) {
  WorkBy<Pair> work{context.program};
  for (const auto& stored : context.program.all<Activity>()) {
    if (context.filter.period.contains(stored.record.on)) {
      for (const auto& id : stored.record.pairs) {
        if (Work* pair = work.find(id)) {
          pair->add(stored.record);
        }
      }
    }
  }
  return work;
}

/// A person's activities are those of their pairs, one done by two of their pairs at once counted once.
WorkBy<Participant> work_by_person(const ReportContext& context) {
  const Program& program = context.program;
  WorkBy<Participant> work{program};
  const auto for_each_member = [&](const Pair& pair, auto visit) {
    const auto visit_one = [&](const Id<Participant>& id) {
      if (const auto row = program.all<Participant>().row_of(id)) {
        visit(*row);
      }
    };
    visit_one(pair.mentor);
    if (pair.mentee != pair.mentor) {  // one may be both: a rule tells of it
      visit_one(pair.mentee);
    }
  };
  for (const auto& stored : program.all<Pair>()) {
    if (stored.record.belongs_to(context.filter.period)) {
      for_each_member(stored.record, [&](std::uint32_t row) { ++work[row].pairs; });
    }
  }
  // Nearly all activities are of one pair: its members are looked for once, not for each of them.
  WorkBy<Pair> of_pairs{program};
  std::vector<std::uint32_t> people;
  for (const auto& stored : program.all<Activity>()) {
    const Activity& activity = stored.record;
    if (!context.filter.period.contains(activity.on)) {
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
      if (const Pair* pair = program.find(id)) {
        for_each_member(*pair, [&](std::uint32_t row) { people.push_back(row); });
      }
    }
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    for (const auto row : people) {
      work[row].add(activity);
    }
  }
  for (std::uint32_t row = 0; row < program.all<Pair>().size(); ++row) {
    for_each_member(program.all<Pair>().at(row).record, [&](std::uint32_t member) { work[member] += of_pairs[row]; });
  }
  return work;
}

Cell date_or_blank(const std::optional<Date>& date) { return date ? Cell{*date} : Cell{}; }

constexpr FixedLabel nothing_selected{"Таких записей нет.", "There are no such records."};

/// A table of the records' fields, with room in each row for so many more cells.
template <class Record>
Section rows_of(const ReportContext& context, const std::vector<const Record*>& records, FixedLabel title,
                std::size_t more) {
  Section section{.key = std::string{folder_of<Record>}, .title = title, .when_empty = nothing_selected};
  for (const auto& field : fields<Record>()) {
    section.columns.push_back({.key = std::string{field.name},
                               .heading = field.heading,
                               .align = field.name == "hours" ? Align::right : Align::left,
                               .references = !folder_meant(field.meaning).empty()});
  }
  section.rows.reserve(records.size());
  for (const Record* record : records) {
    Row& row = section.rows.emplace_back();
    row.reserve(section.columns.size() + more);
    for (const auto& field : fields<Record>()) {
      row.push_back(field.cell(*record, context.program));
    }
  }
  return section;
}

/// The people by name.
std::vector<const Participant*> in_order(const ReportContext& context, std::vector<const Participant*> people) {
  std::vector<std::pair<std::string, const Participant*>> keys;
  keys.reserve(people.size());
  for (const Participant* person : people) {
    keys.emplace_back(context.sort_key(person->name), person);
  }
  std::sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second->id) < std::tie(b.first, b.second->id);
  });
  std::transform(keys.begin(), keys.end(), people.begin(), [](const auto& key) { return key.second; });
  return people;
}

/// The pairs by the names of their mentors, then of their mentees.
std::vector<const Pair*> in_order(const ReportContext& context, std::vector<const Pair*> pairs) {
  struct Titled {
    const Pair* pair;
    std::string mentor;  // the keys of their names
    std::string mentee;
  };
  std::vector<Titled> keys;
  keys.reserve(pairs.size());
  for (const Pair* pair : pairs) {
    keys.push_back({pair, context.sort_key(name_of(context.program, pair->mentor)),
                    context.sort_key(name_of(context.program, pair->mentee))});
  }
  std::sort(keys.begin(), keys.end(), [](const Titled& a, const Titled& b) {
    return std::tie(a.mentor, a.mentee, a.pair->from, a.pair->id) <
           std::tie(b.mentor, b.mentee, b.pair->from, b.pair->id);
  });
  std::transform(keys.begin(), keys.end(), pairs.begin(), [](const Titled& key) { return key.pair; });
  return pairs;
}

Cell state_of(const Pair& pair, Date day) {
  static const Labelled ended{"ended", {"завершена", "ended"}};
  static const Labelled open{"open", {"действует", "open"}};
  static const Labelled planned{"planned", {"предстоит", "planned"}};
  if (pair.has_ended(day)) {
    return ended;
  }
  return pair.has_begun(day) ? open : planned;
}

}  // namespace

template <>
Section table_of<Participant>(const ReportContext& context) {
  const auto people = in_order(context, select<Participant>(context.program, context.filter, context.today));
  Section section = rows_of(context, people, {"Участники", "Participants"}, 3);
  section.columns.push_back(number_column("pairs", {"Пары", "Pairs"}));
  section.columns.push_back(number_column("activities", {"Занятия", "Activities"}));
  section.columns.push_back(number_column("hours", {"Часы", "Hours"}));
  auto work = work_by_person(context);
  for (std::size_t index = 0; index < people.size(); ++index) {
    const Work& done = *work.find(people[index]->id);
    Row& row = section.rows[index];
    row.insert(row.end(), {done.pairs, done.activities, done.hours});
  }
  return section;
}

Section fields_of(const ReportContext& context, const std::vector<const Participant*>& people) {
  return rows_of(context, in_order(context, people), {"Участники", "Participants"}, 0);
}

template <>
Section table_of<Pair>(const ReportContext& context) {
  const auto pairs = in_order(context, select<Pair>(context.program, context.filter, context.today));
  Section section = rows_of(context, pairs, {"Пары", "Pairs"}, 4);
  section.columns.push_back({.key = "state", .heading = FixedLabel{"Состояние", "State"}});
  section.columns.push_back(number_column("activities", {"Занятия", "Activities"}));
  section.columns.push_back(number_column("hours", {"Часы", "Hours"}));
  section.columns.push_back({.key = "last", .heading = FixedLabel{"Последнее занятие", "Last activity"}});
  auto work = work_by_pair(context);
  const Date day = day_of_state(context.filter.period, context.today);
  for (std::size_t index = 0; index < pairs.size(); ++index) {
    const Work& done = *work.find(pairs[index]->id);
    Row& row = section.rows[index];
    row.insert(row.end(), {state_of(*pairs[index], day), done.activities, done.hours, date_or_blank(done.last)});
  }
  return section;
}

Section fields_of(const ReportContext& context, const std::vector<const Pair*>& pairs) {
  return rows_of(context, in_order(context, pairs), {"Пары", "Pairs"}, 0);
}

template <>
Section table_of<Activity>(const ReportContext& context) {
  auto activities = select<Activity>(context.program, context.filter, context.today);
  std::sort(activities.begin(), activities.end(),
            [](const Activity* a, const Activity* b) { return std::tie(a->on, a->id) < std::tie(b->on, b->id); });
  Section section = rows_of(context, activities, {"Занятия", "Activities"}, 1);
  section.columns.push_back({.key = "form", .heading = FixedLabel{"Форма", "Form"}});
  Hours total;
  for (std::size_t index = 0; index < activities.size(); ++index) {
    std::vector<Labelled> forms;
    for (const auto& id : activities[index]->pairs) {
      const Pair* pair = context.program.find(id);
      const Form* form = pair == nullptr ? nullptr : context.program.model().find(pair->form);
      const bool told = form == nullptr || std::any_of(forms.begin(), forms.end(), [&](const Labelled& one) {
                          return one.id == form->id.to_string();
                        });
      if (!told) {
        forms.push_back({form->id.to_string(), form->label});
      }
    }
    section.rows[index].emplace_back(std::move(forms));
    total += activities[index]->hours.value_or(Hours{});
  }
  section.total.assign(section.columns.size(), Cell{});
  section.total[field_index<Activity>("hours")] = total;
  return section;
}

Section pick_columns(Section section, std::span<const std::string> keys) {
  std::vector<std::size_t> places;
  for (const auto& key : keys) {
    const auto found = std::find_if(section.columns.begin(), section.columns.end(),
                                    [&](const Column& column) { return column.key == key; });
    if (found == section.columns.end()) {
      throw std::logic_error{"no such column: " + key};
    }
    places.push_back(static_cast<std::size_t>(found - section.columns.begin()));
  }
  const auto pick = [&](auto& all) {
    std::remove_reference_t<decltype(all)> picked;
    picked.reserve(places.size());
    for (const auto place : places) {
      picked.push_back(std::move(all[place]));
    }
    all = std::move(picked);
  };
  pick(section.columns);
  std::for_each(section.rows.begin(), section.rows.end(), pick);
  if (!section.total.empty()) {
    pick(section.total);
  }
  return section;
}

}  // namespace mentor
