// The mentors' load: how many mentees each has and could have, and what was done with them.
#include <algorithm>

#include "mentor/pauses.hpp"
#include "report_parts.hpp"
#include "tally.hpp"

namespace mentor {

namespace {

/// What is counted about one mentor.
struct Load {
  std::int64_t open = 0;
  std::int64_t paused = 0;
  Duration training;
  std::optional<Date> last_contact;
  std::optional<Date> approved;  // since when
};

/// The pairs count as they stand on the day; trainings and contacts up to it.
ByRecord<Participant, Load> loads_on(Date day, const ReportContext& context) {
  const Program& program = context.program;
  ByRecord<Participant, Load> loads{program};
  const Pauses pauses{program};
  for (const auto& stored : program.all<Pair>()) {
    const Pair& pair = stored.record;
    Load* load = loads.find(pair.mentor);
    const PairState state = state_on(pair, day, program.model(), pauses);
    if (load != nullptr) {
      load->open += state == PairState::open ? 1 : 0;
      load->paused += state == PairState::paused ? 1 : 0;
    }
  }
  for (const auto& stored : program.all<Training>()) {
    const Training& training = stored.record;
    const TrainingType* type = program.model().find(training.type);
    if (type == nullptr || !type->trains_mentors || day < training.on) {
      continue;
    }
    for (const auto& id : training.people) {
      if (Load* load = loads.find(id)) {
        load->training += training.hours.value_or(Duration{});
      }
    }
  }
  for (const auto& stored : program.all<Document>()) {
    const Document& document = stored.record;
    const DocumentType* type = program.model().find(document.type);
    if (type == nullptr || !type->approves || !counts_on(document, day, program.model())) {
      continue;
    }
    for (const auto& id : document.people) {
      if (Load* load = loads.find(id)) {
        load->approved = load->approved ? std::min(*load->approved, document.on) : document.on;
      }
    }
  }
  for (const auto& stored : program.all<Contact>()) {
    const Contact& contact = stored.record;
    if (contact.reached || day < contact.on) {
      continue;  // tried in vain, or later
    }
    for (const auto& id : contact.people) {
      if (Load* load = loads.find(id)) {
        load->last_contact = std::max(load->last_contact, std::optional{contact.on});
      }
    }
  }
  return loads;
}

std::vector<Column> workload_columns() {
  Column mentor = text_column("mentor", {"Наставник", "Mentor"});
  mentor.kind = ColumnKind::reference;
  mentor.privacy = Privacy::name_of_minor;
  const auto date_column = [](std::string key, FixedLabel heading) {
    return Column{.key = std::move(key), .heading = heading, .kind = ColumnKind::date};
  };
  return {std::move(mentor),
          text_column("unit", {"Класс, МО", "Unit"}),
          date_column("approved", {"В реестре с", "Approved"}),
          hours_column("training-hours", {"Обучение, ч", "Training, h"}),
          number_column("open", {"Действуют", "Open"}),
          number_column("paused", {"На паузе", "Paused"}),
          number_column("capacity", {"Может вести", "Capacity"}),
          number_column("free", {"Свободно", "Free"}),
          number_column("activities", {"Занятия", "Activities"}),
          hours_column("hours", {"Часы", "Hours"}),
          date_column("last-activity", {"Последнее занятие", "Last activity"}),
          date_column("last-contact", {"Последняя связь", "Last contact"})};
}

void fill_workload(Report& report, const ReportContext& context) {
  const Date day = day_of_state(context.filter.period, context.today);
  Filter of_mentors = context.filter;
  of_mentors.role = Role::mentor;
  const auto mentors = in_order(context, select<Participant>(context.program, of_mentors, context.today));
  const auto loads = loads_on(day, context);
  const auto work = work_by_person(context.program, context.filter.period, Role::mentor);
  const std::int64_t norm = context.program.model().norms[Norm::mentees_per_mentor];
  Section section{.key = "workload",
                  .title = FixedLabel{"Нагрузка наставников", "The mentors' load"},
                  .columns = workload_columns(),
                  .when_empty = FixedLabel{"Наставников нет.", "There are no mentors."}};
  for (const Participant* person : mentors) {
    const Load& load = *loads.find(person->id);
    const Work& done = *work.find(person->id);
    const std::int64_t capacity = person->capacity ? person->capacity->number() : norm;
    section.rows.add({Reference{person->id.to_string(), person->name.on(day), true}, person->unit.on(day),
                      cell_or_blank(load.approved), load.training, load.open, load.paused, capacity,
                      std::max<std::int64_t>(0, capacity - load.open - load.paused), done.activities, done.hours,
                      cell_or_blank(done.last), cell_or_blank(load.last_contact)});
  }
  hide_empty_columns(section);
  spare_columns(section,
                {"approved", "training-hours", "last-contact", "unit", "capacity", "last-activity", "activities"});
  add_sections(report, std::move(section));
  report.chapters.back().notes = {
      FixedLabel{"Наставники – все, у кого эта роль на последний день периода, но не позже дня отчёта; на тот же день "
                 "считаются их пары.",
                 "Mentors are all who have that role on the period's last day, but not after the day of the report; "
                 "their pairs are counted on that day."},
      say("workload.capacity", norm),
      FixedLabel{"Обучение – часы всех обучений наставников к этому дню; последняя связь – когда куратор последний раз "
                 "связался с наставником.",
                 "Training is the hours of all trainings as a mentor by that day; the last contact is when the curator "
                 "last reached the mentor."},
      period_note};
}

}  // namespace

const ReportRow workload_report{.name = "workload",
                                .russian = "нагрузка",
                                .title = {"Нагрузка наставников", "Workload of mentors"},
                                .takes_filters = true,
                                .looks_through = KindSet::of<Activity, Contact, Document, Training>(),
                                .shows = {},
                                .counts_pairs = false,
                                .lists_people = false,
                                .fill = fill_workload};

}  // namespace mentor
