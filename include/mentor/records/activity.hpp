/// One meeting or piece of work of one pair, or of several pairs at once.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mentor/compact_text.hpp"
#include "mentor/date.hpp"
#include "mentor/duration.hpp"
#include "mentor/id.hpp"
#include "mentor/id_list.hpp"
#include "mentor/kind.hpp"
#include "mentor/maybe.hpp"
#include "mentor/message.hpp"
#include "mentor/model.hpp"
#include "mentor/role_list.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

struct Pair;

/// What a meeting of a pair was, in the order in which Р-145 has them [unchecked].
enum class Meeting : std::uint8_t { acquaintance, trial, planning, final };

template <>
struct WordsOf<Meeting> {
  static constexpr std::array rows = {
      WordRow{"acquaintance", {"знакомство", "acquaintance"}}, WordRow{"trial", {"пробная", "trial"}},
      WordRow{"planning", {"планирование", "planning"}}, WordRow{"final", {"итоговая", "final"}}};
  static constexpr std::string_view expected = key("expected.meeting");
};

struct Activity {
  Id<Activity> id;
  IdList<Pair> pairs;
  Id<ActivityType> type;
  Date on;
  std::uint32_t digest = 0;  // of a note that was not read: see `note_digest`
  Maybe<Duration> hours;
  CompactText note;
  std::optional<Meeting> meeting = {};  // none: a working one
  RoleList missed = {};                 // who did not come

  /// Somebody did not come: it counts in no number and no hours.
  bool is_attempt() const { return !missed.is_empty(); }
};

/// A number that is nearly always another for another note, also where only figures were read. 0 without a note.
std::uint32_t note_digest(const Activity& activity);
/// Whether two activities have the same day, type, hours and pairs.
bool have_same_figures(const Activity& one, const Activity& other);
/// Whether one activity seems to be the other entered twice: they have the same figures, and not two different notes.
bool is_repeat(const Activity& one, const Activity& other);

template <>
struct Kind<Activity> {
  static constexpr std::string_view folder = "activities", one = "activity";
  static constexpr FixedLabel title{"Занятие", "Activity"}, many{"Занятия", "Activities"};
  static constexpr std::array<std::string_view, 2> inflected{"занятие", "занятий"};
  static constexpr std::array<std::string_view, 1> main_fields{"pairs"};
  static constexpr FixedLabel example{
      "id: x5t7c0me2v\n"
      "pairs: [q0d8rf3w1n]\n"
      "type: project\n"
      "on: 2026-11-05\n"
      "hours: 1.5\n"
      "note: Тема проекта\n",
      "id: x5t7c0me2v\n"
      "pairs: [q0d8rf3w1n]\n"
      "type: project\n"
      "on: 2026-11-05\n"
      "hours: 1.5\n"
      "note: The subject of the project\n"};
  static constexpr std::array<std::string_view, 6> listed{"id", "on", "pairs", "type", "hours", "missed"};
  static constexpr std::string_view not_found = key("reference.no-activity");
  static constexpr std::string_view packed_noun = key("noun.activities-packed");

  static std::span<const Field<Activity>> fields();
  static std::span<const RecordRule<Activity>> rules();
  static std::string title_of(const Program& program, const Activity& activity, Date day);
  static std::string subject_of(const Program& program, const Activity& activity);
  static std::vector<const Activity*> select(const Program& program, const Filter& filter, Date today);
  static Section table(const ReportContext& context);
  static void keep_of_shown(Activity& activity) { activity.digest = note_digest(activity); }
};

}  // namespace mentor
