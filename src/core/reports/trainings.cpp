// The growth of teachers: what each of them learnt and achieved, and when further training is due.
#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "report_parts.hpp"
#include "tally.hpp"
#include "teachers.hpp"

namespace mentor {

namespace {

/// What is known of one teacher.
struct Growth {
  const Training* level = nullptr;  // the last category that still counts
  std::int64_t courses = 0;         // in the period, as the next two
  Duration hours;
  std::vector<std::int64_t> of_type;  // of those types of the model that are neither a course nor a category
};

class Growths {
 public:
  explicit Growths(const ReportContext& context)
      : context_(context),
        model_(context.program.model()),
        day_(day_of_state(context.filter.period, context.today)),
        last_courses_(context.program, day_),
        growths_(context.program) {
    for (const TrainingType& type : model_.trainings) {
      if (!type.is_course && !type.is_level) {
        types_.push_back(&type);
      }
    }
    choose();
    for (const auto& stored : context.program.all<Training>()) {
      add(stored.record);
    }
  }

  std::int64_t count() const { return static_cast<std::int64_t>(teachers_.size()); }
  /// Courses of these teachers of which nobody knows how long they were.
  std::int64_t without_hours() const { return without_hours_; }
  std::vector<const Participant*> due() const {
    std::vector<const Participant*> due;
    std::copy_if(teachers_.begin(), teachers_.end(), std::back_inserter(due), [&](const Participant* person) {
      const auto day = last_courses_.due(person->id);
      return day && *day <= day_;
    });
    std::stable_sort(due.begin(), due.end(), [&](const Participant* one, const Participant* other) {
      return *last_courses_.due(one->id) < *last_courses_.due(other->id);
    });
    return due;
  }
  Section table_of_teachers() const;
  Section table_of_due() const;

 private:
  /// The teachers, in the order of their names.
  void choose() {
    const Teachers teachers{context_.program, day_};
    std::vector<std::pair<std::string, const Participant*>> keyed;
    for (const Participant* person : select<Participant>(context_.program, context_.filter, context_.today)) {
      if (teachers.have(*person, day_)) {
        keyed.emplace_back(context_.sort_key(person->name.on(day_)), person);
      }
    }
    std::sort(keyed.begin(), keyed.end(), [](const auto& one, const auto& other) {
      return one.first != other.first ? one.first < other.first : one.second->id < other.second->id;
    });
    for (const auto& [key, person] : keyed) {
      teachers_.push_back(person);
      growths_.find(person->id)->of_type.resize(types_.size());
    }
    is_chosen_.insert(teachers_.begin(), teachers_.end());
  }

  void add(const Training& training) {
    const TrainingType* type = model_.find(training.type);
    const auto& asked = context_.filter.own_type;
    if (asked && training.type.text() != asked->id) {
      return;
    }
    if (day_ < training.on) {
      return;
    }
    bool is_of_teacher = false;
    for (const auto& id : training.people) {
      const Participant* person = context_.program.find(id);
      if (person != nullptr && is_chosen_.contains(person)) {
        is_of_teacher = true;
        add(*growths_.find(id), training, type);
      }
    }
    without_hours_ += is_of_teacher && type != nullptr && type->is_course && !training.hours ? 1 : 0;
  }

  void add(Growth& growth, const Training& training, const TrainingType* type) const {
    const bool is_level = type != nullptr && type->is_level && (!training.until || day_ <= *training.until);
    if (is_level && (growth.level == nullptr || growth.level->on <= training.on)) {
      growth.level = &training;
    }
    if (!context_.filter.period.contains(training.on)) {
      return;
    }
    growth.hours += training.hours.value_or(Duration{});
    growth.courses += type != nullptr && type->is_course ? 1 : 0;
    if (const auto place = std::find(types_.begin(), types_.end(), type); place != types_.end()) {
      ++growth.of_type[static_cast<std::size_t>(place - types_.begin())];
    }
  }

