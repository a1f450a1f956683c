/// The curator's own contact with members of pairs: a talk, a call, a message, a visit.
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
#include "mentor/records/participant.hpp"
#include "mentor/words_of.hpp"

namespace mentor {

/// How the curator got in touch.
enum class Via { meeting, call, message, visit };

template <>
struct WordsOf<Via> {
  static constexpr std::string_view expected = key("expected.via");
  static constexpr std::array rows = {WordRow{"meeting", {"встреча", "meeting"}}, WordRow{"call", {"звонок", "call"}},
                                      WordRow{"message", {"сообщение", "message"}},
                                      WordRow{"visit", {"посещение занятия", "visit to a meeting"}}};
};

/// Whether the people were reached. A contact that says nothing reached them.
enum class Reached { no };

template <>
struct WordsOf<Reached> {
  static constexpr std::string_view expected = key("expected.reached");
  static constexpr std::array rows = {WordRow{"no", {"нет", "no"}}};
};

struct Contact {
  Id<Contact> id;
  IdList<Participant> people;
  Date on;
  std::optional<Via> via = {};
  std::optional<Reached> reached = {};
  CompactText note = {};
};

template <>
struct Kind<Contact> {
  static constexpr std::string_view folder = "contacts", one = "contact";
  static constexpr FixedLabel title{"Контакт", "Contact"}, many{"Контакты", "Contacts"};
  static constexpr std::array<std::string_view, 2> inflected{"контакт", "контактов"};
  static constexpr std::array<std::string_view, 1> main_fields{"people"};
  static constexpr FixedLabel example{
      "id: n1f7g2v5da\n"
      "people: [4hs61bz9te, 7k2m9qx4tz]\n"
      "on: 2026-10-20\n"
      "via: call\n"
      "note: Мешает расписание\n",
      "id: n1f7g2v5da\n"
      "people: [4hs61bz9te, 7k2m9qx4tz]\n"
      "on: 2026-10-20\n"
      "via: call\n"
      "note: The timetable is in the way\n"};
  static constexpr std::array<std::string_view, 5> listed{"on", "people", "via", "reached", "note"};

  static std::span<const Field<Contact>> fields();
  static std::span<const RecordRule<Contact>> rules();
};

}  // namespace mentor
