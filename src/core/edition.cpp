#include "mentor/edition.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "mentor/text.hpp"

namespace mentor {

namespace {

struct ReasonRow {
  std::string_view id;
  FixedLabel label;
  Outcome outcome;
  std::optional<Ending> of = std::nullopt;

  Reason reason() const {
    Reason made;
    made.id = *Id<Reason>::parse(id);
    made.label = label.label();
    made.outcome = outcome;
    made.of = of;
    return made;
  }
};

/// Model §6.2 [ours].
constexpr std::array reasons_of_edition_1 = {
    ReasonRow{"completed", {"план выполнен", "plan completed"}, Outcome::completed, Ending::pair},
    ReasonRow{"early-success", {"цель достигнута досрочно", "early success"}, Outcome::completed, Ending::pair},
    ReasonRow{"own-wish", {"собственное желание", "own wish"}, Outcome::early},
    ReasonRow{"mutual", {"взаимное согласие", "mutual consent"}, Outcome::early, Ending::pair},
    ReasonRow{"no-time", {"нехватка времени", "no time"}, Outcome::early},
    ReasonRow{"incompatibility", {"психологическая несовместимость", "incompatibility"}, Outcome::early, Ending::pair},
    ReasonRow{"non-performance", {"неисполнение обязанностей", "non-performance"}, Outcome::early},
    ReasonRow{"discipline", {"дисциплинарное взыскание", "discipline"}, Outcome::early},
    ReasonRow{"health", {"болезнь", "health"}, Outcome::early},
    ReasonRow{"moved", {"переход в другую школу, переезд", "moved"}, Outcome::early},
    ReasonRow{"graduated", {"окончание школы", "graduated"}, Outcome::completed},
    ReasonRow{"dismissed", {"увольнение", "left the job"}, Outcome::early},
    ReasonRow{"consent-withdrawn", {"отзыв согласия", "consent withdrawn"}, Outcome::early},
    ReasonRow{"curator-decision", {"решение куратора", "curator's decision"}, Outcome::early},
    ReasonRow{"mentor-replaced", {"замена наставника", "mentor replaced"}, Outcome::continued, Ending::pair},
    ReasonRow{"extended", {"продление", "extended"}, Outcome::continued, Ending::pair},
    ReasonRow{"cancelled", {"не состоялась", "did not come about"}, Outcome::cancelled, Ending::pair},
    ReasonRow{"mistake", {"внесено ошибочно", "entered by mistake"}, Outcome::cancelled, Ending::pair},
};

struct TermRow {
  std::string_view id;
  FixedLabel label;
  DayOfYear from;
  DayOfYear until;

  Term term() const { return {*Id<Term>::parse(id), label.label(), from, until}; }
};

/// The quarters and halves of an ordinary school year, without the holidays between them [ours].
constexpr std::array terms_of_edition_1 = {
    TermRow{"t1", {"1 четверть", "1st term"}, {9, 1}, {10, 25}},
    TermRow{"t2", {"2 четверть", "2nd term"}, {11, 4}, {12, 30}},
    TermRow{"t3", {"3 четверть", "3rd term"}, {1, 12}, {3, 27}},
    TermRow{"t4", {"4 четверть", "4th term"}, {4, 6}, {5, 31}},
    TermRow{"h1", {"1 полугодие", "1st half-year"}, {9, 1}, {12, 30}},
    TermRow{"h2", {"2 полугодие", "2nd half-year"}, {1, 12}, {5, 31}},
};

struct PartRow {
  std::string_view id;
  FixedLabel label;

  PlanPart part() const { return {*Id<PlanPart>::parse(id), label.label()}; }
};

/// The stages of the road map (domain §3), [unchecked] beyond their number.
constexpr std::array stages_of_edition_1 = {
    PartRow{"preparation", {"Подготовка условий для запуска", "preparing the launch"}},
    PartRow{"mentee-base", {"Формирование базы наставляемых", "base of mentees"}},
    PartRow{"mentor-base", {"Формирование базы наставников", "base of mentors"}},
    PartRow{"mentor-training", {"Отбор и обучение наставников", "choosing and training mentors"}},
    PartRow{"pairing", {"Формирование пар и групп", "forming pairs and groups"}},
    PartRow{"work", {"Организация работы пар и групп", "work of the pairs"}},
    PartRow{"closing", {"Завершение наставничества", "closing"}},
};

/// The sections of the plans of pairs. Those of pupils were seen in a published plan.
constexpr std::array sections_of_edition_1 = {
    PartRow{"difficulties", {"Анализ трудностей и способы их преодоления", "difficulties and ways out"}},
    PartRow{"development", {"Направления развития", "directions of development"}},
    PartRow{"professional-difficulties", {"Анализ профессиональных трудностей", "professional difficulties"}},
    PartRow{"taking-post", {"Вхождение в должность", "taking up the post"}},
    PartRow{"professional-development", {"Направления профессионального развития", "professional development"}},
};

/// Which of them the plans of a form's pairs have.
struct FormSectionsRow {
  std::string_view form;
  std::string_view sections;  // with commas between them
};
constexpr std::array sections_of_forms_1 = {
    FormSectionsRow{"pupil-pupil", "difficulties,development"},
    FormSectionsRow{"teacher-teacher", "professional-difficulties,taking-post,professional-development"},
};

struct TrainingRow {
  std::string_view id;
  FixedLabel label;
  enum class Means { nothing, trains, course, level } means = Means::nothing;

