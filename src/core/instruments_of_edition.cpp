#include "instruments_of_edition.hpp"

#include <array>
#include <span>
#include <string_view>

namespace mentor {

namespace {

/// A question of the edition. A stage without a text does not ask it.
struct QuestionRow {
  std::string_view id;
  std::string_view scale;
  bool tells_satisfaction = false;
  FixedLabel before = {};
  FixedLabel day_30 = {};
  FixedLabel after = {};
  FixedLabel exit = {};

  Question question() const {
    Question made{.id = *Id<Question>::parse(id),
                  .scale = *AnswerScale::parse(scale),
                  .tells_satisfaction = tells_satisfaction,
                  .wordings = {}};
    const auto add = [&](SurveyStage stage, const FixedLabel& text) {
      if (!text.ru.empty()) {
        made.wordings.push_back({stage, text.label()});
      }
    };
    add(SurveyStage::before, before);
    add(SurveyStage::day_30, day_30);
    add(SurveyStage::after, after);
    add(SurveyStage::exit, exit);
    return made;
  }
};

// Questions of more than one questionnaire.
constexpr QuestionRow known{
    .id = "known",
    .scale = "yes-no",
    .before = {"Сталкивались ли Вы раньше с программой наставничества?", "Have you met a mentoring program before?"}};
constexpr QuestionRow where{.id = "where", .scale = "text", .before = {"Если да, то где?", "If so, where?"}};
constexpr QuestionRow hopes{.id = "hopes",
                            .scale = "text",
                            .before = {"Что Вы ожидаете от программы и какой видите свою роль?",
                                       "What do you expect of the program, and of your part in it?"}};
constexpr QuestionRow valuable{
    .id = "valuable",
    .scale = "text",
    .before = {"Что для Вас особенно ценно в программе?", "What do you value most in the program?"},
    .after = {"Что для Вас было особенно ценно в программе?", "What did you value most in the program?"}};
constexpr QuestionRow missing{.id = "missing",
                              .scale = "text",
                              .after = {"Чего Вам не хватило в программе, что хотелось бы изменить?",
                                        "What did you miss, and what would you change?"}};
constexpr QuestionRow met{.id = "met",
                          .scale = "1-10",
                          .after = {"Насколько оправдались Ваши ожидания?", "How far were your expectations met?"}};
constexpr QuestionRow goes_on{
    .id = "continue",
    .scale = "yes-no",
    .after = {"Хотели бы Вы продолжить работу в программе наставничества?", "Would you like to go on in the program?"}};
constexpr QuestionRow become_mentor{
    .id = "become-mentor",
    .scale = "yes-no",
    .after = {"Планируете ли Вы стать наставником в будущем?", "Do you plan to become a mentor?"}};
constexpr QuestionRow fit{.id = "fit",
                          .scale = "yes-no",
                          .day_30 = {"Подходите ли Вы друг другу, получается ли работать вместе?",
                                     "Do you suit each other, and does the work go well?"}};
constexpr QuestionRow why{
    .id = "why",
    .scale = "text",
    .exit = {"Почему работа в паре завершается раньше срока?", "Why does the pair end before its time?"}};
constexpr QuestionRow glad{.id = "glad",
                           .scale = "yes-no",
                           .before = {"Рады ли Вы, что участвуете в программе?", "Are you glad to take part?"}};
constexpr QuestionRow frequency{.id = "frequency",
                                .scale = "frequency",
                                .before = {"Как часто Вы ожидаете мероприятия по развитию навыков?",
                                           "How often do you expect events that develop skills?"},
                                .after = {"Как часто проводились мероприятия по развитию навыков?",
                                          "How often were there events that develop skills?"}};

constexpr std::array pupil_mentee_questions = {
    known,
    where,
    QuestionRow{
        .id = "comfort",
        .scale = "1-10",
        .before = {"Насколько комфортным Вам представляется общение с наставником?",
                   "How comfortable do you expect to be with your mentor?"},
        .after = {"Насколько комфортным было общение с наставником?", "How comfortable were you with your mentor?"}},
    QuestionRow{
        .id = "personal-meetings",
        .scale = "1-10",
        .before = {"Насколько полезными и интересными будут личные встречи?",
                   "How useful will the personal meetings be?"},
        .after = {"Насколько полезными и интересными были личные встречи?", "How useful were the personal meetings?"}},
    QuestionRow{
        .id = "group-meetings",
        .scale = "1-10",
        .before = {"Насколько полезными и интересными будут групповые встречи?",
                   "How useful will the group meetings be?"},
        .after = {"Насколько полезными и интересными были групповые встречи?", "How useful were the group meetings?"}},
    QuestionRow{.id = "support",
                .scale = "1-10",
                .before = {"Какой уровень поддержки Вы ожидаете от наставника?",
                           "How much support do you expect of your mentor?"},
                .after = {"Насколько Вы ощущали поддержку наставника?", "How much support did you feel?"}},
    QuestionRow{.id = "help",
                .scale = "1-10",
                .before = {"Насколько Вы нуждаетесь в помощи наставника?", "How much do you need your mentor's help?"},
                .after = {"Насколько полезной была помощь наставника?", "How useful was your mentor's help?"}},
    QuestionRow{.id = "plan",
                .scale = "1-10",
                .before = {"Насколько понятным должен быть план, выстроенный наставником?",
                           "How clear should your mentor's plan be?"},
                .after = {"Насколько понятным был план работы с наставником?", "How clear was the plan of your work?"}},
    QuestionRow{.id = "safety",
                .scale = "1-10",
                .before = {"Насколько Вам важно ощущение безопасности при работе с наставником?",
                           "How much does it matter to feel safe with your mentor?"},
                .after = {"Насколько безопасно Вы чувствовали себя при работе с наставником?",
                          "How safe did you feel with your mentor?"}},
    QuestionRow{.id = "expectations",
                .scale = "1-10",
                .before = {"Насколько Вам важно обсудить и зафиксировать ожидания наставника?",
                           "How much does it matter to settle what your mentor expects?"},
                .after = {"Насколько Вам было понятно, чего ждёт от Вас наставник?",
                          "How clear was it what your mentor expected of you?"}},
    QuestionRow{.id = "change",
                .scale = "1-10",
                .before = {"Насколько сильных перемен в своей жизни Вы ждёте после завершения проекта?",
                           "How much do you expect your life to change after the project?"}},
    QuestionRow{.id = "usefulness",
                .scale = "1-10",
                .before = {"Насколько полезным будет проект для Вас и Вашего наставника?",
                           "How useful will the project be for you and your mentor?"}},
    hopes,
    QuestionRow{.id = "together",
                .scale = "1-10",
                .tells_satisfaction = true,
                .after = {"Насколько Вы довольны совместной работой?", "How content are you with your work together?"}},
    QuestionRow{.id = "outcome",
                .scale = "1-10",
                .after = {"Насколько Вы довольны результатом?", "How content are you with the outcome?"}},
    met,
    valuable,
    missing,
    glad,
    goes_on,
    become_mentor,
    fit,
    why,
};

constexpr std::array pupil_mentor_questions = {
    known,
    where,
    QuestionRow{
        .id = "comfort",
        .scale = "1-10",
        .before = {"Насколько комфортным Вам представляется общение с наставляемым?",
                   "How comfortable do you expect to be with your mentee?"},
        .after = {"Насколько комфортным было общение с наставляемым?", "How comfortable were you with your mentee?"}},
    QuestionRow{
        .id = "leadership",
        .scale = "1-10",
        .before = {"Насколько Вы сможете реализовать свои лидерские качества?", "How far will you be able to lead?"},
        .after = {"Насколько Вы смогли реализовать свои лидерские качества?", "How far were you able to lead?"}},
    QuestionRow{
        .id = "group-meetings",
        .scale = "1-10",
        .before = {"Насколько полезными и интересными будут групповые встречи?",
                   "How useful will the group meetings be?"},
        .after = {"Насколько полезными и интересными были групповые встречи?", "How useful were the group meetings?"}},
    QuestionRow{
        .id = "personal-meetings",
        .scale = "1-10",
        .before = {"Насколько полезными и интересными будут личные встречи?",
                   "How useful will the personal meetings be?"},
        .after = {"Насколько полезными и интересными были личные встречи?", "How useful were the personal meetings?"}},
    QuestionRow{.id = "planning",
                .scale = "1-10",
                .before = {"Насколько Вам удастся спланировать работу?", "How well will you be able to plan the work?"},
                .after = {"Насколько Вам удалось спланировать работу?", "How well were you able to plan the work?"}},
    QuestionRow{.id = "plan-done",
                .scale = "1-10",
                .before = {"Насколько Вам удастся осуществить план?", "How much of the plan will you carry out?"},
                .after = {"Насколько Вам удалось осуществить план?", "How much of the plan did you carry out?"}},
    QuestionRow{.id = "involvement",
                .scale = "1-10",
                .before = {"Насколько наставляемый будет включён в работу?", "How involved will your mentee be?"},
                .after = {"Насколько наставляемый был включён в работу?", "How involved was your mentee?"}},
    QuestionRow{.id = "together",
                .scale = "1-10",
                .tells_satisfaction = true,
                .before = {"Насколько Вы будете довольны совместной работой?",
                           "How content do you expect to be with your work together?"},
                .after = {"Насколько Вы довольны совместной работой?", "How content are you with your work together?"}},
    QuestionRow{.id = "usefulness",
                .scale = "1-10",
                .before = {"Насколько полезным будет проект для Вас и Вашего наставляемого?",
                           "How useful will the project be for you and your mentee?"},
                .after = {"Насколько полезным был проект для Вас и Вашего наставляемого?",
                          "How useful was the project for you and your mentee?"}},
    hopes,
    QuestionRow{.id = "liked",
                .scale = "1-10",
                .after = {"Насколько Вам понравилась работа наставником?", "How much did you like being a mentor?"}},
    QuestionRow{.id = "wish",
                .scale = "yes-no",
                .after = {"Возникло ли у Вас желание и дальше быть наставником?", "Do you wish to stay a mentor?"}},
    QuestionRow{.id = "training-enough",
                .scale = "yes-no",
                .after = {"Было ли достаточным и понятным обучение в «Школе наставников»?",
                          "Was the mentor school enough, and clear?"}},
    met,
    valuable,
    missing,
    glad,
    goes_on,
    fit,
    why,
};

constexpr std::array teacher_mentee_questions = {
    known,
    where,
    QuestionRow{.id = "effectiveness",
                .scale = "1-10",
                .before = {"Какой эффективности программы наставничества Вы ожидаете?",
                           "How effective do you expect the program to be?"},
                .after = {"Насколько эффективной была программа наставничества?", "How effective was the program?"}},
    QuestionRow{.id = "comfort",
                .scale = "1-10",
                .before = {"Какой уровень комфорта в программе Вы ожидаете?",
                           "How comfortable do you expect to be in the program?"},
                .after = {"Насколько комфортно Вам было в программе?", "How comfortable were you in the program?"}},
    QuestionRow{.id = "organisation",
                .scale = "1-10",
                .before = {"Какого качества организационных мероприятий (знакомство с коллективом, рабочим местом, "
                           "обязанностями) Вы ожидаете?",
                           "How good do you expect the introduction to staff, workplace and duties to be?"},
                .after = {"Насколько качественными были организационные мероприятия (знакомство с коллективом, рабочим "
                          "местом, обязанностями)?",
                          "How good was the introduction to staff, workplace and duties?"}},
    QuestionRow{.id = "adaptation-use",
                .scale = "1-10",
                .before = {"Насколько полезной будет программа профессиональной и должностной адаптации?",
                           "How useful will the programme of adaptation be?"},
                .after = {"Насколько полезной была программа профессиональной и должностной адаптации?",
                          "How useful was the programme of adaptation?"}},
    QuestionRow{
        .id = "events",
        .scale = "1-10",
        .before = {"Какой пользы Вы ждёте от мероприятий по развитию навыков (открытые уроки, семинары, конкурсы)?",
                   "How much do you expect of events that develop skills (open lessons, seminars, contests)?"},
        .after = {"Насколько полезными были мероприятия по развитию навыков (открытые уроки, семинары, конкурсы)?",
                  "How useful were the events that develop skills (open lessons, seminars, contests)?"}},
    QuestionRow{
        .id = "theory",
        .scale = "1-10",
        .before = {"Какого качества передачи теоретических знаний Вы ожидаете?",
                   "How well do you expect theory to be passed on?"},
        .after = {"Насколько качественно Вам передали теоретические знания?", "How well was theory passed on?"}},
    QuestionRow{.id = "practice",
                .scale = "1-10",
                .before = {"Какого качества передачи практических навыков Вы ожидаете?",
                           "How well do you expect practical skills to be passed on?"},
                .after = {"Насколько качественно Вам передали практические навыки?",
                          "How well were practical skills passed on?"}},
    QuestionRow{.id = "adaptation-quality",
                .scale = "1-10",
                .before = {"Какого качества программы профессиональной адаптации Вы ожидаете?",
                           "How good do you expect the programme of adaptation to be?"},
                .after = {"Насколько качественной была программа профессиональной адаптации?",
                          "How good was the programme of adaptation?"}},
    QuestionRow{
        .id = "support",
        .scale = "1-10",
        .before = {"Насколько Вам важно ощущать поддержку наставника?",
                   "How much does your mentor's support matter to you?"},
        .after = {"Насколько Вы ощущали поддержку наставника?", "How much support of your mentor did you feel?"}},
    QuestionRow{.id = "together",
                .scale = "1-10",
                .tells_satisfaction = true,
                .before = {"Насколько Вам важно быть довольным совместной работой?",
                           "How much does it matter to be content with your work together?"},
                .after = {"Насколько Вы довольны совместной работой?", "How content are you with your work together?"}},
    hopes,
    met,
    valuable,
    missing,
    frequency,
    QuestionRow{.id = "glad",
                .scale = "yes-no",
                .before = {"Рады ли Вы, что участвуете в программе?", "Are you glad to take part?"},
                .after = {"Рады ли Вы, что участвовали в программе?", "Are you glad that you took part?"}},
    goes_on,
    QuestionRow{.id = "stay",
                .scale = "yes-no",
                .after = {"Видите ли Вы своё профессиональное развитие в этой школе в ближайшие 5 лет?",
                          "Do you see your career in this school for the next five years?"}},
    QuestionRow{.id = "culture",
                .scale = "yes-no",
                .after = {"Появилось ли желание активнее участвовать в культурной жизни школы?",
                          "Do you wish to take a greater part in the school's culture?"}},
    QuestionRow{.id = "confidence",
                .scale = "yes-no",
                .after = {"Почувствовали ли Вы прилив уверенности в своих силах?", "Have you grown more confident?"}},
    QuestionRow{.id = "class-results",
                .scale = "yes-no",
                .after = {"Заметили ли Вы рост успеваемости и улучшение поведения в своих классах?",
                          "Have marks and conduct in your classes improved?"}},
    QuestionRow{.id = "fewer-conflicts",
                .scale = "yes-no",
                .after = {"Сократилось ли число конфликтов с педагогами и родителями?",
                          "Are there fewer conflicts with teachers and parents?"}},
    QuestionRow{.id = "writing",
                .scale = "yes-no",
                .after = {"Появилось ли желание писать статьи, вести исследования?",
                          "Do you wish to write papers or do research?"}},
    become_mentor,
    fit,
    why,
};

constexpr std::array teacher_mentor_questions = {
    QuestionRow{.id = "effectiveness",
                .scale = "1-10",
                .before = {"Какой эффективности программы наставничества Вы ожидаете?",
                           "How effective do you expect the program to be?"},
                .after = {"Насколько эффективной была программа наставничества?", "How effective was the program?"}},
    QuestionRow{.id = "comfort",
                .scale = "1-10",
                .before = {"Насколько комфортной Вы ожидаете работу в программе?",
                           "How comfortable do you expect the work to be?"},
                .after = {"Насколько комфортной была работа в программе?", "How comfortable was the work?"}},
    QuestionRow{.id = "organisation",
                .scale = "1-10",
                .before = {"Насколько эффективно будут организованы мероприятия для наставляемого?",
                           "How well will the events for the mentee be organised?"},
                .after = {"Насколько эффективно были организованы мероприятия для наставляемого?",
                          "How well were the events for the mentee organised?"}},
    QuestionRow{.id = "adaptation",
                .scale = "1-10",
                .before = {"Насколько эффективной будет адаптация наставляемого?", "How well will the mentee adapt?"},
                .after = {"Насколько эффективной была адаптация наставляемого?", "How well did the mentee adapt?"}},
    QuestionRow{.id = "theory",
                .scale = "1-10",
                .before = {"Насколько хорошо наставляемый освоит теоретические знания?",
                           "How well will the mentee take in theory?"},
                .after = {"Насколько хорошо наставляемый освоил теоретические знания?",
                          "How well did the mentee take in theory?"}},
    QuestionRow{.id = "practice",
                .scale = "1-10",
                .before = {"Насколько хорошо наставляемый освоит практические навыки?",
                           "How well will the mentee take in practical skills?"},
                .after = {"Насколько хорошо наставляемый освоил практические навыки?",
                          "How well did the mentee take in practical skills?"}},
    QuestionRow{.id = "plan-quality",
                .scale = "1-10",
                .before = {"Насколько качественной будет программа адаптации, которую Вы разработаете?",
                           "How good will the programme that you draw up be?"},
                .after = {"Насколько качественной была программа адаптации, которую Вы разработали?",
                          "How good was the programme that you drew up?"}},
    QuestionRow{.id = "involvement",
                .scale = "1-10",
                .before = {"Насколько наставляемый будет включён в работу?", "How involved will the mentee be?"},
                .after = {"Насколько наставляемый был включён в работу?", "How involved was the mentee?"}},
    QuestionRow{
        .id = "together",
        .scale = "1-10",
        .tells_satisfaction = true,
        .before = {"Насколько Вы будете удовлетворены совместной работой?",
                   "How content do you expect to be with your work together?"},
        .after = {"Насколько Вы удовлетворены совместной работой?", "How content are you with your work together?"}},
    hopes,
    met,
    frequency,
    glad,
    goes_on,
    fit,
    why,
};

constexpr std::array curator_sheet_questions = {
    QuestionRow{
        .id = "aims",
        .scale = "0-2",
        .before = {"Соответствие деятельности цели и задачам программы", "What is done serves the aims of the program"},
        .after = {"Соответствие деятельности цели и задачам программы", "What is done serves the aims of the program"}},
    QuestionRow{.id = "principles",
                .scale = "0-2",
                .before = {"Соответствие принципам программы", "It keeps to the principles of the program"},
                .after = {"Соответствие принципам программы", "It keeps to the principles of the program"}},
    QuestionRow{.id = "approaches",
                .scale = "0-2",
                .before = {"Соответствие современным подходам и технологиям", "It keeps to modern approaches"},
                .after = {"Соответствие современным подходам и технологиям", "It keeps to modern approaches"}},
    QuestionRow{.id = "climate",
                .scale = "0-2",
                .before = {"Психологический климат", "The climate is good"},
                .after = {"Психологический климат", "The climate is good"}},
    QuestionRow{.id = "logic",
                .scale = "0-2",
                .before = {"Логичность деятельности наставника, понимание ситуации наставляемого",
                           "Mentors act with reason and understand their mentees"},
                .after = {"Логичность деятельности наставника, понимание ситуации наставляемого",
                          "Mentors act with reason and understand their mentees"}},
    QuestionRow{.id = "participants-satisfied",
                .scale = "0-2",
                .before = {"Удовлетворённость всех участников", "All participants are satisfied"},
                .after = {"Удовлетворённость всех участников", "All participants are satisfied"}},
    QuestionRow{.id = "partners-satisfied",
                .scale = "0-2",
                .before = {"Удовлетворённость партнёров", "Partners are satisfied"},
                .after = {"Удовлетворённость партнёров", "Partners are satisfied"}},
    QuestionRow{.id = "interest",
                .scale = "0-2",
                .before = {"Активность и заинтересованность участников", "Participants are active and interested"},
                .after = {"Активность и заинтересованность участников", "Participants are active and interested"}},
    QuestionRow{.id = "application",
                .scale = "0-2",
                .before = {"Применение наставляемым полученных знаний, активная гражданская позиция",
                           "Mentees apply what they learn and take part in public life"},
                .after = {"Применение наставляемым полученных знаний, активная гражданская позиция",
                          "Mentees apply what they learn and take part in public life"}},
};

constexpr std::array swot_questions = {
    QuestionRow{.id = "strengths", .scale = "text", .after = {"Сильные стороны", "Strengths"}},
    QuestionRow{.id = "weaknesses", .scale = "text", .after = {"Слабые стороны", "Weaknesses"}},
    QuestionRow{.id = "opportunities", .scale = "text", .after = {"Возможности", "Opportunities"}},
    QuestionRow{.id = "threats", .scale = "text", .after = {"Угрозы", "Threats"}},
};

constexpr std::array pupil_results_questions = {
    QuestionRow{.id = "clubs",
                .scale = "number",
                .before = {"Посещают кружки и секции, чел.", "Attend clubs and sections, people"},
                .after = {"Посещают кружки и секции, чел.", "Attend clubs and sections, people"}},
    QuestionRow{
        .id = "projects",
        .scale = "number",
        .before = {"Реализовано образовательных и культурных проектов, шт.", "Educational and cultural projects"},
        .after = {"Реализовано образовательных и культурных проектов, шт.", "Educational and cultural projects"}},
    QuestionRow{.id = "registered",
                .scale = "number",
                .before = {"Состоят на учёте, чел.", "On the register, people"},
                .after = {"Состоят на учёте, чел.", "On the register, people"}},
    QuestionRow{.id = "complaints",
                .scale = "number",
                .before = {"Жалобы родителей и педагогов, шт.", "Complaints of parents and teachers"},
                .after = {"Жалобы родителей и педагогов, шт.", "Complaints of parents and teachers"}},
    QuestionRow{.id = "average-mark",
                .scale = "number",
                .before = {"Средняя успеваемость, балл", "Average mark"},
                .after = {"Средняя успеваемость, балл", "Average mark"}},
};

constexpr std::array teacher_results_questions = {
    QuestionRow{.id = "staying",
                .scale = "number",
                .before = {"Желают продолжать работу в школе, чел.", "Wish to stay at the school, people"},
                .after = {"Желают продолжать работу в школе, чел.", "Wish to stay at the school, people"}},
    QuestionRow{.id = "works",
                .scale = "number",
                .before = {"Собственные профессиональные работы, шт.", "Professional works of their own"},
                .after = {"Собственные профессиональные работы, шт.", "Professional works of their own"}},
    QuestionRow{.id = "contests",
                .scale = "number",
                .before = {"Участие в профессиональных конкурсах, чел.", "Took part in professional contests, people"},
                .after = {"Участие в профессиональных конкурсах, чел.", "Took part in professional contests, people"}},
    QuestionRow{.id = "class-marks",
                .scale = "number",
                .before = {"Успеваемость подшефных классов, балл", "Average mark of their classes"},
                .after = {"Успеваемость подшефных классов, балл", "Average mark of their classes"}},
    QuestionRow{.id = "conflicts",
                .scale = "number",
                .before = {"Конфликты, шт.", "Conflicts"},
                .after = {"Конфликты, шт.", "Conflicts"}},
};

constexpr std::array school_figures_questions = {
    QuestionRow{.id = "pupils-10-19",
                .scale = "number",
                .before = {"Всего детей и подростков 10–19 лет, чел.", "All children of 10–19"}},
    QuestionRow{.id = "pupils-15-19",
                .scale = "number",
                .before = {"Всего детей и подростков 15–19 лет, чел.", "All children of 15–19"}},
    QuestionRow{.id = "young-specialists",
                .scale = "number",
                .before = {"Всего учителей – молодых специалистов, чел.", "All teachers who are young specialists"}},
    QuestionRow{
        .id = "enterprises", .scale = "number", .before = {"Всего предприятий-партнёров", "All partner enterprises"}},
};

struct LevelRow {
  std::string_view id;
  FixedLabel label;
  int from;
};
constexpr std::array curator_levels = {
    LevelRow{"unacceptable", {"недопустимый", "unacceptable"}, 0},
    LevelRow{"acceptable", {"допустимый", "acceptable"}, 9},
    LevelRow{"optimal", {"оптимальный", "optimal"}, 15},
};

struct InstrumentRow {
  std::string_view id;
  FixedLabel label;
  Respondent of;
  std::string_view form;
  std::span<const QuestionRow> questions;
  std::span<const LevelRow> levels = {};

