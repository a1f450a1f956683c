#include "mentor/edition.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "instruments_of_edition.hpp"
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

/// An entry that has a name and nothing else.
template <class Entry>
struct NamedRow {
  std::string_view id;
  FixedLabel label;

  Entry entry() const { return {*Id<Entry>::parse(id), label.label()}; }
};
using PartRow = NamedRow<PlanPart>;

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

/// Model §6.2 [ours].
constexpr std::array resources_of_edition_1 = {
    NamedRow<ResourceType>{"room", {"помещение", "room"}},
    NamedRow<ResourceType>{"equipment", {"оборудование", "equipment"}},
    NamedRow<ResourceType>{"materials", {"расходные материалы", "materials"}},
    NamedRow<ResourceType>{"methods", {"методические материалы", "teaching aids"}},
    NamedRow<ResourceType>{"access", {"программное обеспечение, доступ", "software and access"}},
    NamedRow<ResourceType>{"money", {"средства", "money"}},
    NamedRow<ResourceType>{"people", {"специалисты, часы", "staff and hours"}},
};

/// The indicators of Р-145 with their targets (domain §5.1) [unchecked].
struct IndicatorRow {
  std::string_view id;
  FixedLabel label;
  Counted count;
  std::string_view category;
  std::string_view ages;
  std::string_view of;
  std::array<int, 5> targets;  // in percent, from 2020 on

  Indicator indicator() const {
    constexpr int first_year = 2020;
    Indicator made;
    made.id = *Id<Indicator>::parse(id);
    made.label = label.label();
    made.count = count;
    if (const auto one = Id<Category>::parse(category)) {
      made.categories.push_back(*one);
    }
    made.ages = AgeRange::parse(ages);
    made.of = of;
    for (std::size_t index = 0; index < targets.size(); ++index) {
      made.targets.push_back({first_year + static_cast<int>(index), targets[index]});
    }
    return made;
  }
};
constexpr std::array indicators_of_edition_1 = {
    IndicatorRow{"p1",
                 {"доля детей 10–19 лет – наставляемых", "mentees among children of 10–19"},
                 Counted::mentees,
                 "pupil",
                 "10-19",
                 "pupils-10-19",
                 {10, 20, 35, 50, 70}},
    IndicatorRow{"p2",
                 {"доля детей 15–19 лет – наставников", "mentors among children of 15–19"},
                 Counted::mentors,
                 "pupil",
                 "15-19",
                 "pupils-15-19",
                 {2, 4, 6, 8, 10}},
    IndicatorRow{"p3",
                 {"доля молодых специалистов – наставляемых", "mentees among young specialists"},
                 Counted::mentees,
                 "young-specialist",
                 "",
                 "young-specialists",
                 {10, 20, 35, 50, 70}},
    IndicatorRow{"p4",
                 {"доля предприятий, давших наставников", "enterprises that gave mentors"},
                 Counted::organizations,
                 "employer",
                 "",
                 "enterprises",
                 {2, 4, 10, 20, 30}},
    IndicatorRow{"p5",
                 {"удовлетворённость наставляемых", "satisfied mentees"},
                 Counted::satisfied_mentees,
                 "",
                 "",
                 surveyed,
                 {50, 55, 60, 70, 85}},
    IndicatorRow{"p6",
                 {"удовлетворённость наставников", "satisfied mentors"},
                 Counted::satisfied_mentors,
                 "",
                 "",
                 surveyed,
                 {50, 55, 60, 70, 85}},
};

/// Model §6.2, kinds of mentoring (АЗ-1128/08) [unchecked].
struct KindRow {
  std::string_view id;
  FixedLabel label;
  enum class Means { nothing, group, brief, peers } means = Means::nothing;

  PairKind kind() const {
    return {.id = *Id<PairKind>::parse(id),
            .label = label.label(),
            .is_group = means == Means::group,
            .is_short = means == Means::brief,
            .is_among_peers = means == Means::peers};
  }
};
constexpr std::array kinds_of_edition_1 = {
    KindRow{"individual", {"индивидуальное (традиционное)", "individual"}},
    KindRow{"group", {"групповое", "group"}, KindRow::Means::group},
    KindRow{"virtual", {"виртуальное (дистанционное)", "virtual"}},
    KindRow{"short-term", {"краткосрочное", "short-term"}, KindRow::Means::brief},
    KindRow{"reverse", {"реверсивное", "reverse"}, KindRow::Means::peers},
    KindRow{"situational", {"ситуационное", "situational"}, KindRow::Means::brief},
    KindRow{"speed", {"скоростное", "speed"}, KindRow::Means::brief},
};

