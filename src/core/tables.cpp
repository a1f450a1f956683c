// The tables of records: one row a record, its fields and what is counted about it.
#include <algorithm>
#include <stdexcept>

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
};

template <class Key>
using WorkBy = std::unordered_map<Id<Key>, Work>;

WorkBy<Pair> work_by_pair(const ReportContext& context) {
  WorkBy<Pair> work;
  for (const auto& stored : context.program.all<Activity>()) {
    if (context.filter.period.contains(stored.record.on)) {
      for (const auto& pair : stored.record.pairs) {
        work[pair].add(stored.record);
      }
    }
  }
  return work;
}

/// A person's activities are those of their pairs, one done by two of their pairs at once counted once.
WorkBy<Participant> work_by_person(const ReportContext& context) {
  WorkBy<Participant> work;
  for (const auto& stored : context.program.all<Pair>()) {
    if (stored.record.overlaps(context.filter.period)) {
      ++work[stored.record.mentor].pairs;
      ++work[stored.record.mentee].pairs;
    }
  }
  std::vector<Id<Participant>> people;  // one for all activities: there may be a million
  for (const auto& stored : context.program.all<Activity>()) {
    if (!context.filter.period.contains(stored.record.on)) {
      continue;
    }
    people.clear();
    for (const auto& id : stored.record.pairs) {
      if (const Pair* pair = context.program.find(id)) {
        people.insert(people.end(), {pair->mentor, pair->mentee});
      }
    }
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    for (const auto& person : people) {
      work[person].add(stored.record);
    }
  }
  return work;
}

template <class Key>
Work work_of(const WorkBy<Key>& work, const Id<Key>& id) {
  const auto found = work.find(id);
  return found == work.end() ? Work{} : found->second;
}

Cell date_or_blank(const std::optional<Date>& date) { return date ? Cell{*date} : Cell{}; }

template <class Record>
Section empty_table() {
  Section section{.key = std::string{folder_of<Record>}};
  for (const auto& field : fields<Record>()) {
    section.columns.push_back({.key = std::string{field.name},
                               .heading = field.heading,
                               .align = field.name == "hours" ? Align::right : Align::left,
                               .references = !folder_meant(field.meaning).empty()});
  }
  return section;
}

template <class Record>
Row row_of(const Record& record, const Program& program) {
  Row row;
  for (const auto& field : fields<Record>()) {
    row.push_back(field.cell(record, program));
  }
  return row;
}

constexpr FixedLabel nothing_selected{"Таких записей нет.", "There are no such records."};

Cell state_of(const Pair& pair, Date day) {
  if (pair.has_ended(day)) {
    return Labelled{"ended", {"завершена", "ended"}};
  }
  return pair.has_begun(day) ? Labelled{"open", {"действует", "open"}} : Labelled{"planned", {"предстоит", "planned"}};
}

}  // namespace

template <>
Section table_of<Participant>(const ReportContext& context) {
  return table_of(context, select<Participant>(context.program, context.filter, context.today));
}

Section table_of(const ReportContext& context, const std::vector<const Participant*>& people) {
  Section section = empty_table<Participant>();
  section.title = {"Участники", "Participants"};
  section.when_empty = nothing_selected;
  section.columns.push_back(number_column("pairs", {"Пары", "Pairs"}));
  section.columns.push_back(number_column("activities", {"Занятия", "Activities"}));
  section.columns.push_back(number_column("hours", {"Часы", "Hours"}));
  std::vector<std::pair<std::string, const Participant*>> rows;
  rows.reserve(people.size());
  for (const Participant* person : people) {
    rows.emplace_back(context.sort_key(person->name), person);
  }
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second->id) < std::tie(b.first, b.second->id);
  });
  const auto work = work_by_person(context);
  for (const auto& [key, person] : rows) {
    Row row = row_of(*person, context.program);
    const Work done = work_of(work, person->id);
    row.insert(row.end(), {done.pairs, done.activities, done.hours});
    section.rows.push_back(std::move(row));
  }
  return section;
}

template <>
Section table_of<Pair>(const ReportContext& context) {
  return table_of(context, select<Pair>(context.program, context.filter, context.today));
}

