/// What people learnt or achieved: a school of mentors, a course, a contest, a publication, a category.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "mentor/date.hpp"
#include "mentor/duration.hpp"
#include "mentor/id.hpp"
#include "mentor/id_list.hpp"
#include "mentor/kind.hpp"
#include "mentor/message.hpp"
#include "mentor/model.hpp"
#include "mentor/records/participant.hpp"

namespace mentor {

struct Training {
  Id<Training> id;
  Id<TrainingType> type;
  IdList<Participant> people;  // all who took part: a school of mentors is one record
  std::string title = {};
  Date on;  // its last day
  std::optional<Duration> hours = {};
  std::string provider = {};
  std::string number = {};  // of the certificate or the order
  std::optional<Date> until = {};
};

template <>
struct Kind<Training> {
  static constexpr std::string_view folder = "trainings", one = "training";
  static constexpr FixedLabel title{"Обучение", "Training"}, many{"Обучение и достижения", "Trainings"};
  static constexpr std::array<std::string_view, 2> inflected{"обучения", "обучений"};
  static constexpr std::array<std::string_view, 2> main_fields{"type", "people"};
  static constexpr FixedLabel example{
      "id: y4k8a1t6rm\n"
      "type: course\n"
      "people: [b3w8c5y2nk]\n"
      "title: Наставничество в форме «учитель – учитель»\n"
      "on: 2026-11-14\n"
      "hours: 36\n"
      "provider: Институт развития образования\n"
      "number: удостоверение 66-0417\n",
      "id: y4k8a1t6rm\n"
      "type: course\n"
      "people: [b3w8c5y2nk]\n"
      "title: Mentoring among teachers\n"
      "on: 2026-11-14\n"
      "hours: 36\n"
      "provider: Institute of Education\n"
      "number: certificate 66-0417\n"};
  static constexpr std::array<std::string_view, 5> listed{"on", "type", "people", "title", "hours"};

  static std::span<const Field<Training>> fields();
  static std::span<const RecordRule<Training>> rules();
};

}  // namespace mentor
