/// Days on which pairs do not work: a leave, an illness, a session of exams.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "mentor/compact_text.hpp"
#include "mentor/date.hpp"
#include "mentor/id.hpp"
#include "mentor/id_list.hpp"
#include "mentor/kind.hpp"
#include "mentor/message.hpp"
#include "mentor/records/pair.hpp"

namespace mentor {

struct Pause {
  Id<Pause> id;
  IdList<Pair> pairs;
  Date from;
  std::optional<Date> until;  // the last day without work; without it the pause goes on
  CompactText note;

  bool covers(Date day) const { return from <= day && (!until || day <= *until); }
};

template <>
struct Kind<Pause> {
  static constexpr std::string_view folder = "pauses", one = "pause";
  static constexpr FixedLabel title{"Приостановка", "Pause"}, many{"Приостановки", "Pauses"};
  static constexpr std::array<std::string_view, 2> inflected{"приостановку", "приостановок"};
  static constexpr std::array<std::string_view, 1> main_fields{"pairs"};
  static constexpr std::array<std::string_view, 4> listed{"pairs", "from", "until", "note"};
  static constexpr FixedLabel example{
      "id: c6z3e9j0wp\n"
      "pairs: [q0d8rf3w1n]\n"
      "from: 2027-01-18\n"
      "until: 2027-02-07\n"
      "note: Наставник на сборах\n",
      "id: c6z3e9j0wp\n"
      "pairs: [q0d8rf3w1n]\n"
      "from: 2027-01-18\n"
      "until: 2027-02-07\n"
      "note: The mentor is at a training camp\n"};

  static std::span<const Field<Pause>> fields();
  static std::span<const RecordRule<Pause>> rules();
  static std::string title_of(const Program& program, const Pause& pause, Date day);
};

}  // namespace mentor
