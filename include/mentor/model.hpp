/// What a program allows, and the words that its records use. It comes from `program.yaml`, so the rules in force are
/// versioned with the records; what that leaves out is of the edition that it names (edition.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/age.hpp"
#include "mentor/document_type.hpp"
#include "mentor/duration.hpp"
#include "mentor/finding.hpp"
#include "mentor/id.hpp"
#include "mentor/indicator.hpp"
#include "mentor/instrument.hpp"
#include "mentor/label.hpp"
#include "mentor/message.hpp"
#include "mentor/month_range.hpp"
#include "mentor/norms.hpp"
#include "mentor/period.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

/// The two roles of a pair. The curator, Р-145's third role, runs the program and stands in its settings.
enum class Role { mentee, mentor };
inline constexpr Role all_roles[] = {Role::mentee, Role::mentor};

template <>
struct WordsOf<Role> {
  static constexpr std::array rows = {WordRow{"mentee", {"наставляемый", "mentee"}, "наставляемая"},
                                      WordRow{"mentor", {"наставник", "mentor"}, "наставница"}};
  static constexpr std::string_view expected = key("expected.role");
};

/// What a school also calls an entry of the model: the category педагог is an учитель. People may type these names;
/// nothing shows them.
struct OtherNames {
  std::vector<std::string> names;
  bool of_edition = false;  // whether the edition says them, and not program.yaml
};

/// A category of people, and the ages at which they may hold each role. Without a range they may never hold it.
struct Category {
  Id<Category> id;
  Label label;
  std::optional<AgeRange> mentee;
  std::optional<AgeRange> mentor;
  std::uint32_t line = 0;  // of program.yaml
  OtherNames also = {};

  const std::optional<AgeRange>& ages(Role role) const { return role == Role::mentee ? mentee : mentor; }
};

/// One way of working within a form.
struct ActivityType {
  Id<ActivityType> id;
  Label label;
  std::optional<int> most_hours = std::nullopt;  // of one activity; none: that of the norms
  bool hours_of_edition = false;                 // whether the edition says it, and not program.yaml
  OtherNames also = {};
};

/// A stage of the road map, or a section of the plans of pairs.
struct PlanPart {
  Id<PlanPart> id;
  Label label;
  std::uint32_t line = 0;  // as in `Reason`
};

/// What people learn or achieve.
struct TrainingType {
  Id<TrainingType> id;
  Label label;
  bool trains_mentors = false;  // a mentor who had it counts as trained
  bool is_course = false;       // further training: after some years it is due again
  bool is_level = false;        // a category that a teacher reaches
  OtherNames also = {};
  std::uint32_t line = 0;  // as in `Reason`
};

/// What a program needs: a room, equipment, money.
struct ResourceType {
  Id<ResourceType> id;
  Label label;
  std::uint32_t line = 0;  // as in `Reason`
};

/// Who helps whom in the pairs of a form: лидер – пассивный.
struct RoleModel {
  Id<RoleModel> id;
  Label label;
  bool is_among_peers = false;  // a younger mentor is then no surprise
  bool of_edition = false;      // whether the edition says it, and not program.yaml
};

/// How a pair works: face to face, in a group, at a distance, for a short time.
struct PairKind {
  Id<PairKind> id;
  Label label;
  bool is_group = false;        // all pairs of one mentor in one form are one load
  bool is_short = false;        // no pair of this kind is too short
  bool is_among_peers = false;  // as in `RoleModel`
  std::uint32_t line = 0;       // as in `Reason`
};

/// A form of mentoring: the categories of its mentors, those of its mentees, and the closed list of what they do.
struct Form {
  Id<Form> id;
  Label label;
  std::vector<Id<Category>> mentors;
  std::vector<Id<Category>> mentees;
  std::vector<ActivityType> activities;
  std::vector<RoleModel> role_models = {};
  std::vector<Id<PairKind>> kinds = {};     // of its pairs; empty: every kind
  std::vector<Id<PlanPart>> sections = {};  // of the plans of its pairs
  std::optional<MonthRange> months = {};    // for how long its pairs last; none: nobody asks
  /// What of these the edition says, and not program.yaml.
  struct OfEdition {
    bool kinds = false;
    bool sections = false;
    bool months = false;
  } of_edition = {};
  std::uint32_t line = 0;  // of program.yaml

  const std::vector<Id<Category>>& categories(Role role) const { return role == Role::mentee ? mentees : mentors; }
  const ActivityType* find(const Id<ActivityType>& type) const;
  const RoleModel* find(const Id<RoleModel>& role_model) const;
};

/// What an end means for the relationship (model §4).
enum class Outcome { completed, early, continued, cancelled };

template <>
struct WordsOf<Outcome> {
  static constexpr std::array rows = {
      WordRow{"completed", {"завершено", "completed"}}, WordRow{"early", {"прекращено досрочно", "ended early"}},
      WordRow{"continued", {"продолжено", "continued"}}, WordRow{"void", {"не состоялось", "void"}}};
};

