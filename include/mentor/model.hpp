/// What a program allows: categories of people, forms of mentoring and their activity types. A value read from
/// `program.yaml`, so that the rules in force are versioned with the records; nothing of it is a constant in code.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/age.hpp"
#include "mentor/duration.hpp"
#include "mentor/id.hpp"
#include "mentor/label.hpp"
#include "mentor/message.hpp"
#include "mentor/period.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

/// The two roles that people are paired in. The curator, Р-145's third, runs the program and stands in its settings.
enum class Role { mentee, mentor };
inline constexpr Role all_roles[] = {Role::mentee, Role::mentor};

template <>
struct WordsOf<Role> {
  static constexpr std::array rows = {WordRow{"mentee", {"наставляемый", "mentee"}},
                                      WordRow{"mentor", {"наставник", "mentor"}}};
  static constexpr std::string_view expected = key("expected.role");
};

/// A kind of person, and at what age one may hold each role; an absent range means never.
struct Category {
  Id<Category> id;
  Label label;
  std::optional<AgeRange> mentee;
  std::optional<AgeRange> mentor;

  const std::optional<AgeRange>& ages(Role role) const { return role == Role::mentee ? mentee : mentor; }
};

/// One way of working within a form.
struct ActivityType {
  Id<ActivityType> id;
  Label label;
};

/// A form of mentoring: whose mentor may be paired with whose mentee, and the closed list of what they do.
struct Form {
  Id<Form> id;
  Label label;
  std::vector<Id<Category>> mentors;
  std::vector<Id<Category>> mentees;
  std::vector<ActivityType> activities;

  const std::vector<Id<Category>>& categories(Role role) const { return role == Role::mentee ? mentees : mentors; }
  const ActivityType* find(const Id<ActivityType>& type) const;
};

/// Numbers that a school may set for itself.
struct Norms {
  int lesson_minutes = usual_lesson_minutes;
};

struct Model {
  std::vector<Category> categories;
  std::vector<Form> forms;
  Norms norms;

  /// The entry of that id, or null.
  const Category* find(const Id<Category>& id) const;
  const Form* find(const Id<Form>& id) const;
  /// The first form's activity type of that id, or null.
  const ActivityType* find(const Id<ActivityType>& id) const;

  /// Whether some form pairs people of this category in this role.
  bool has_form_for(const Id<Category>& category, Role role) const;
};

/// Who answers for the program.
struct Curator {
  std::string name;
  std::string post;
  std::string phone;
  std::string email;
};

/// All of `program.yaml`.
struct Settings {
  std::string organization;
  Curator curator;
  Language language = Language::ru;
  SchoolYearStart school_year_start;
  Model model;
};

}  // namespace mentor
