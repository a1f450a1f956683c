#include "mentor/model.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace sample;

TEST_CASE("a role has a word and labels and is read back from its word alone") {
  for (const Role role : all_roles) {
    CHECK(value_from<Role>(to_string(role)) == role);
  }
  CHECK(to_string(Role::mentee) == "mentee");
  CHECK(label_of(Role::mentor) == Label{"наставник", "mentor"});
  for (const std::string text : {"", "Mentor", "mentors", "наставник", "curator"}) {
    CHECK_FALSE(value_from<Role>(text));
  }
}

TEST_CASE("entries of the model are found by their ids") {
  const Model model = gymnasium();
  REQUIRE(model.find(id<Category>("teacher")) != nullptr);
  CHECK(model.find(id<Category>("teacher"))->label.in(Language::ru) == "педагог");
  CHECK(model.find(id<Category>("parent")) == nullptr);
  REQUIRE(model.find(id<Form>("pupil-pupil")) != nullptr);
  CHECK(model.find(id<Form>("family")) == nullptr);
}

TEST_CASE("an activity type is found in its form, and in the model whatever its form") {
  const Model model = gymnasium();
  const Form& pupils = model.forms.front();
  CHECK(pupils.find(id<ActivityType>("project")) != nullptr);
  CHECK(pupils.find(id<ActivityType>("course")) == nullptr);
  REQUIRE(model.find(id<ActivityType>("course")) != nullptr);
  CHECK(model.find(id<ActivityType>("course"))->label.in(Language::en) == "courses");
  CHECK(model.find(id<ActivityType>("dancing")) == nullptr);
}

TEST_CASE("ages and categories are asked for by role") {
  const Model model = gymnasium();
  const Category& pupil = model.categories.front();
  CHECK(pupil.ages(Role::mentee) == AgeRange::parse("10-15"));
  CHECK(pupil.ages(Role::mentor) == AgeRange::parse("15-18"));
  const Form& teachers = model.forms.back();
  CHECK(teachers.categories(Role::mentor) == ids<Category>({"teacher"}));
  CHECK(teachers.categories(Role::mentee) == ids<Category>({"young-specialist", "teacher"}));
}

TEST_CASE("a category has a form in a role when some form takes it") {
  const Model model = gymnasium();
  CHECK(model.has_form_for(id<Category>("young-specialist"), Role::mentee));
  CHECK_FALSE(model.has_form_for(id<Category>("young-specialist"), Role::mentor));
  CHECK_FALSE(model.has_form_for(id<Category>("graduate"), Role::mentor));
  CHECK_FALSE(Model{}.has_form_for(id<Category>("pupil"), Role::mentee));
}
