#include "mentor/input.hpp"

#include <doctest/doctest.h>

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
    return scalar_from_input(field_of_person("born"), text, context);
  };
  CHECK(born("9.3.14", typed) == "2014-03-09");
  CHECK(born("9.3.84", typed) == "1984-03-09");
  CHECK(born("24.11.26", typed) == "1926-11-24");
  CHECK_FALSE(born("29.2.00", {model, fold(), day("1999-01-01")}));  // 1900 had no such day
  CHECK_FALSE(born("9.3.14", in_file));
  CHECK(born("9.3.2014", in_file) == "2014-03-09");
  CHECK(born("2014", in_file) == "2014");
  CHECK(born("вчера", typed) == "2026-11-22");
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
