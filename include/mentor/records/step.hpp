/// Something to be done by a day: a step of the road map, of a program, or of the plan of a pair.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "mentor/compact_text.hpp"
#include "mentor/date.hpp"
#include "mentor/due.hpp"
#include "mentor/id.hpp"
#include "mentor/id_list.hpp"
#include "mentor/kind.hpp"
#include "mentor/maybe.hpp"
#include "mentor/message.hpp"
#include "mentor/model.hpp"
#include "mentor/records/pair.hpp"
#include "mentor/records/practice.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

struct Step {
  Id<Step> id;
  CompactText title;
  Maybe<Id<PlanPart>> part = {};  // a stage of the road map, or a section of a plan
  IdList<Pair> pairs = {};        // whose plan it belongs to
  Maybe<Id<Practice>> practice = {};
  std::optional<Due> due = {};
  CompactText term = {};  // printed in place of `due`
  CompactText lead = {};
  CompactText expected = {};
  std::optional<Date> done = {};
  CompactText result = {};
  CompactText mark = {};  // the mentor's, of a plan

  /// Whether it belongs to the road map: to no pair and to no program.
  bool is_of_roadmap() const { return pairs.size() == 0 && !practice; }
};

/// Where a step stands on a day.
enum class StepState { open, due, overdue, done, done_late };

template <>
struct WordsOf<StepState> {
  static constexpr std::array rows = {WordRow{"open", {"предстоит", "open"}}, WordRow{"due", {"пора", "due"}},
                                      WordRow{"overdue", {"просрочено", "overdue"}},
                                      WordRow{"done", {"выполнено", "done"}},
                                      WordRow{"done-late", {"выполнено позже срока", "done late"}}};
};

/// The state of a step. It is due within so many days before its last one (`due-soon-days` of the norms).
StepState state_on(const Step& step, Date day, int due_soon_days);

template <>
struct Kind<Step> {
  static constexpr std::string_view folder = "steps", one = "step";
  static constexpr FixedLabel title{"Мероприятие", "Step"}, many{"Мероприятия", "Steps"};
  static constexpr std::array<std::string_view, 2> inflected{"мероприятие", "мероприятий"};
  static constexpr std::array<std::string_view, 1> main_fields{"title"};
  static constexpr FixedLabel example{
      "id: 2v9k0r6c3h\n"
      "title: Приказ о внедрении целевой модели и о кураторе\n"
      "part: preparation\n"
      "due: 2026-09-10\n"
      "lead: директор\n"
      "expected: приказ\n"
      "done: 2026-09-08\n"
      "result: приказ № 12-од от 08.09.2026\n",
      "id: 2v9k0r6c3h\n"
      "title: Order on the launch\n"
      "part: preparation\n"
      "due: 2026-09-10\n"
      "lead: head\n"
      "expected: order\n"
      "done: 2026-09-08\n"
      "result: order 12 of 8 September 2026\n"};
  static constexpr std::array<std::string_view, 5> listed{"id", "title", "due", "lead", "state"};
  static constexpr std::string_view not_found = key("reference.no-step");
  static constexpr std::string_view packed_noun = key("noun.steps");

  static std::span<const Field<Step>> fields();
  static std::span<const RecordRule<Step>> rules();
  static std::string title_of(const Program& program, const Step& step, Date day);
  static std::vector<const Stored<Step>*> resolve(const ResolveContext& context, std::string_view reference);
  static std::vector<const Step*> select(const Program& program, const Filter& filter, Date today);
  static Section table(const ReportContext& context);
};

}  // namespace mentor
