/// Who of the people teaches, and when each of them last had further training.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "mentor/program.hpp"
#include "to_type.hpp"

namespace mentor {

/// No record says that somebody is a teacher. It is known of people whose `teaching-since` is given, of people who had
/// a course or reached a category, and of people of a category of the staff: the categories of a form in which people
/// of one category, whose ages nobody bounds, may be on both sides («учитель – учитель») [ours].
class Teachers {
 public:
  /// As is known on the day: a later course changes no past report.
  Teachers(const Program& program, Date day) {
    const Model& model = program.model();
    for (const Form& form : model.forms) {
      const bool is_among_staff = std::any_of(form.mentors.begin(), form.mentors.end(), [&](const auto& id) {
        const Category* category = model.find(id);
        return category != nullptr && !has_bounds(*category) &&
               std::find(form.mentees.begin(), form.mentees.end(), id) != form.mentees.end();
      });
      for (const Role role : all_roles) {
        if (is_among_staff) {
          categories_.insert(form.categories(role).begin(), form.categories(role).end());
        }
      }
    }
    for (const auto& stored : program.all<Training>()) {
      const TrainingType* type = model.find(stored.record.type);
      if (type != nullptr && stored.record.on <= day && (type->is_course || type->is_level)) {
        people_.insert(stored.record.people.begin(), stored.record.people.end());
      }
    }
  }

  bool have(const Participant& person, Date day) const {
    return person.teaching_since || people_.contains(person.id) || categories_.contains(person.category.on(day));
  }

 private:
  static bool has_bounds(const Category& category) {
    return std::any_of(std::begin(all_roles), std::end(all_roles),
                       [&](Role role) { return category.ages(role) && category.ages(role)->to(); });
  }

  std::unordered_set<Id<Category>> categories_;
  std::unordered_set<Id<Participant>> people_;
};

/// The last course of each person up to a day. A course shorter than the norm `course-hours`, or without hours, does
/// not count.
class LastCourses {
 public:
  LastCourses(const Program& program, Date day) : years_(program.model().norms[Norm::course_years]) {
    const std::int64_t least = program.model().norms[Norm::course_hours];
    constexpr std::int64_t hour = 3600;  // seconds
    for (const auto& stored : program.all<Training>()) {
      const Training& training = stored.record;
      const TrainingType* type = program.model().find(training.type);
      if (type == nullptr || !type->is_course || day < training.on || !training.hours ||
          training.hours->seconds() < least * hour) {
        continue;
      }
      for (const auto& id : training.people) {
        Date& last = last_.try_emplace(id, training.on).first->second;
        last = std::max(last, training.on);
      }
    }
  }

  /// Its last day. Nothing when no course is known.
  std::optional<Date> of(const Id<Participant>& person) const {
    const auto found = last_.find(person);
    return found == last_.end() ? std::nullopt : std::optional{found->second};
  }
  /// The day by which the next one is due.
  std::optional<Date> due(const Id<Participant>& person) const {
    constexpr int months = 12;  // of a year
    const auto last = of(person);
    return last ? std::optional{last->plus_months(months * years_)} : std::nullopt;
  }

 private:
  int years_;
  std::unordered_map<Id<Participant>, Date> last_;
};

/// What is typed to write down a course of the person.
inline Labelled command_to_add_course(const Model& model, const Id<Participant>& person, const NamesToType& to_type) {
  const auto course = std::find_if(model.trainings.begin(), model.trainings.end(),
                                   [](const TrainingType& type) { return type.is_course; });
  return command_to_type({"mentor добавить обучение {} {} часы=… дата=…", "mentor add training {} {} hours=… on=…"},
                         {course == model.trainings.end() ? WordToType{"…"} : to_type.word(model.trainings, *course),
                          to_type.person(person)});
}

}  // namespace mentor