  TrainingType training() const {
    return {.id = *Id<TrainingType>::parse(id),
            .label = label.label(),
            .trains_mentors = means == Means::trains,
            .is_course = means == Means::course,
            .is_level = means == Means::level};
  }
};

/// Model §6.2 [ours].
constexpr std::array trainings_of_edition_1 = {
    TrainingRow{"mentor-school", {"школа наставников", "mentor school"}, TrainingRow::Means::trains},
    TrainingRow{"course", {"повышение квалификации", "further training course"}, TrainingRow::Means::course},
    TrainingRow{"retraining", {"переподготовка", "retraining"}, TrainingRow::Means::course},
    TrainingRow{"seminar", {"семинар, вебинар", "seminar"}},
    TrainingRow{"open-lesson", {"открытый урок, мастер-класс", "open lesson"}},
    TrainingRow{"contest", {"профессиональный конкурс", "professional contest"}},
    TrainingRow{"publication", {"публикация", "publication"}},
    TrainingRow{"first-category", {"первая категория", "first category"}, TrainingRow::Means::level},
    TrainingRow{"highest-category", {"высшая категория", "highest category"}, TrainingRow::Means::level},
    TrainingRow{
        "mentor-category", {"категория «педагог-наставник»", "category teacher-mentor"}, TrainingRow::Means::level},
    TrainingRow{"methodist-category",
                {"категория «педагог-методист»", "category teacher-methodist"},
                TrainingRow::Means::level},
};

struct TypeRow {
  std::string_view id;
  int most_hours;
};

/// A whole course may be logged as one activity [ours].
constexpr std::array types_of_edition_1 = {TypeRow{"course", 300}, TypeRow{"teaching-guide", 300}};

/// The other names of an entry, with commas between them.
struct OtherNamesRow {
  std::string_view id;
  std::string_view names;
};
constexpr std::array other_names_of_categories_1 = {
    OtherNamesRow{"pupil", "ученик,ученица,школьник,учащийся"},
    OtherNamesRow{"student", "студентка"},
    OtherNamesRow{"young-specialist", "молодой педагог,молодой учитель"},
    OtherNamesRow{"teacher", "учитель,преподаватель"},
};
constexpr std::array other_names_of_types_1 = {
    OtherNamesRow{"class-hour", "классный час"},
    OtherNamesRow{"event-preparation", "подготовка к мероприятию,мероприятие"},
    OtherNamesRow{"volunteering", "волонтёрская акция"},
    OtherNamesRow{"contest-preparation", "подготовка к конкурсу"},
    OtherNamesRow{"olympiad-preparation", "подготовка к олимпиаде,олимпиада"},
    OtherNamesRow{"consultation", "консультация"},
    OtherNamesRow{"lesson-visit", "посещение урока,посещение уроков,урок,уроки"},
    OtherNamesRow{"contest", "конкурс"},
    OtherNamesRow{"workshop", "творческая мастерская,мастерская"},
    OtherNamesRow{"teaching-guide", "методическое пособие,пособие"},
    OtherNamesRow{"excursion", "экскурсия"},
    OtherNamesRow{"discussion", "встреча,дискуссия"},
    OtherNamesRow{"internship", "практика"},
    OtherNamesRow{"traineeship", "стажировка"},
};

std::vector<std::string> other_names(std::span<const OtherNamesRow> rows, std::string_view id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const OtherNamesRow& row) { return row.id == id; });
  return found == rows.end() ? std::vector<std::string>{} : split_at_commas(found->names);
}

}  // namespace

Model model_of_edition(int number) {
  Model model;
  model.edition = number;
  std::transform(reasons_of_edition_1.begin(), reasons_of_edition_1.end(), std::back_inserter(model.reasons),
                 [](const ReasonRow& row) { return row.reason(); });
  std::transform(terms_of_edition_1.begin(), terms_of_edition_1.end(), std::back_inserter(model.terms),
                 [](const TermRow& row) { return row.term(); });
  std::transform(stages_of_edition_1.begin(), stages_of_edition_1.end(), std::back_inserter(model.stages),
                 [](const PartRow& row) { return row.part(); });
  std::transform(sections_of_edition_1.begin(), sections_of_edition_1.end(), std::back_inserter(model.sections),
                 [](const PartRow& row) { return row.part(); });
  std::transform(trainings_of_edition_1.begin(), trainings_of_edition_1.end(), std::back_inserter(model.trainings),
                 [](const TrainingRow& row) { return row.training(); });
  return model;
}

std::optional<int> most_hours_of_edition(int, const Id<ActivityType>& type) {
  const auto* const found = std::find_if(types_of_edition_1.begin(), types_of_edition_1.end(),
                                         [&](const TypeRow& row) { return type == *Id<ActivityType>::parse(row.id); });
  return found == types_of_edition_1.end() ? std::nullopt : std::optional{found->most_hours};
}

std::vector<Id<PlanPart>> sections_of_edition(int, const Id<Form>& form) {
  std::vector<Id<PlanPart>> sections;
  for (const FormSectionsRow& row : sections_of_forms_1) {
    for (const std::string& section :
         form.to_string() == row.form ? split_at_commas(row.sections) : std::vector<std::string>{}) {
      sections.push_back(*Id<PlanPart>::parse(section));
    }
  }
  return sections;
}

std::vector<std::string> other_names_of_edition(int, const Id<Category>& category) {
  return other_names(other_names_of_categories_1, category.to_string());
}
std::vector<std::string> other_names_of_edition(int, const Id<ActivityType>& type) {
  return other_names(other_names_of_types_1, type.to_string());
}

}  // namespace mentor