/// What the form with this id has if program.yaml does not say it. Commas separate the kinds, and the sections.
/// `months` is how long its pairs last.
struct FormRow {
  std::string_view form;
  std::string_view kinds;
  std::string_view sections;
  std::string_view months;
};
constexpr std::array forms_of_edition_1 = {
    FormRow{"pupil-pupil", "individual,group", "difficulties,development", "0-12"},
    FormRow{"teacher-teacher", "individual,virtual,group,short-term,reverse,situational,speed",
            "professional-difficulties,taking-post,professional-development", "3-12"},
    FormRow{"student-pupil", "individual,group", "difficulties,development", "0-12"},
    FormRow{"employer-pupil", "individual,group", "difficulties,development", "0-12"},
    FormRow{"employer-student", "individual,group,short-term", "difficulties,development", "0-12"},
};

/// The role models of the forms (domain §1.3). Those of pupils and teachers were seen; the others are [unchecked].
struct RoleModelRow {
  std::string_view form;
  std::string_view id;
  FixedLabel label;
  bool is_among_peers = false;
};
constexpr std::array role_models_of_edition_1 = {
    RoleModelRow{"pupil-pupil", "achiever-underachiever", {"успевающий – неуспевающий", "achiever – underachiever"}},
    RoleModelRow{"pupil-pupil", "leader-passive", {"лидер – пассивный", "leader – passive"}},
    RoleModelRow{"pupil-pupil", "peers", {"равный – равному", "equal to equal"}, true},
    RoleModelRow{"pupil-pupil", "adapted-unadapted", {"адаптированный – неадаптированный", "adapted – unadapted"}},
    RoleModelRow{"teacher-teacher",
                 "experienced-young",
                 {"опытный учитель – молодой специалист", "experienced teacher – young specialist"}},
    RoleModelRow{"teacher-teacher",
                 "leader-struggling",
                 {"лидер педагогического сообщества – педагог, испытывающий проблемы", "leader – struggling teacher"}},
    RoleModelRow{"teacher-teacher",
                 "innovator-conservative",
                 {"педагог-новатор – консервативный педагог", "innovator – conservative"},
                 true},
    RoleModelRow{
        "teacher-teacher", "expert-novice", {"опытный предметник – неопытный предметник", "subject expert – novice"}},
    RoleModelRow{"student-pupil", "achiever-underachiever", {"успевающий – неуспевающий", "achiever – underachiever"}},
    RoleModelRow{"student-pupil", "leader-indifferent", {"лидер – равнодушный", "leader – indifferent"}},
    RoleModelRow{"student-pupil", "equal-other", {"равный – другому", "equal to another"}, true},
    RoleModelRow{"student-pupil", "curator-author", {"куратор – автор проекта", "curator – author of a project"}},
    RoleModelRow{"employer-pupil",
                 "professional-consumer",
                 {"активный профессионал – равнодушный потребитель", "active professional – indifferent consumer"}},
    RoleModelRow{
        "employer-pupil", "colleague-young-colleague", {"коллега – молодой коллега", "colleague – young colleague"}},
    RoleModelRow{
        "employer-pupil", "employer-employee", {"работодатель – будущий сотрудник", "employer – future employee"}},
    RoleModelRow{"employer-student",
                 "professional-consumer",
                 {"активный профессионал – равнодушный потребитель", "active professional – indifferent consumer"}},
    RoleModelRow{"employer-student",
                 "professional-chooser",
                 {"успешный профессионал – студент, выбирающий профессию", "professional – student who is choosing"}},
    RoleModelRow{"employer-student",
                 "colleague-future-colleague",
                 {"коллега – будущий коллега", "colleague – future colleague"}},
    RoleModelRow{
        "employer-student", "employer-employee", {"работодатель – будущий сотрудник", "employer – future employee"}},
};

/// Beginnings of words about health and family that no text of the records should hold [ours]: 152-ФЗ, ст. 10.
constexpr std::array<std::string_view, 10> private_words_of_edition_1 = {
    "ОВЗ", "ЗПР", "инвалид", "диагноз", "ВШУ", "на внутришкольном", "КДН", "на учёте", "неблагополучн", "ТЖС"};

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

struct DocumentRow {
  std::string_view id;
  FixedLabel label;
  Subject of = Subject::person;
  std::optional<AskedOf> asked_of = {};
  std::optional<Signer> signer = {};
  Severity severity = Severity::warning;
  std::optional<bool> required = {};
  std::array<std::string_view, 2> categories = {};
  std::string_view since = {};
  std::optional<int> months = {};
  std::string_view renew_before = {};
  bool approves = false;
  bool publishes = false;

