/// A program of mentoring written down. Once it is published, it is a best practice.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "mentor/date.hpp"
#include "mentor/id.hpp"
#include "mentor/id_list.hpp"
#include "mentor/kind.hpp"
#include "mentor/message.hpp"
#include "mentor/model.hpp"
#include "mentor/records/participant.hpp"

namespace mentor {

struct Practice {
  Id<Practice> id;
  std::string title;
  Id<Form> form;
  std::optional<Id<RoleModel>> role_model = {};
  std::optional<Date> from = {};   // the days on which it is a program that pairs run by
  std::optional<Date> until = {};  // the last of them
  IdList<Participant> authors = {};
  std::string goal = {};
  std::string content = {};
  std::string expected = {};
  std::string result = {};
  std::string link = {};
  std::optional<Date> published = {};  // from this day on it is a best practice
};

template <>
struct Kind<Practice> {
  static constexpr std::string_view folder = "practices", one = "practice";
  static constexpr FixedLabel title{"Программа", "Practice"}, many{"Программы", "Practices"};
  static constexpr std::array<std::string_view, 2> inflected{"программу", "программ"};
  static constexpr std::array<std::string_view, 1> main_fields{"title"};
  static constexpr FixedLabel example{
      "id: s8m1x4d7qa\n"
      "title: Первый проект пятиклассника\n"
      "form: pupil-pupil\n"
      "from: 2026-10-01\n"
      "until: 2027-05-31\n"
      "authors: [b3w8c5y2nk]\n"
      "goal: Помочь пятиклассникам довести до защиты первый проект\n"
      "expected: 12 пар, не меньше 9 защищённых проектов\n",
      "id: s8m1x4d7qa\n"
      "title: The first project of the fifth form\n"
      "form: pupil-pupil\n"
      "from: 2026-10-01\n"
      "until: 2027-05-31\n"
      "authors: [b3w8c5y2nk]\n"
      "goal: To help the fifth form to bring a first project to its end\n"
      "expected: 12 pairs, at least 9 projects brought to an end\n"};
  static constexpr std::array<std::string_view, 5> listed{"title", "form", "from", "until", "published"};
  static constexpr std::string_view not_found = key("reference.no-practice");

  static std::span<const Field<Practice>> fields();
  static std::span<const RecordRule<Practice>> rules();
  static std::string title_of(const Program& program, const Practice& practice, Date day);
  static std::vector<const Stored<Practice>*> resolve(const ResolveContext& context, std::string_view reference);
};

}  // namespace mentor
