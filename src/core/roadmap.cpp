#include "mentor/roadmap.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace mentor {

namespace {

/// A step of the model's road map. `due` is a day of the school year.
struct RoadmapRow {
  std::string_view stage;
  DayOfYear due;
  FixedLabel title;
  FixedLabel lead;
  FixedLabel expected;
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

/// The day of the school year on which this day of every year lies.
Date day_within(const Period& year, DayOfYear day) {
  const auto in = [&](int number) { return Date::from(number, day.month, day.day); };
  const auto first = in(year.first().year());
  return first && year.contains(*first) ? *first : in(year.last().year()).value_or(year.last());
}

/// An id that follows from the year, the stage and the title (FNV-1a), so that two clones lay the same files.
Id<Step> id_of(const Period& year, const Step& step) {
  std::uint64_t hash = 14695981039346656037U;
  const auto add = [&](std::string_view text) {
    for (const char byte : text) {
      hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211U;
    }
  };
  add(year.first().to_string());
  add(step.part ? step.part->to_string() : std::string{});
  add(step.title);
  return *Id<Step>::parse(id_from_number(hash));
}

Step copied(const Step& former) {
  Step step;
  step.title = former.title;
  step.part = former.part;
  step.term = former.term;
  step.lead = former.lead;
  step.expected = former.expected;
  if (former.due) {
    step.due = former.due->plus_years(1);
  }
  return step;
}

/// The steps of the road map whose day lies in the year; one without a day is of the year in which it was done.
std::vector<const Step*> roadmap_of(const Program& program, const Period& year) {
  std::vector<const Step*> steps;
  for (const auto& stored : program.all<Step>()) {
    const Step& step = stored.record;
    const auto day = step.due ? std::optional{step.due->last()} : step.done;
    if (step.is_of_roadmap() && day && year.contains(*day)) {
      steps.push_back(&step);
    }
  }
  return steps;
}

std::vector<Step> steps_of_model(const Program& program, const Period& year) {
  const Language language = program.settings.language;
  std::vector<Step> steps;
  for (const RoadmapRow& row : roadmap_of_edition_1) {
    const auto stage = *Id<PlanPart>::parse(row.stage);
    if (program.model().find(stage) == nullptr) {
      continue;  // the program dropped it
    }
    Step& step = steps.emplace_back();
    step.title = row.title.in(language);
    step.part = stage;
    step.due = Due{day_within(year, row.due)};
    step.lead = row.lead.in(language);
    step.expected = row.expected.in(language);
  }
  return steps;
}

}  // namespace

LaidRoadmap lay_roadmap(const Program& program, const Period& year) {
  LaidRoadmap laid;
  laid.there = roadmap_of(program, year).size();
  if (laid.there != 0) {
    return laid;
  }
  const Period before = school_year_of(year.first().plus_days(-1), program.settings.school_year_start);
  const auto& stages = program.model().stages;
  std::vector<Step> steps;
  for (const Step* former : roadmap_of(program, before)) {
    if (std::any_of(stages.begin(), stages.end(), [&](const auto& stage) { return former->part == stage.id; })) {
      steps.push_back(copied(*former));
      laid.is_copied = true;
    }
  }
  if (steps.empty()) {
    steps = steps_of_model(program, year);
  }
  std::unordered_set<Id<Step>> ids;
  for (Step& step : steps) {
    step.id = id_of(year, step);
    const auto& table = program.all<Step>();
    if (table.find(step.id) != nullptr || table.is_unknown(step.id.to_string())) {
      return {};  // it was laid before
    }
    if (ids.insert(step.id).second) {
      laid.edits.emplace_back(CreateRecord{std::move(step)});
    }
  }
  return laid;
}

}  // namespace mentor