  Instrument instrument() const {
    Instrument made;
    made.id = *Id<Instrument>::parse(id);
    made.label = label.label();
    made.of = of;
    made.form = Id<Form>::parse(form);
    made.source = "МР-42/02 (сверить)";
    made.questions.reserve(questions.size());
    for (const QuestionRow& row : questions) {
      made.questions.push_back(row.question());
    }
    for (const LevelRow& level : levels) {
      made.levels.push_back({*Id<Level>::parse(level.id), level.label.label(), level.from});
    }
    return made;
  }
};
constexpr std::array edition_instruments = {
    InstrumentRow{"pupil-mentee",
                  {"Анкета наставляемого («ученик – ученик»)", "Mentee's questionnaire (pupil – pupil)"},
                  Respondent::mentee,
                  "pupil-pupil",
                  pupil_mentee_questions},
    InstrumentRow{"pupil-mentor",
                  {"Анкета наставника («ученик – ученик»)", "Mentor's questionnaire (pupil – pupil)"},
                  Respondent::mentor,
                  "pupil-pupil",
                  pupil_mentor_questions},
    InstrumentRow{"teacher-mentee",
                  {"Анкета наставляемого («учитель – учитель»)", "Mentee's questionnaire (teacher – teacher)"},
                  Respondent::mentee,
                  "teacher-teacher",
                  teacher_mentee_questions},
    InstrumentRow{"teacher-mentor",
                  {"Анкета наставника («учитель – учитель»)", "Mentor's questionnaire (teacher – teacher)"},
                  Respondent::mentor,
                  "teacher-teacher",
                  teacher_mentor_questions},
    InstrumentRow{"curator-sheet",
                  {"Анкета куратора: оценка программы наставничества", "Curator's sheet: how good the program is"},
                  Respondent::program,
                  "",
                  curator_sheet_questions,
                  curator_levels},
    InstrumentRow{"swot", {"SWOT-анализ программы", "SWOT of the program"}, Respondent::program, "", swot_questions},
    InstrumentRow{"pupil-results",
                  {"Результаты «до – после» (ученики)", "Before and after (pupils)"},
                  Respondent::program,
                  "",
                  pupil_results_questions},
    InstrumentRow{"teacher-results",
                  {"Результаты «до – после» (учителя)", "Before and after (teachers)"},
                  Respondent::program,
                  "",
                  teacher_results_questions},
    InstrumentRow{"school-figures",
                  {"Сведения о школе для показателей", "The school's figures for the indicators"},
                  Respondent::program,
                  "",
                  school_figures_questions},
};

struct ScaleWordRow {
  std::string_view id;
  FixedLabel label;
};
constexpr std::array frequencies = {
    ScaleWordRow{"very-often", {"очень часто", "very often"}}, ScaleWordRow{"often", {"часто", "often"}},
    ScaleWordRow{"seldom", {"редко", "seldom"}}, ScaleWordRow{"once-or-twice", {"1–2 раза", "once or twice"}},
    ScaleWordRow{"never", {"никогда", "never"}}};

}  // namespace

std::vector<Instrument> instruments_of_edition_1() {
  std::vector<Instrument> made;
  made.reserve(edition_instruments.size());
  for (const InstrumentRow& row : edition_instruments) {
    made.push_back(row.instrument());
  }
  return made;
}

std::vector<NamedScale> scales_of_edition_1() {
  NamedScale frequency_scale{*Id<NamedScale>::parse("frequency"), {"как часто", "how often"}, {}};
  for (const ScaleWordRow& row : frequencies) {
    frequency_scale.words.push_back({*Id<ScaleWord>::parse(row.id), row.label.label()});
  }
  return {std::move(frequency_scale)};
}

}  // namespace mentor
