/// The numbers that a school may set for itself. Each norm is one row: it is read, explained and shown by that row.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "mentor/instrument.hpp"
#include "mentor/label.hpp"

namespace mentor {

enum class Norm {
  lesson_minutes,
  most_hours,
  silent_days,
  too_early_days,
  first_meeting_days,
  contacts_first_month,
  contacts_per_month,
  plan_days,
  ends_soon_days,
  due_soon_days,
  paused_days,
  unpaired_days,
  mentors_per_mentee,
  mentees_per_mentor,
  young_years,
  course_years,
  course_hours,
  expires_days,
  adult_age,
  last_grade,
  keep_years,
  survey_days,
  satisfied_from,
  high_from,
  low_to,
  small_group
};

/// What a norm means. In its help, backticks surround what people type.
struct NormRow {
  Norm norm;
  std::string_view name;
  int usual;  // in edition 1
  int least;
  int most;
  FixedLabel help;
};

inline constexpr std::array norm_rows = {
    NormRow{
        .norm = Norm::lesson_minutes,
        .name = "lesson-minutes",
        .usual = 40,
        .least = 1,
        .most = 240,
        .help = {"Сколько минут длится урок – для тех, кто пишет «2 урока». Занятия, которые уже записаны, от него "
                 "не меняются.",
                 "How many minutes a lesson has, for those who type “2 lessons”. A change of it changes no activity "
                 "that is there."}},
    NormRow{.norm = Norm::most_hours,
            .name = "most-hours",
            .usual = 8,
            .least = 1,
            .most = 1000,
            .help = {"Сколько часов может занять одно занятие; если записано больше, об этом предупреждает "
                     "`activity-hours`. У вида работы может быть своё `most-hours`.",
                     "How many hours one activity may take; `activity-hours` warns of more. An activity type may have "
                     "a `most-hours` of its own."}},
    NormRow{.norm = Norm::silent_days,
            .name = "silent-days",
            .usual = 30,
            .least = 1,
            .most = 366,
            .help = {"Через сколько дней без занятия действующая пара попадает в отчёт `attention` как молчащая.",
                     "After how many days without an activity an open pair is silent in the report `attention`."}},
    NormRow{
        .norm = Norm::too_early_days,
        .name = "too-early-days",
        .usual = 30,
        .least = 1,
        .most = 366,
        .help = {"Сколько дней о новой паре судить рано.", "For how many days it is too early to tell of a new pair."}},
    NormRow{.norm = Norm::first_meeting_days,
            .name = "first-meeting-days",
            .usual = 14,
            .least = 1,
            .most = 366,
            .help = {"За сколько дней новая пара должна встретиться в первый раз.",
                     "Within how many days a new pair should meet for the first time."}},
    NormRow{.norm = Norm::contacts_first_month,
            .name = "contacts-first-month",
            .usual = 2,
            .least = 0,
            .most = 31,
            .help = {"Сколько раз за первый месяц куратор связывается с каждой стороной пары.",
                     "How often the curator is in touch with each side of a pair in its first month."}},
    NormRow{.norm = Norm::contacts_per_month,
            .name = "contacts-per-month",
            .usual = 1,
            .least = 0,
            .most = 31,
            .help = {"Сколько раз в месяц – потом.", "How often in a month after that."}},
    NormRow{.norm = Norm::plan_days,
            .name = "plan-days",
            .usual = 14,
            .least = 1,
            .most = 366,
            .help = {"За сколько дней у новой пары должен появиться план.",
                     "Within how many days a new pair should have a plan."}},
    NormRow{.norm = Norm::ends_soon_days,
            .name = "ends-soon-days",
            .usual = 14,
            .least = 0,
            .most = 366,
            .help = {"За сколько дней до последнего дня пары об этом напоминает `attention`.",
                     "How many days before its last one `attention` speaks of a pair."}},
    NormRow{.norm = Norm::due_soon_days,
            .name = "due-soon-days",
            .usual = 14,
            .least = 0,
            .most = 366,
            .help = {"За сколько дней до срока мероприятие получает состояние «пора».",
                     "How many days before its last day a step is due."}},
    NormRow{.norm = Norm::paused_days,
            .name = "paused-days",
            .usual = 60,
            .least = 1,
            .most = 366,
            .help = {"Сколько дней приостановка ещё не долгая.", "For how many days a pause is not long yet."}},
    NormRow{.norm = Norm::unpaired_days,
            .name = "unpaired-days",
            .usual = 30,
            .least = 1,
            .most = 366,
            .help = {"Сколько дней наставляемый может ждать пары, прежде чем об этом напомнит `attention`.",
                     "For how many days a mentee may wait for a pair before `attention` speaks of it."}},
    NormRow{.norm = Norm::mentors_per_mentee,
            .name = "mentors-per-mentee",
            .usual = 1,
            .least = 1,
            .most = 100,
            .help = {"Сколько наставников одной формы может быть у наставляемого в один день; если больше, об этом "
                     "предупреждает `second-mentor`.",
                     "How many mentors a mentee may have in one form on one day; `second-mentor` warns of more."}},
    NormRow{.norm = Norm::mentees_per_mentor,
            .name = "mentees-per-mentor",
            .usual = 3,
            .least = 1,
            .most = 100,
            .help = {"Сколько наставляемых может вести наставник сразу: по нему отчёт `workload` считает, сколько мест "
                     "свободно.",
                     "How many mentees a mentor may have at once; the report `workload` counts free places by it."}},
    NormRow{.norm = Norm::young_years,
            .name = "young-years",
            .usual = 3,
            .least = 1,
            .most = 10,
            .help = {"Сколько лет педагог считается молодым специалистом; спрашивает `young-specialist`.",
                     "For how many years a teacher counts as a young specialist; `young-specialist` asks."}},
    NormRow{.norm = Norm::course_years,
            .name = "course-years",
            .usual = 3,
            .least = 1,
            .most = 10,
            .help = {"Раз в сколько лет педагогу нужно повышение квалификации (273-ФЗ, ст. 47): по нему отчёт "
                     "`trainings` считает срок, а `attention` напоминает.",
                     "Once in how many years a teacher has further training (273-FZ, art. 47); the report `trainings` "
                     "counts by it when it is due, and `attention` speaks of it."}},
    NormRow{.norm = Norm::course_hours,
            .name = "course-hours",
            .usual = 16,
            .least = 1,
            .most = 1000,
            .help = {"Сколько часов должно быть в повышении квалификации, чтобы срок считался от него; короче – не в "
                     "счёт.",
                     "How many hours further training must have for the next one to be counted from it; a shorter one "
                     "does not count."}},
    NormRow{.norm = Norm::expires_days,
            .name = "expires-days",
            .usual = 30,
            .least = 0,
            .most = 366,
            .help = {"За сколько дней до окончания срока документ считается истекающим.",
                     "For how many days before its last one a document counts as expiring."}},
    NormRow{.norm = Norm::adult_age,
            .name = "adult-age",
            .usual = 18,
            .least = 14,
            .most = 21,
            .help = {"С какого возраста согласия подписывают сами; до него – законный представитель. Для 14–17 лет "
                     "закон толкуют по-разному.",
                     "From which age people sign consents themselves; below it a representative does. For those of 14 "
                     "to 17 the law is read in two ways."}},
    NormRow{.norm = Norm::last_grade,
            .name = "last-grade",
            .usual = 11,
            .least = 1,
            .most = 99,
            .help = {"Последний класс школы: `mentor open-year` записывает, что его ученики выбыли.",
                     "The last grade of the school: `mentor open-year` lets its pupils leave."}},
    NormRow{.norm = Norm::keep_years,
            .name = "keep-years",
            .usual = 3,
            .least = 0,
            .most = 75,
            .help = {"Сколько лет хранятся данные тех, кто выбыл; потом `attention` предлагает удалить их: "
                     "`mentor forget`. Какой срок нужен школе, скажет её юрист.",
                     "For how many years the data of those who left is kept; then `attention` offers to remove it: "
                     "`mentor forget`. Which term a school needs, its lawyer can tell."}},
    NormRow{
        .norm = Norm::survey_days,
        .name = "survey-days",
        .usual = 14,
        .least = 1,
        .most = 366,
        .help = {"За сколько дней после начала пары заполняется входная анкета и за сколько до её конца – итоговая; "
                 "спрашивают `survey-date` и `attention`.",
                 "Within how many days of a pair's first day the first questionnaire is filled in, and of its last "
                 "day the last one; `survey-date` and `attention` ask."}},
    NormRow{.norm = Norm::satisfied_from,
            .name = "satisfied-from",
            .usual = 7,
            .least = 1,
            .most = AnswerScale::highest,
            .help = {"С какого балла ответ значит «удовлетворён»: в Р-145 это не определено.",
                     "From which score on an answer means “satisfied”, which Р-145 does not say."}},
    NormRow{.norm = Norm::high_from,
            .name = "high-from",
            .usual = 8,
            .least = 1,
            .most = AnswerScale::highest,
            .help = {"С какого балла ответ высокий: для отчёта `monitoring`.",
                     "From which score on an answer is high, for the report `monitoring`."}},
    NormRow{.norm = Norm::low_to,
            .name = "low-to",
            .usual = 4,
            .least = 0,
            .most = AnswerScale::highest,
            .help = {"До какого балла ответ низкий.", "Up to which score an answer is low."}},
    NormRow{.norm = Norm::small_group,
            .name = "small-group",
            .usual = 5,
            .least = 1,
            .most = 100,
            .help = {"Если ответивших меньше, отчёты показывают только их число: по долям и средним было бы видно, "
                     "кто что ответил.",
                     "Of fewer answers than this, reports show only how many there are: shares and means would tell "
                     "who answered what."}},
};

/// The norms of a program.
class Norms {
 public:
  struct Value {
    int number = 0;
    std::uint32_t line = 0;  // of program.yaml, where it stands there; 0: it is of the edition
  };

  /// Those of the edition.
  constexpr Norms() {
    for (const NormRow& row : norm_rows) {
      values_[index(row.norm)].number = row.usual;
    }
  }

  constexpr int operator[](Norm norm) const { return values_[index(norm)].number; }
  constexpr const Value& value(Norm norm) const { return values_[index(norm)]; }
  constexpr void set(Norm norm, Value value) { values_[index(norm)] = value; }

 private:
  static constexpr std::size_t index(Norm norm) { return static_cast<std::size_t>(norm); }

  std::array<Value, norm_rows.size()> values_{};
};

}  // namespace mentor
