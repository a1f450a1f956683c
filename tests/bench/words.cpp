#include "words.hpp"

#include <numeric>
#include <stdexcept>
#include <string_view>

namespace bench {

namespace {

/// A word for women and girls, and the same for men and boys.
struct ByGender {
  std::string_view female;
  std::string_view male;

  std::string_view of(Gender gender) const { return gender == Gender::female ? female : male; }
};

// Roots that differ by more than ё and е, since names are compared without that.
constexpr std::array<std::string_view, 80> surname_roots = {
    "Берёз",  "Дуб",    "Клён",   "Ясен",    "Рябин",  "Ольх",    "Вишн",  "Малин",   "Калин",   "Осин",
    "Ромаш",  "Василь", "Полын",  "Клевер",  "Шалфей", "Лопух",   "Камыш", "Тростян", "Луг",     "Пол",
    "Озер",   "Ключ",   "Родник", "Берег",   "Остров", "Холм",    "Долин", "Овраг",   "Равнин",  "Перелес",
    "Снегир", "Синиц",  "Дрозд",  "Стриж",   "Щегл",   "Журавл",  "Сокол", "Галк",    "Голуб",   "Иволг",
    "Лисиц",  "Барсуч", "Бобр",   "Ёж",      "Зайц",   "Белк",    "Лосин", "Медвед",  "Выдр",    "Куниц",
    "Карас",  "Окун",   "Сазан",  "Щук",     "Налим",  "Пескар",  "Ёрш",   "Плотв",   "Стерляд", "Лещ",
    "Гром",   "Ветр",   "Туман",  "Снеж",    "Мороз",  "Рассвет", "Закат", "Полян",   "Зорн",    "Радуж",
    "Гончар", "Бондар", "Кузнец", "Плотник", "Мельн",  "Пахар",   "Рыбац", "Столяр",  "Ткач",    "Ямщиц",
};
constexpr std::array<ByGender, 4> surname_endings = {{
    {"ова", "ов"},
    {"ина", "ин"},
    {"овская", "овский"},
    {"инцева", "инцев"},
}};
constexpr std::array<ByGender, 36> given_names = {{
    {"Анна", "Иван"},       {"Мария", "Пётр"},       {"Ольга", "Сергей"},     {"Елена", "Андрей"},
    {"Ирина", "Глеб"},      {"Софья", "Тимур"},      {"Дарья", "Кирилл"},     {"Полина", "Матвей"},
    {"Варвара", "Арсений"}, {"Ксения", "Фёдор"},     {"Алиса", "Лев"},        {"Вера", "Роман"},
    {"Надежда", "Илья"},    {"Любовь", "Егор"},      {"Ульяна", "Степан"},    {"Есения", "Ярослав"},
    {"Милана", "Даниил"},   {"Кристина", "Вадим"},   {"Алёна", "Станислав"},  {"Нина", "Эдуард"},
    {"Раиса", "Тихон"},     {"Валентина", "Максим"}, {"Виктория", "Артём"},   {"Светлана", "Денис"},
    {"Татьяна", "Никита"},  {"Юлия", "Павел"},       {"Наталья", "Григорий"}, {"Галина", "Михаил"},
    {"Зоя", "Николай"},     {"Лидия", "Владислав"},  {"Тамара", "Захар"},     {"Маргарита", "Марк"},
    {"Василиса", "Семён"},  {"Агата", "Платон"},     {"Злата", "Богдан"},     {"Кира", "Руслан"},
}};
constexpr std::array<ByGender, 32> patronymics = {{
    {"Ивановна", "Иванович"},           {"Петровна", "Петрович"},     {"Сергеевна", "Сергеевич"},
    {"Андреевна", "Андреевич"},         {"Глебовна", "Глебович"},     {"Тимуровна", "Тимурович"},
    {"Кирилловна", "Кириллович"},       {"Матвеевна", "Матвеевич"},   {"Арсеньевна", "Арсеньевич"},
    {"Фёдоровна", "Фёдорович"},         {"Львовна", "Львович"},       {"Романовна", "Романович"},
    {"Игоревна", "Игоревич"},           {"Егоровна", "Егорович"},     {"Степановна", "Степанович"},
    {"Ярославовна", "Ярославович"},     {"Данииловна", "Даниилович"}, {"Вадимовна", "Вадимович"},
    {"Станиславовна", "Станиславович"}, {"Эдуардовна", "Эдуардович"}, {"Тихоновна", "Тихонович"},
    {"Максимовна", "Максимович"},       {"Артёмовна", "Артёмович"},   {"Денисовна", "Денисович"},
    {"Олеговна", "Олегович"},           {"Павловна", "Павлович"},     {"Григорьевна", "Григорьевич"},
    {"Михайловна", "Михайлович"},       {"Николаевна", "Николаевич"}, {"Владиславовна", "Владиславович"},
    {"Викторовна", "Викторович"},       {"Семёновна", "Семёнович"},
}};

constexpr std::size_t all_names =
    surname_roots.size() * surname_endings.size() * given_names.size() * patronymics.size();
// Goes through all the names without repeating one, and two in a row have little in common.
constexpr std::size_t stride = 196'613;
static_assert(std::gcd(all_names, stride) == 1);

constexpr std::array<std::string_view, 24> note_beginnings = {
    "Разбор",      "Обсуждение", "Подготовка", "Проверка",   "План",   "Черновик", "Итоги",      "Выбор",
    "Репетиция",   "Защита",     "Повторение", "Знакомство", "Беседа", "Задачи",   "Оформление", "Урок",
    "Составление", "Поиск",      "Показ",      "Сбор",       "Правка", "Разметка", "Сравнение",  "Анкета",
};
constexpr std::array<std::string_view, 32> note_words = {
    "проекта",   "доклада",    "темы",        "опыта",      "плаката", "задач",        "выступления", "викторины",
    "концерта",  "текста",     "презентации", "материалов", "класса",  "недели",       "четверти",    "конкурса",
    "олимпиады", "сценария",   "источников",  "журнала",    "занятия", "праздника",    "команды",     "вопросов",
    "ответов",   "библиотеки", "школы",       "выставки",   "ярмарки", "эксперимента", "таблицы",     "сочинения",
};
constexpr std::array<std::string_view, 8> departments = {
    "МО математики",         "МО русского языка и литературы", "МО естественных наук",
    "МО иностранных языков", "МО истории и обществознания",    "МО физической культуры",
    "МО начальных классов",  "МО технологии и искусства",
};
constexpr std::array<std::string_view, 5> class_letters = {"А", "Б", "В", "Г", "Д"};

}  // namespace

std::string Names::next(Gender gender) {
  std::size_t& given_out = given_out_.at(static_cast<std::size_t>(gender));
  if (given_out == all_names) {
    throw std::length_error{"there are no more names"};
  }
  std::size_t number = given_out++ * stride % all_names;
  const auto take = [&number](std::size_t count) {
    const std::size_t taken = number % count;
    number /= count;
    return taken;
  };
  std::string name{surname_roots.at(take(surname_roots.size()))};
  name += surname_endings.at(take(surname_endings.size())).of(gender);
  name.append(" ").append(given_names.at(take(given_names.size())).of(gender));
  name.append(" ").append(patronymics.at(take(patronymics.size())).of(gender));
  return name;
}

std::string made_up_note(Chance& chance) {
  std::string note{chance.one_of(note_beginnings)};
  for (std::size_t more = 1 + chance.below(4); more > 0; --more) {
    note.append(" ").append(chance.one_of(note_words));
  }
  return note;
}

std::string made_up_department(Chance& chance) { return std::string{chance.one_of(departments)}; }

std::string made_up_class(std::size_t grade, Chance& chance) {
  return std::to_string(grade).append(chance.one_of(class_letters));
}

}  // namespace bench