  DocumentType document() const {
    DocumentType type{.id = *Id<DocumentType>::parse(id),
                      .label = label.label(),
                      .of = of,
                      .asked_of = asked_of,
                      .signer = signer,
                      .severity = severity,
                      .required = required,
                      .since = Date::parse(since),
                      .months = months,
                      .approves = approves,
                      .publishes = publishes,
                      .renew_before = Date::parse(renew_before)};
    for (const std::string_view category : categories) {
      if (const auto known = Id<Category>::parse(category)) {
        type.categories.push_back(*known);
      }
    }
    return type;
  }
};

/// Model §6.2. Consents: 152-ФЗ and 156-ФЗ; a teacher's agreement: ст. 351.8 ТК; the others [ours].
constexpr std::array documents_of_edition_1 = {
    DocumentRow{.id = "processing-consent",
                .label = {"согласие на обработку персональных данных", "consent to processing"},
                .asked_of = AskedOf::all,
                .signer = Signer::representative,
                .severity = Severity::error,
                .renew_before = "2025-09-01"},
    DocumentRow{.id = "participation-consent",
                .label = {"согласие представителя на участие", "parent's consent to take part"},
                .asked_of = AskedOf::minor,
                .signer = Signer::representative,
                .severity = Severity::error},
    DocumentRow{.id = "distribution-consent",
                .label = {"согласие на распространение данных", "consent to distribution"},
                .signer = Signer::representative,
                .required = false,
                .publishes = true},
    DocumentRow{
        .id = "mentor-consent",
        .label = {"согласие педагога и дополнительное соглашение (ст. 351.8 ТК)", "teacher's consent and agreement"},
        .asked_of = AskedOf::mentor,
        .categories = {"teacher"},
        .since = "2025-03-01"},
    DocumentRow{.id = "mentor-approval",
                .label = {"включение в реестр наставников", "approval as mentor"},
                .of = Subject::people,
                .asked_of = AskedOf::mentor,
                .approves = true},
    DocumentRow{.id = "record-check",
                .label = {"справка об отсутствии судимости", "certificate of no criminal record"},
                .asked_of = AskedOf::mentor,
                .categories = {"graduate", "employer"},
                .months = 12},
    DocumentRow{.id = "order", .label = {"приказ о закреплении пар", "order on pairs"}, .of = Subject::pairs},
    DocumentRow{.id = "agreement",
                .label = {"соглашение наставника и наставляемого", "agreement"},
                .of = Subject::pairs,
                .required = false},
    DocumentRow{.id = "interview", .label = {"лист собеседования", "interview"}, .required = false},
    DocumentRow{.id = "award", .label = {"поощрение", "award"}, .of = Subject::people, .required = false},
    DocumentRow{.id = "school-act",
                .label = {"локальный акт школы", "school's act"},
                .of = Subject::program,
                .required = false},
};

