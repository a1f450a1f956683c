/// One mentor with one mentee, in one form, for a time.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "mentor/compact_text.hpp"
#include "mentor/date.hpp"
#include "mentor/entries.hpp"
#include "mentor/first_day.hpp"
#include "mentor/id.hpp"
#include "mentor/id_list.hpp"
#include "mentor/kind.hpp"
#include "mentor/message.hpp"
#include "mentor/model.hpp"
#include "mentor/period.hpp"
#include "mentor/records/practice.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

struct Participant;

/// Who brought a pair to its end.
enum class Initiative { mentor, mentee, parent, both, curator };

template <>
struct WordsOf<Initiative> {
  static constexpr std::array rows = {WordRow{"mentor", {"наставник", "mentor"}},
                                      WordRow{"mentee", {"наставляемый", "mentee"}},
                                      WordRow{"parent", {"родитель", "parent"}}, WordRow{"both", {"оба", "both"}},
                                      WordRow{"curator", {"куратор", "curator"}}};
  static constexpr std::string_view expected = key("expected.side");
};

struct Pair {
  Id<Pair> id;
  Id<Form> form;
  Id<Participant> mentor;
  Id<Participant> mentee;
  FirstDay from;                     // without it the pair is proposed
  std::optional<Date> until;         // the last day; without it the pair is open
  std::optional<Id<Reason>> reason;  // why it ended
  std::optional<Initiative> side = {};
  std::vector<Role> rematch = {};  // for whom another partner is wanted
  CompactText result = {};         // the column «Результаты программы» of both bases
  std::optional<Id<RoleModel>> role_model = {};
  std::optional<Id<PairKind>> kind = {};   // none: individual
  IdList<Practice> practices = {};         // the program that it runs by, and cases that tell of it
  std::optional<Id<Pair>> continues = {};  // the former pair of this mentee in this form
  CompactText goal = {};
  Entries accept = {};  // the rules from which it is an exception, and why

  Id<Participant> member(Role role) const { return role == Role::mentee ? mentee : mentor; }
  /// Whether it has a first day. A pair without one is proposed.
  bool is_agreed() const { return from.is_set(); }
  /// A pair that ends before it begins has no day at all. A rule tells of it.
  bool ends_before_it_begins() const { return is_agreed() && until && *until < from; }
  /// Whether some day of the period lies within the pair's dates.
  bool overlaps(const Period& period) const {
    return is_agreed() && from <= period.last() && !ends_before_it_begins() && (!until || period.first() <= *until);
  }
  /// Whether the pair is listed and counted for this period. A period of all time takes every pair.
  bool belongs_to(const Period& period) const { return period.is_all() || overlaps(period); }
};

/// Where a pair stands on a day. It is proposed as long as it has no first day. It is planned before its first day,
/// open from then to its last day, and ended after that. On days between the two it may be paused. A pair that never
/// was is void, whatever its days say; the name here is `cancelled`, since C++ keeps the word `void`.
enum class PairState { proposed, planned, open, paused, ended, cancelled };

template <>
struct WordsOf<PairState> {
  static constexpr std::array rows = {
      WordRow{"proposed", {"предложена", "proposed"}}, WordRow{"planned", {"предстоит", "planned"}},
      WordRow{"open", {"действует", "open"}},          WordRow{"paused", {"приостановлена", "paused"}},
      WordRow{"ended", {"завершена", "ended"}},        WordRow{"void", {"отменена", "void"}}};
};

/// Whether the pair never was: it ended for a reason that says so. It counts nowhere, nor do its activities.
inline bool is_void(const Pair& pair, const Model& model) { return model.voids(pair.reason); }

/// Where the pair stands if there were no pauses. A pair without a last day never ends. A pair that
/// ends before it begins is never open: it has ended once its last day is over, even if its first day is still to come.
/// The function is in the header, since rules call it for a million activities.
inline PairState state_on(const Pair& pair, Date day, const Model& model) {
  if (pair.reason && is_void(pair, model)) {
    return PairState::cancelled;
  }
  if (!pair.is_agreed()) {
    return PairState::proposed;
  }
  if (pair.until && *pair.until < day) {
    return PairState::ended;
  }
  return pair.from <= day ? PairState::open : PairState::planned;
}
/// Whether reports count the pair: it is agreed and not void.
inline bool is_counted(const Pair& pair, const Model& model) { return pair.is_agreed() && !is_void(pair, model); }

/// Whether the pair works on this day or later.
inline bool is_in_force(const Pair& pair, Date day, const Model& model) {
  const PairState state = state_on(pair, day, model);
  return state == PairState::planned || state == PairState::open || state == PairState::paused;
}
/// Whether the pair no longer works after this day.
inline bool is_over(const Pair& pair, Date day, const Model& model) {
  const PairState state = state_on(pair, day, model);
  return state == PairState::ended || state == PairState::cancelled;
}

template <>
struct Kind<Pair> {
  static constexpr std::string_view folder = "pairs", one = "pair";
  static constexpr FixedLabel title{"Пара", "Pair"}, many{"Пары", "Pairs"};
  static constexpr std::array<std::string_view, 2> inflected{"пару", "пар"};
  static constexpr std::array<std::string_view, 2> main_fields{"mentor", "mentee"};
  static constexpr std::string_view example_text =
      "id: q0d8rf3w1n\n"
      "form: pupil-pupil\n"
      "mentor: 4hs61bz9te\n"
      "mentee: 7k2m9qx4tz\n"
      "from: 2026-10-05\n"
      "until: 2027-02-10\n"
      "reason: no-time\n"
      "side: mentor\n"
      "rematch: [mentee]\n"
      "role-model: leader-passive\n";
  static constexpr FixedLabel example{example_text, example_text};
  static constexpr std::array<std::string_view, 6> listed{"mentor", "mentee", "form", "state", "until", "last"};
  static constexpr std::string_view not_found = key("reference.no-pair");
  static constexpr bool is_named_by_members = true, has_names_for_title = true;

  static std::span<const Field<Pair>> fields();
  static std::span<const RecordRule<Pair>> rules();
  static std::string title_of(const Program& program, const Pair& pair, Date day);
  static std::vector<const Stored<Pair>*> resolve(const ResolveContext& context, std::string_view reference);
  static std::vector<const Pair*> select(const Program& program, const Filter& filter, Date today);
  static Section table(const ReportContext& context);
  static KindSet counted_in_table();
  static void add_sections(Report& report, const ReportContext& context, const Stored<Pair>& stored);
};

}  // namespace mentor