/// What may end for a reason.
enum class Ending { pair, person };

template <>
struct WordsOf<Ending> {
  static constexpr std::array rows = {WordRow{"pair", {"пара", "pair"}}, WordRow{"person", {"человек", "person"}}};
};

/// Why a pair ended, or a person left.
struct Reason {
  Id<Reason> id;
  Label label;
  Outcome outcome = Outcome::early;
  std::optional<Ending> of;  // none: both
  std::uint32_t line = 0;    // of program.yaml, where it stands there; 0: it is of the edition

  bool fits(Ending ending) const { return !of || *of == ending; }
};

/// A rule whose warnings are errors in this program.
struct RaisedRule {
  Rule rule{};
  std::uint32_t line = 0;  // of program.yaml
};

/// A part of the school year, such as a quarter. Its days are those of every year.
struct Term {
  Id<Term> id;
  Label label;
  DayOfYear from;
  DayOfYear until;         // the last day
  std::uint32_t line = 0;  // as in `Reason`
};

struct Model {
  int edition = 0;  // of which comes what program.yaml leaves out
  std::vector<Category> categories;
  std::vector<Form> forms;
  std::vector<Reason> reasons;
  std::vector<Term> terms;
  std::vector<PlanPart> stages;  // of the road map, in their order
  std::vector<PlanPart> sections;
  std::vector<TrainingType> trainings;
  std::vector<DocumentType> documents;
  std::vector<ResourceType> resources;
  std::vector<NamedScale> scales;
  std::vector<Instrument> instruments;
  std::vector<Indicator> indicators;
  std::vector<PairKind> kinds;
  std::vector<std::string> private_words;  // beginnings of words that no text should hold
  bool own_private_words = false;          // whether program.yaml says them
  Norms norms;
  std::vector<RaisedRule> raised;

  /// The entry with this id, or null.
  const Category* find(const Id<Category>& id) const;
  const Form* find(const Id<Form>& id) const;
  const Reason* find(const Id<Reason>& id) const;
  const PlanPart* find(const Id<PlanPart>& id) const;
  const TrainingType* find(const Id<TrainingType>& id) const;
  const DocumentType* find(const Id<DocumentType>& id) const;
  const ResourceType* find(const Id<ResourceType>& id) const;
  const NamedScale* find(const Id<NamedScale>& id) const;
  const Instrument* find(const Id<Instrument>& id) const;
  const PairKind* find(const Id<PairKind>& id) const;
  /// The role model with this id, in the first form that has it; or null.
  const RoleModel* find(const Id<RoleModel>& id) const;
  /// The activity type with this id, in the first form that has it; or null.
  const ActivityType* find(const Id<ActivityType>& id) const;

  /// Whether a warning of the rule is an error.
  bool raises(Rule rule) const;
  /// Whether what ended for this reason never was (model §4).
  bool voids(const std::optional<Id<Reason>>& reason) const;
  /// Why a pair that never began is void: `cancelled`, or else the first such reason. Null when the model has none.
  const Reason* reason_to_void() const;

  /// Whether some form pairs people of this category in this role.
  bool has_form_for(const Id<Category>& category, Role role) const;
};

/// The lists of the model whose words a field may hold.
enum class ModelList {
  categories,
  forms,
  activity_types,
  reasons,
  parts,
  trainings,
  documents,
  resources,
  instruments,
  role_models,
  kinds
};

/// Every activity type of the model, each once.
std::vector<ActivityType> all_types(const Model& model);
/// Every role model of the model, each once.
std::vector<RoleModel> all_role_models(const Model& model);
/// Every stage, and then every section.
std::vector<PlanPart> all_parts(const Model& model);

/// Whether the list has this word.
bool has_word(const Model& model, ModelList list, IdText word);

/// Calls `visit` with a span of the entries of the list, and gives what it gives.
template <class Visit>
auto with_list(const Model& model, ModelList list, Visit visit) {
  switch (list) {
    case ModelList::forms:
      return visit(std::span<const Form>{model.forms});
    case ModelList::activity_types: {
      const auto types = all_types(model);
      return visit(std::span<const ActivityType>{types});
    }
    case ModelList::reasons:
      return visit(std::span<const Reason>{model.reasons});
    case ModelList::parts: {
      const auto parts = all_parts(model);
      return visit(std::span<const PlanPart>{parts});
    }
    case ModelList::trainings:
      return visit(std::span<const TrainingType>{model.trainings});
    case ModelList::role_models: {
      const auto role_models = all_role_models(model);
      return visit(std::span<const RoleModel>{role_models});
    }
    case ModelList::kinds:
      return visit(std::span<const PairKind>{model.kinds});
    case ModelList::instruments:
      return visit(std::span<const Instrument>{model.instruments});
    case ModelList::resources:
      return visit(std::span<const ResourceType>{model.resources});
    case ModelList::documents:
      return visit(std::span<const DocumentType>{model.documents});
    case ModelList::categories:
      break;
  }
  return visit(std::span<const Category>{model.categories});
}

/// The person who answers for the program.
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