/// Model §12. The first stages were compared with five published road maps; stages 3 to 7 are [unchecked], the days
/// [ours].
constexpr std::array roadmap_of_edition_1 = {
    RoadmapRow{"preparation",
               {9, 5},
               {"Изучить Р-145, методические рекомендации, письма региона; собрать папку и шаблоны",
                "Study R-145, the methods and the region's letters; gather a folder and templates"},
               {"куратор", "curator"},
               {"папка документов", "folder of documents"}},
    RoadmapRow{"preparation",
               {9, 5},
               {"Утвердить состав рабочей группы", "Appoint the working group"},
               {"директор", "head"},
               {"приказ", "order"}},
    RoadmapRow{"preparation",
               {9, 10},
               {"Приказ о внедрении целевой модели и о кураторе",
                "Order on the launch of the target model and on the curator"},
               {"директор", "head"},
               {"приказ", "order"}},
    RoadmapRow{"preparation",
               {9, 15},
               {"Положение о наставничестве", "Regulation on mentoring"},
               {"куратор", "curator"},
               {"положение", "regulation"}},
    RoadmapRow{"preparation",
               {9, 15},
               {"Дорожная карта на учебный год", "Road map for the school year"},
               {"куратор", "curator"},
               {"дорожная карта", "road map"}},
    RoadmapRow{"preparation",
               {9, 20},
               {"Программы наставничества по формам", "Programs of mentoring by form"},
               {"рабочая группа", "working group"},
               {"программы", "programs"}},
    RoadmapRow{"preparation",
               {9, 20},
               {"Назначить ответственного за материально-техническое обеспечение, составить перечень ресурсов",
                "Appoint who answers for material support, list the resources"},
               {"директор", "head"},
               {"приказ, перечень", "order, list"}},
    RoadmapRow{"preparation",
               {9, 25},
               {"Информировать педагогов, обучающихся, родителей; раздел на сайте",
                "Inform teachers, pupils and parents; a page on the site"},
               {"куратор", "curator"},
               {"протоколы, страница", "minutes, page"}},
    RoadmapRow{"mentee-base",
               {9, 25},
               {"Собрать запросы: анкеты, классные руководители, психолог",
                "Collect requests: questionnaires, class teachers, psychologist"},
               {"куратор", "curator"},
               {"запросы", "requests"}},
    RoadmapRow{"mentee-base",
               {9, 25},
               {"Собрать согласия представителей и педагогов", "Collect consents of parents and teachers"},
               {"классные руководители", "class teachers"},
               {"согласия", "consents"}},
    RoadmapRow{"mentee-base",
               {9, 30},
               {"Сформировать базу наставляемых", "Make the base of mentees"},
               {"куратор", "curator"},
               {"база наставляемых", "base of mentees"}},
    RoadmapRow{"mentor-base",
               {9, 25},
               {"Пригласить наставников: встречи, анкеты", "Invite mentors: meetings, questionnaires"},
               {"куратор", "curator"},
               {"анкеты", "questionnaires"}},
    RoadmapRow{"mentor-base",
               {9, 30},
               {"Сформировать базу наставников", "Make the base of mentors"},
               {"куратор", "curator"},
               {"база наставников", "base of mentors"}},
    RoadmapRow{"mentor-training",
               {10, 5},
               {"Отобрать наставников, утвердить реестр", "Choose mentors, approve the register"},
               {"рабочая группа", "working group"},
               {"реестр, приказ", "register, order"}},
    RoadmapRow{"mentor-training",
               {10, 10},
               {"Обучить наставников («Школа наставников»)", "Train the mentors (mentor school)"},
               {"куратор", "curator"},
               {"программа, журнал", "programme, journal"}},
    RoadmapRow{"pairing",
               {10, 10},
               {"Общая встреча наставников и наставляемых, анкета предпочтений",
                "Meeting of mentors and mentees, questionnaire of preferences"},
               {"куратор", "curator"},
               {"анкеты", "questionnaires"}},
    RoadmapRow{
        "pairing",
        {10, 15},
        {"Закрепить пары и группы приказом, подписать соглашения", "Fix pairs and groups by order, sign agreements"},
        {"директор", "head"},
        {"приказ, соглашения", "order, agreements"}},
    RoadmapRow{"pairing",
               {10, 20},
               {"Анкетирование «до», анкета куратора", "Questionnaires before, curator's sheet"},
               {"куратор", "curator"},
               {"анкеты", "questionnaires"}},
    RoadmapRow{"work",
               {10, 25},
               {"Встречи-знакомства и пробные встречи пар", "First and trial meetings of the pairs"},
               {"наставники", "mentors"},
               {"журнал", "journal"}},
    RoadmapRow{"work",
               {10, 30},
               {"Персонализированные программы, планы пар", "Personalized programs, plans of pairs"},
               {"наставники", "mentors"},
               {"планы", "plans"}},
    RoadmapRow{"work",
               {12, 25},
               {"Контроль: связь куратора с обеими сторонами каждой пары",
                "Check: the curator in touch with both sides of each pair"},
               {"куратор", "curator"},
               {"журнал куратора", "curator's journal"}},
    RoadmapRow{"work",
               {1, 20},
               {"Промежуточный контроль, справка за полугодие", "Check at half-year, note"},
               {"куратор", "curator"},
               {"справка", "note"}},
    RoadmapRow{"work",
               {2, 28},
               {"Семинар для наставников", "Seminar for mentors"},
               {"куратор", "curator"},
               {"материалы", "materials"}},
    RoadmapRow{"closing",
               {5, 15},
               {"Итоговые встречи пар", "Final meetings of the pairs"},
               {"наставники", "mentors"},
               {"журнал", "journal"}},
    RoadmapRow{"closing",
               {5, 20},
               {"Анкетирование «после», анкета куратора, SWOT", "Questionnaires after, curator's sheet, SWOT"},
               {"куратор", "curator"},
               {"анкеты", "questionnaires"}},
    RoadmapRow{"closing",
               {5, 25},
               {"Итоговое мероприятие, поощрение", "Closing event, awards"},
               {"директор", "head"},
               {"приказ", "order"}},
    RoadmapRow{"closing",
               {5, 30},
               {"Описать лучшие практики, опубликовать с согласия", "Describe best practices, publish with consent"},
               {"куратор", "curator"},
               {"карточки, ссылки", "cards, links"}},
    RoadmapRow{"closing",
               {6, 10},
               {"Отчёт о реализации, показатели", "Report on the program, indicators"},
               {"куратор", "curator"},
               {"отчёт", "report"}},
    RoadmapRow{"closing",
               {6, 15},
               {"Отметки в базах; предложить наставляемым стать наставниками",
                "Marks in the bases; ask mentees to become mentors"},
               {"куратор", "curator"},
               {"базы", "bases"}},
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
    OtherNamesRow{"pupil", "ученик,ученица,школьник,школьница,учащийся,учащаяся,обучающаяся"},
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
constexpr std::array other_names_of_trainings_1 = {
    OtherNamesRow{"course", "курсы,курсы повышения квалификации"},
    OtherNamesRow{"retraining", "профессиональная переподготовка"},
    OtherNamesRow{"open-lesson", "мастер-класс"},
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
  const auto entry_of = [](const auto& row) { return row.entry(); };
  std::transform(stages_of_edition_1.begin(), stages_of_edition_1.end(), std::back_inserter(model.stages), entry_of);
  std::transform(sections_of_edition_1.begin(), sections_of_edition_1.end(), std::back_inserter(model.sections),
                 entry_of);
  std::transform(resources_of_edition_1.begin(), resources_of_edition_1.end(), std::back_inserter(model.resources),
                 entry_of);
  std::transform(trainings_of_edition_1.begin(), trainings_of_edition_1.end(), std::back_inserter(model.trainings),
                 [&](const TrainingRow& row) {
                   TrainingType training = row.training();
                   training.also = {other_names_of_edition(number, training.id), true};
                   return training;
                 });
  std::transform(documents_of_edition_1.begin(), documents_of_edition_1.end(), std::back_inserter(model.documents),
                 [](const DocumentRow& row) { return row.document(); });
  std::transform(kinds_of_edition_1.begin(), kinds_of_edition_1.end(), std::back_inserter(model.kinds),
                 [](const KindRow& row) { return row.kind(); });
  std::transform(indicators_of_edition_1.begin(), indicators_of_edition_1.end(), std::back_inserter(model.indicators),
                 [](const IndicatorRow& row) { return row.indicator(); });
  model.scales = scales_of_edition_1();
  model.instruments = instruments_of_edition_1();
  model.private_words.assign(private_words_of_edition_1.begin(), private_words_of_edition_1.end());
  return model;
}

std::optional<int> most_hours_of_edition(int, const Id<ActivityType>& type) {
  const auto* const found = std::find_if(types_of_edition_1.begin(), types_of_edition_1.end(),
                                         [&](const TypeRow& row) { return type == *Id<ActivityType>::parse(row.id); });
  return found == types_of_edition_1.end() ? std::nullopt : std::optional{found->most_hours};
}

std::span<const RoadmapRow> roadmap_of_edition(int) { return roadmap_of_edition_1; }

void add_what_edition_says(int, Form& form) {
  const std::string id = form.id.to_string();
  for (const RoleModelRow& row : role_models_of_edition_1) {
    if (row.form == id) {
      form.role_models.push_back({.id = *Id<RoleModel>::parse(row.id),
                                  .label = row.label.label(),
                                  .is_among_peers = row.is_among_peers,
                                  .of_edition = true});
    }
  }
  const auto* const row = std::find_if(forms_of_edition_1.begin(), forms_of_edition_1.end(),
                                       [&](const FormRow& one) { return one.form == id; });
  if (row == forms_of_edition_1.end()) {
    return;
  }
  for (const std::string& kind : split_at_commas(row->kinds)) {
    form.kinds.push_back(*Id<PairKind>::parse(kind));
  }
  for (const std::string& section : split_at_commas(row->sections)) {
    form.sections.push_back(*Id<PlanPart>::parse(section));
  }
  form.months = MonthRange::parse(row->months);
  form.of_edition = {true, true, true};
}

std::vector<std::string> other_names_of_edition(int, const Id<Category>& category) {
  return other_names(other_names_of_categories_1, category.to_string());
}
std::vector<std::string> other_names_of_edition(int, const Id<ActivityType>& type) {
  return other_names(other_names_of_types_1, type.to_string());
}
std::vector<std::string> other_names_of_edition(int, const Id<TrainingType>& type) {
  return other_names(other_names_of_trainings_1, type.to_string());
}

}  // namespace mentor