Section table_of(const ReportContext& context, const std::vector<const Pair*>& pairs) {
  Section section = empty_table<Pair>();
  section.title = {"Пары", "Pairs"};
  section.when_empty = nothing_selected;
  section.columns.push_back({.key = "state", .heading = FixedLabel{"Состояние", "State"}});
  section.columns.push_back(number_column("activities", {"Занятия", "Activities"}));
  section.columns.push_back(number_column("hours", {"Часы", "Hours"}));
  section.columns.push_back({.key = "last", .heading = FixedLabel{"Последнее занятие", "Last activity"}});
  struct Titled {
    const Pair* pair;
    std::string mentor;  // the keys of their names
    std::string mentee;
  };
  std::vector<Titled> rows;
  rows.reserve(pairs.size());
  for (const Pair* pair : pairs) {
    rows.push_back({pair, context.sort_key(name_of(context.program, pair->mentor)),
                    context.sort_key(name_of(context.program, pair->mentee))});
  }
  std::sort(rows.begin(), rows.end(), [](const Titled& a, const Titled& b) {
    return std::tie(a.mentor, a.mentee, a.pair->from, a.pair->id) <
           std::tie(b.mentor, b.mentee, b.pair->from, b.pair->id);
  });
  const auto work = work_by_pair(context);
  const Date day = day_of_state(context.filter.period, context.today);
  for (const auto& titled : rows) {
    Row row = row_of(*titled.pair, context.program);
    const Work done = work_of(work, titled.pair->id);
    row.insert(row.end(), {state_of(*titled.pair, day), done.activities, done.hours, date_or_blank(done.last)});
    section.rows.push_back(std::move(row));
  }
  return section;
}

template <>
Section table_of<Activity>(const ReportContext& context) {
  Section section = empty_table<Activity>();
  section.title = {"Занятия", "Activities"};
  section.when_empty = nothing_selected;
  section.columns.push_back({.key = "form", .heading = FixedLabel{"Форма", "Form"}});
  auto activities = select<Activity>(context.program, context.filter, context.today);
  std::sort(activities.begin(), activities.end(),
            [](const Activity* a, const Activity* b) { return std::tie(a->on, a->id) < std::tie(b->on, b->id); });
  Hours total;
  for (const Activity* activity : activities) {
    Row row = row_of(*activity, context.program);
    std::vector<Labelled> forms;
    for (const auto& id : activity->pairs) {
      const Pair* pair = context.program.find(id);
      const Form* form = pair == nullptr ? nullptr : context.program.model().find(pair->form);
      const bool told = form == nullptr || std::any_of(forms.begin(), forms.end(), [&](const Labelled& one) {
                          return one.id == form->id.to_string();
                        });
      if (!told) {
        forms.push_back({form->id.to_string(), form->label});
      }
    }
    row.emplace_back(std::move(forms));
    section.rows.push_back(std::move(row));
    total += activity->hours.value_or(Hours{});
  }
  section.total.assign(section.columns.size(), Cell{});
  section.total[field_index<Activity>("hours")] = total;
  return section;
}

Section pick_columns(const Section& section, std::span<const std::string> keys) {
  std::vector<std::size_t> places;
  for (const auto& key : keys) {
    const auto found = std::find_if(section.columns.begin(), section.columns.end(),
                                    [&](const Column& column) { return column.key == key; });
    if (found == section.columns.end()) {
      throw std::logic_error{"no such column: " + key};
    }
    places.push_back(static_cast<std::size_t>(found - section.columns.begin()));
  }
  const auto picked = [&](const Row& row) {
    Row result;
    for (const auto place : places) {
      result.push_back(row[place]);
    }
    return result;
  };
  Section result{.key = section.key, .title = section.title, .when_empty = section.when_empty};
  for (const auto place : places) {
    result.columns.push_back(section.columns[place]);
  }
  for (const Row& row : section.rows) {
    result.rows.push_back(picked(row));
  }
  if (!section.total.empty()) {
    result.total = picked(section.total);
  }
  return result;
}

}  // namespace mentor