  const ReportContext& context_;
  const Model& model_;
  Date day_;
  LastCourses last_courses_;
  ByRecord<Participant, Growth> growths_;
  std::vector<const TrainingType*> types_;
  std::vector<const Participant*> teachers_;
  std::unordered_set<const Participant*> is_chosen_;
  std::int64_t without_hours_ = 0;
};

Column teacher_column() {
  Column teacher = text_column("teacher", {"Педагог", "Teacher"});
  teacher.kind = ColumnKind::reference;
  teacher.privacy = Privacy::name_of_minor;
  return teacher;
}

Column day_column(std::string key, FixedLabel heading) {
  return {.key = std::move(key), .heading = heading, .kind = ColumnKind::date};
}

Section Growths::table_of_teachers() const {
  Section section{
      .key = "trainings",
      .title = FixedLabel{"Рост педагогов", "Growth of teachers"},
      .columns = {teacher_column(), text_column("unit", {"Подразделение", "Unit"}),
                  text_column("level", {"Категория", "Category"}), day_column("since", {"Присвоена", "Since"}),
                  number_column("courses", {"Курсов", "Courses"}), hours_column("hours", {"Часы", "Hours"}),
                  day_column("last-course", {"Последние курсы", "Last course"}), day_column("due", {"Срок", "Due by"})},
      .when_empty = FixedLabel{"Педагогов нет.", "There are no teachers."}};
  std::vector<std::string> spared;
  for (const TrainingType* type : types_) {
    spared.push_back("count-" + type->id.to_string());
    section.columns.push_back({.key = spared.back(), .heading = type->label, .kind = ColumnKind::number});
  }
  Growth all;
  all.of_type.resize(types_.size());
  const auto add_counts = [](Row& row, const std::vector<std::int64_t>& counts, bool with_zeros) {
    for (const std::int64_t count : counts) {
      row.push_back(count == 0 && !with_zeros ? Cell{} : Cell{count});
    }
  };
  for (const Participant* person : teachers_) {
    const Growth& growth = *growths_.find(person->id);
    Row row{Reference{person->id.to_string(), person->name.on(day_), true},
            cell_or_blank(person->unit.on(day_)),
            growth.level == nullptr ? Cell{} : word_cell(growth.level->type, model_),
            growth.level == nullptr ? Cell{} : Cell{growth.level->on},
            growth.courses,
            growth.hours,
            cell_or_blank(last_courses_.of(person->id)),
            cell_or_blank(last_courses_.due(person->id))};
    add_counts(row, growth.of_type, false);
    section.rows.add(std::move(row));
    all.courses += growth.courses;
    all.hours += growth.hours;
    std::transform(growth.of_type.begin(), growth.of_type.end(), all.of_type.begin(), all.of_type.begin(),
                   std::plus<>{});
  }
  hide_empty_columns(section);
  spared.insert(spared.end(), {"since", "unit", "last-course", "level"});
  spare_columns(section, spared);
  if (!teachers_.empty()) {
    section.total = {
        Labelled{"total", {"Всего", "Total"}}, Cell{}, Cell{}, Cell{}, all.courses, all.hours, Cell{}, Cell{}};
    add_counts(section.total, all.of_type, true);
  }
  return section;
}

Section Growths::table_of_due() const {
  Section section{.key = "due",
                  .title = FixedLabel{"Кому пора на курсы", "Who is due"},
                  .columns = {teacher_column(), day_column("last-course", {"Последние курсы", "Last course"}),
                              day_column("due", {"Срок", "Due by"}), command_column()},
                  .when_empty = FixedLabel{"Ни у кого из тех, чьи курсы записаны, срок не вышел.",
                                           "Nobody whose course is written down is due."}};
  const NamesToType to_type{context_.program, day_, context_.fold};
  for (const Participant* person : due()) {
    section.rows.add({Reference{person->id.to_string(), person->name.on(day_), true}, *last_courses_.of(person->id),
                      *last_courses_.due(person->id), command_to_add_course(model_, person->id, to_type)});
  }
  return section;
}

void fill_trainings(Report& report, const ReportContext& context) {
  const Growths growths{context};
  const Norms& norms = context.program.model().norms;
  report.facts.push_back({"teachers", FixedLabel{"Педагогов", "Teachers"}, growths.count()});
  report.facts.push_back(
      {"due", FixedLabel{"Пора на курсы", "Due for a course"}, static_cast<std::int64_t>(growths.due().size())});
  if (growths.without_hours() != 0) {
    report.facts.push_back(
        {"courses-without-hours",
         FixedLabel{"Курсов без часов (срок от них не считается)", "Courses without hours (nothing is due by them)"},
         growths.without_hours()});
  }
  add_sections(report, growths.table_of_teachers());
  add_sections(report, growths.table_of_due());
  report.chapters.back().notes = {
      FixedLabel{"Педагоги – те, у кого указан педагогический стаж, записаны курсы или квалификационная категория, и "
                 "все из категорий формы, где коллеги наставляют коллег.",
                 "Teachers are those whose `teaching-since` is given, those of whom a course or a category is written "
                 "down, and all of the categories of a form in which colleagues mentor colleagues."},
      say("trainings.due", std::int64_t{norms[Norm::course_hours]},
          Count{norms[Norm::course_years], key("noun.years-later")}),
      FixedLabel{"Курсы, часы и всё, что после срока, – за период отчёта; обучение нескольких человек считается у "
                 "каждого. Категория – последняя из тех, которые действуют на последний день периода, но не позже дня "
                 "отчёта.",
                 "Courses, hours and all that stands behind the due day are those of the report's period; a training "
                 "of several people counts for each. The category is the last one that counts on the period's last "
                 "day, but not after the day of the report."}};
}

}  // namespace

const ReportRow trainings_report{.name = "trainings",
                                 .russian = "обучение",
                                 .title = {"Рост педагогов", "Growth of teachers"},
                                 .takes_filters = true,
                                 .looks_through = KindSet::of<Activity, Training>(),
                                 .shows = {},
                                 .counts_pairs = false,
                                 .lists_people = true,
                                 .fill = fill_trainings,
                                 .types = ModelList::trainings};

}  // namespace mentor
