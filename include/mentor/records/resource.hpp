/// What the program needs, and what of it is provided.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "mentor/amount.hpp"
#include "mentor/date.hpp"
#include "mentor/id.hpp"
#include "mentor/kind.hpp"
#include "mentor/message.hpp"
#include "mentor/model.hpp"
#include "mentor/records/practice.hpp"

namespace mentor {

struct Resource {
  Id<Resource> id;
  std::string title;
  Id<ResourceType> type;
  Amount needed;
  std::optional<Amount> provided = {};  // none: nothing yet
  std::string measure = {};             // шт., часов в неделю, руб.
  std::optional<Date> due = {};
  std::string source = {};                    // who provides it
  std::optional<Id<Practice>> practice = {};  // for which program; none: for all
};

/// How much of it is still wanted.
Amount shortfall(const Resource& resource);

template <>
struct Kind<Resource> {
  static constexpr std::string_view folder = "resources", one = "resource";
  static constexpr FixedLabel title{"Ресурс", "Resource"}, many{"Ресурсы", "Resources"};
  static constexpr std::array<std::string_view, 2> inflected{"ресурса", "ресурсов"};
  static constexpr std::array<std::string_view, 1> main_fields{"title"};
  static constexpr std::array<std::string_view, 7> listed{"title", "type",    "needed", "provided",
                                                          "short", "measure", "due"};
  static constexpr FixedLabel example{
      "id: w9j3t5z1fe\n"
      "title: Ноутбук для проектной работы\n"
      "type: equipment\n"
      "needed: 2\n"
      "provided: 1\n"
      "measure: шт.\n"
      "due: 2026-09-20\n"
      "source: школа\n",
      "id: w9j3t5z1fe\n"
      "title: Laptop for projects\n"
      "type: equipment\n"
      "needed: 2\n"
      "provided: 1\n"
      "measure: pieces\n"
      "due: 2026-09-20\n"
      "source: the school\n"};

  static std::span<const Field<Resource>> fields();
  static std::span<const RecordRule<Resource>> rules();
  static std::string title_of(const Program& program, const Resource& resource, Date day);
  static std::vector<const Stored<Resource>*> resolve(const ResolveContext& context, std::string_view reference);
  /// A resource without a day is wanted in the present.
  static std::vector<const Resource*> select(const Program& program, const Filter& filter, Date today);
  static Section table(const ReportContext& context);
};

}  // namespace mentor
