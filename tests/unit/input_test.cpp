#include "mentor/input.hpp"

#include <doctest/doctest.h>

#include <span>
#include <string>
#include <vector>

#include "sample.hpp"

using namespace sample;

namespace {

const Field<Participant>& field_of_person(std::string_view name) {
  return fields<Participant>()[field_index<Participant>(name)];
}

}  // namespace

TEST_CASE("a birth with a year of two digits is never in the future, and in a file nobody knows what it is") {
  const Model model = gymnasium();
  const InputContext typed{model, fold(), today};
  const InputContext in_file{model, fold()};
  const auto born = [&](std::string_view text, const InputContext& context) {
    return scalar_from_input(field_of_person("born"), text, context).value;
  };
  CHECK(born("9.3.14", typed) == "2014-03-09");
  CHECK(born("9.3.84", typed) == "1984-03-09");
  CHECK(born("24.11.26", typed) == "1926-11-24");
  CHECK_FALSE(born("29.2.00", {model, fold(), day("1999-01-01")}));  // 1900 had no such day
  CHECK_FALSE(born("9.3.14", in_file));
  CHECK(born("9.3.2014", in_file) == "2014-03-09");
  CHECK(born("2014", in_file) == "2014");
  CHECK_FALSE(born("вчера", typed));
  CHECK_FALSE(born("9.03", typed));
  CHECK_FALSE(born("9 марта", typed));
  CHECK_FALSE(born("вчера", in_file));
}

TEST_CASE("a label that several activity types have means none of them in a file") {
  Model model = gymnasium();
  const auto& type = fields<Activity>()[field_index<Activity>("type")];
  const auto meant = [&](std::string_view text) {
    return scalars_from_file(type, std::vector<std::string_view>{text}, model).front();
  };
  CHECK(meant("Курсы") == "course");
  model.forms.front().activities.push_back({id<ActivityType>("lectures"), {"курсы", "lectures"}});
  CHECK(meant("Курсы") == "Курсы");
  CHECK(meant("lectures") == "lectures");
}

TEST_CASE("what means nothing stays as it stands in the file") {
  const Model model = gymnasium();
  const std::vector<std::string_view> days{"1.9.2026", "6Б", "когда-нибудь", "7Б"};
  CHECK(scalars_from_file(field_of_person("unit"), days, model) ==
        std::vector<std::string>{"2026-09-01", "6Б", "когда-нибудь", "7Б"});
  CHECK(scalars_from_file(field_of_person("roles"), std::vector<std::string_view>{"", "Наставник", "", "тьютор"},
                          model) == std::vector<std::string>{"", "mentor", "", "тьютор"});
}

TEST_CASE("Russian letters, dashes and ASCII are folded alone, other text is not") {
  CHECK(folded_plainly("  Ученик –  УЧЕНИК Ё ") == "ученик - ученик е");
  CHECK_FALSE(folded_plainly("№ 5"));
  for (const std::string apostrophe : {"'", "`", "´", "ʼ", "‘", "’", "′"}) {
    CAPTURE(apostrophe);
    CHECK(folded_plainly("О" + apostrophe + "Нил") == "о'нил");
  }
}

namespace {

/// The ids of what a word may mean, with blanks between them.
template <class Entry>
std::string meant(const std::vector<Entry>& entries, std::string_view text) {
  std::string ids;
  for (const Entry* entry : words_meant(std::span<const Entry>{entries}, text, fold())) {
    ids += (ids.empty() ? "" : " ") + entry->id.to_string();
  }
  return ids;
}

/// Types as two profiles have them.
std::vector<ActivityType> some_types() {
  return {{id<ActivityType>("project"), {"проектная деятельность", "project work"}},
          {id<ActivityType>("contest-preparation"), {"подготовка к конкурсам", "preparing for contests"}},
          {id<ActivityType>("olympiad-preparation"), {"подготовка к олимпиадам", "preparing for olympiads"}},
          {id<ActivityType>("contest"), {"конкурсы", "contests"}},
          {id<ActivityType>("course"), {"курсы", "courses"}},
          {id<ActivityType>("contest-of-projects"), {"конкурсы проектов", "project contests"}}};
}

}  // namespace

TEST_CASE("a word of the model is meant by its id or label, else by the beginning of it, else by words that begin so") {
  const auto types = some_types();
  CHECK(meant(types, "project") == "project");
  CHECK(meant(types, "Проектная деятельность") == "project");
  CHECK(meant(types, "проект") == "project");
  CHECK(meant(types, "курс") == "course");
  CHECK(meant(types, "олимпиад") == "olympiad-preparation");
  CHECK(meant(types, "подготовка олимп") == "olympiad-preparation");
  CHECK(meant(types, "конкурсам") == "contest-preparation");
  CHECK(meant(types, "конкурсы") == "contest");
  CHECK(meant(types, "конкурс") == "contest contest-of-projects");
  CHECK(meant(types, "подготовка") == "contest-preparation olympiad-preparation");
  CHECK(meant(types, "contest") == "contest");
}

TEST_CASE("two letters are no part of a word, and the middle of a word is none") {
  const auto types = some_types();
  CHECK(meant(types, "ку").empty());
  CHECK(meant(types, "урсы").empty());
  CHECK(meant(types, "").empty());
  CHECK(meant(types, "шахматы").empty());
}

TEST_CASE("what the school calls a category is its name too, after every label") {
  auto categories = gymnasium().categories;
  categories[2].also.names = {"учитель", "преподаватель"};
  CHECK(meant(categories, "Учитель") == "teacher");
  CHECK(meant(categories, "препод") == "teacher");
  CHECK(find_word(std::span<const Category>{categories}, "учитель", fold())->id == id<Category>("teacher"));
  CHECK(find_word(std::span<const Category>{categories}, "учит", fold()) == nullptr);
  categories[3].label = {"учитель", "master"};
  CHECK(meant(categories, "учитель") == "graduate");
}

TEST_CASE("a type of the pairs' own forms is meant first, and a whole name of another form's type before a part") {
  const Model model = gymnasium();
  const std::vector<ActivityType> all = all_types(model);
  std::vector<ActivityType> own = model.forms.front().activities;
  own.push_back({id<ActivityType>("course-visit"), {"посещение курсов", "visiting courses"}});
  const auto type = [&](std::string_view text) {
    const auto found = types_meant(own, all, text, fold());
    return found.size() == 1 ? found.front()->id.to_string() : std::to_string(found.size());
  };
  CHECK(type("посещ") == "course-visit");
  CHECK(type("курсо") == "course-visit");
  CHECK(type("курсы") == "course");
  CHECK(type("консульт") == "consultation");
  CHECK(type("хор") == "0");
}

TEST_CASE("another name of another form's type is weaker than a part of the only own type that has it") {
  const Model model = gymnasium();
  std::vector<ActivityType> all = all_types(model);
  const auto course = std::find_if(all.begin(), all.end(),
                                   [](const ActivityType& one) { return one.id == id<ActivityType>("course"); });
  course->also.names = {"курсовая"};
  std::vector<ActivityType> own = model.forms.front().activities;
  CHECK(types_meant(own, all, "курсовая", fold()).front()->id == id<ActivityType>("course"));
  own.push_back({id<ActivityType>("course-visit"), {"посещение курсовая", "visiting courses"}});
  CHECK(types_meant(own, all, "курсовая", fold()).front()->id == id<ActivityType>("course-visit"));
}
