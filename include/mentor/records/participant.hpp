/// One person of the program.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "mentor/age.hpp"
#include "mentor/compact_text.hpp"
#include "mentor/date.hpp"
#include "mentor/dated.hpp"
#include "mentor/entries.hpp"
#include "mentor/id.hpp"
#include "mentor/kind.hpp"
#include "mentor/message.hpp"
#include "mentor/model.hpp"
#include "mentor/places.hpp"

namespace mentor {

struct Participant {
  Id<Participant> id;
  Dated<std::string> name;
  Dated<Id<Category>> category;
  Dated<std::vector<Role>> roles;
  std::optional<Born> born;
  Dated<std::string> unit;
  std::optional<Date> joined;
  std::optional<Date> left;          // the last day in the program
  std::optional<Id<Reason>> reason;  // why the person left
  CompactText post;
  std::optional<Date> teaching_since;
  CompactText phone;
  CompactText email;
  CompactText representative;  // name and contact of a parent
  CompactText request;
  CompactText competences;
  CompactText achievements;
  CompactText interests;
  CompactText wished_age;  // of mentees
  CompactText time;        // that a mentor has
  std::optional<Places> capacity;
  std::optional<Date> forgotten;  // the day on which the person's data was removed; set by `forget` alone
  Entries accept;                 // the rules from which the person is an exception, and why

  bool has(Role role, Date day) const {
    const auto& held = roles.on(day);
    return std::find(held.begin(), held.end(), role) != held.end();
  }
};

/// Where a person stands in the program on a day (model §3.1).
enum class PersonState { candidate, waiting, paired, left, forgotten };

template <>
struct WordsOf<PersonState> {
  static constexpr std::array rows = {WordRow{"candidate", {"кандидат", "candidate"}},
                                      WordRow{"waiting", {"ждёт пары", "waiting"}},
                                      WordRow{"paired", {"в паре", "paired"}}, WordRow{"left", {"выбыл(а)", "left"}},
                                      WordRow{"forgotten", {"данные удалены", "forgotten"}}};
};

template <>
struct Kind<Participant> {
  static constexpr std::string_view folder = "participants", one = "participant";
  static constexpr FixedLabel title{"Участник", "Participant"}, many{"Участники", "Participants"};
  static constexpr std::array<std::string_view, 2> inflected{"участника", "участников"};
  static constexpr std::array<std::string_view, 1> main_fields{"name"};
  static constexpr FixedLabel example{
      "id: 7k2m9qx4tz\n"
      "name: Семёнова Анна Игоревна\n"
      "category: pupil\n"
      "roles: [mentee]\n"
      "born: 2014-03-09\n"
      "unit: 6Б\n"
      "joined: 2026-09-14\n",
      "id: 7k2m9qx4tz\n"
      "name: Semyonova Anna\n"
      "category: pupil\n"
      "roles: [mentee]\n"
      "born: 2014-03-09\n"
      "unit: \"6B\"\n"
      "joined: 2026-09-14\n"};
  static constexpr std::array<std::string_view, 7> listed{"name",  "category", "roles", "unit",
                                                          "state", "pairs",    "hours"};
  static constexpr std::string_view not_found = key("reference.no-participant");
  static constexpr bool has_names_for_title = true;

  static std::span<const Field<Participant>> fields();
  static std::span<const RecordRule<Participant>> rules();
  static std::string title_of(const Program& program, const Participant& person, Date day);
  static std::vector<std::string> names_of(const Participant& person);
  static std::string told_apart(const Program& program, const Participant& person, Date day);
  static std::vector<const Stored<Participant>*> resolve(const ResolveContext& context, std::string_view reference);
  static std::vector<const Participant*> select(const Program& program, const Filter& filter, Date today);
  static Section table(const ReportContext& context);
  static KindSet counted_in_table();
  static void add_sections(Report& report, const ReportContext& context, const Stored<Participant>& stored);
};

}  // namespace mentor
