/// The editions of the model: lists and numbers that a program has without writing them down. An edition never changes
/// once it has been released. A program names its edition, so its rules stay the same whatever version of mentor it
/// meets.
#pragma once

#include <span>

#include "mentor/model.hpp"

namespace mentor {

inline constexpr int oldest_edition = 1;
inline constexpr int newest_edition = 1;

/// What a program of this edition has before its own lines are laid over it: no category and no form, since those
/// always stand in `program.yaml`. The number must be from `oldest_edition` to `newest_edition`.
Model model_of_edition(int number);

/// How many hours one activity of this type may take, where `program.yaml` does not say. None: as the norms say.
std::optional<int> most_hours_of_edition(int number, const Id<ActivityType>& type);

/// Gives a form what the edition says of one with its id: role models, kinds, sections of plans, months. Nothing when
/// the edition does not know the form.
void add_what_edition_says(int number, Form& form);

/// A step of the edition's road map.
struct RoadmapRow {
  std::string_view stage;
  DayOfYear due;
  FixedLabel title;
  FixedLabel lead;
  FixedLabel expected;
};
std::span<const RoadmapRow> roadmap_of_edition(int number);

/// What schools also call this category, activity type or training, where `program.yaml` does not say. The activity
/// types have the names of one of them: «классный час».
std::vector<std::string> other_names_of_edition(int number, const Id<Category>& category);
std::vector<std::string> other_names_of_edition(int number, const Id<ActivityType>& type);
std::vector<std::string> other_names_of_edition(int number, const Id<TrainingType>& type);

}  // namespace mentor
