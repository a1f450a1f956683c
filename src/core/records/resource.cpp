#include "mentor/records/resource.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "field_table.hpp"
#include "table_parts.hpp"
#include "titles.hpp"
#include "usual_selection.hpp"

namespace mentor {

namespace {

constexpr std::array resource_fields = {
    field<&Resource::id, OwnIdCodec<Resource>>(
        "id", required, {"Код", "Id"}, {"Код записи, он же имя файла.", "The record's id, and the file's name."}),
    field<&Resource::title, LineCodec>("title", required, {"Что", "What"},
                                       {"Что нужно: «Ноутбук для проектной работы».", "What is needed."},
                                       {.russian = "название"}),
    field<&Resource::type>("type", required, {"Вид", "Type"},
                           {"Код вида ресурса из модели программы, например equipment.",
                            "The id of a type of resource of the program's model, such as equipment."}),
    field<&Resource::needed>("needed", required, {"Нужно", "Needed"},
                             {"Сколько нужно: число от 0 до 1000000000, не больше двух знаков после запятой.",
                              "How much is needed: a number from 0 to 1000000000, with at most two decimals."}),
    field<&Resource::provided>(
        "provided", optional, {"Обеспечено", "Provided"},
        {"Сколько из этого уже есть; без строки – ничего.", "How much of it is there already; nothing without it."}),
    field<&Resource::measure, LineCodec>("measure", optional, {"Ед. изм.", "Measure"},
                                         {"В чём это считают: «шт.», «часов в неделю», «руб.».",
                                          "In what it is counted: pieces, hours a week, roubles."},
                                         {.russian = "единица"}),
    field<&Resource::due>("due", optional, {"Срок", "Due"},
                          {"К какому дню это нужно.", "The day by which it is needed."}, {.ahead = true}),
    field<&Resource::source, LineCodec>("source", optional, {"Источник", "Source"},
                                        {"Кто это даёт, откуда средства.", "Who provides it, or pays."},
                                        {.privacy = Privacy::sensitive}),
    field<&Resource::practice>("practice", optional, {"Программа", "Practice"},
                               {"Код программы, для которой это нужно; без строки – для всех.",
                                "The id of the program for which it is needed; for all without it."}),
};

}  // namespace

Amount shortfall(const Resource& resource) {
  const std::int64_t provided = resource.provided.value_or(Amount{}).hundredths();
  return *Amount::from_hundredths(std::max<std::int64_t>(0, resource.needed.hundredths() - provided));
}

std::span<const Field<Resource>> Kind<Resource>::fields() { return resource_fields; }
std::span<const RecordRule<Resource>> Kind<Resource>::rules() { return {}; }

std::string Kind<Resource>::title_of(const Program&, const Resource& resource, Date) { return resource.title; }

std::vector<const Stored<Resource>*> Kind<Resource>::resolve(const ResolveContext& context,
                                                             std::string_view reference) {
  return by_title<Resource>(context, reference);
}

std::vector<const Resource*> Kind<Resource>::select(const Program& program, const Filter& filter, Date today) {
  std::vector<const Resource*> resources;
  const UsualSelection<Resource> selection{program, filter, today};
  for (const auto& stored : program.all<Resource>()) {
    const Resource& resource = stored.record;
    // One without a day is of the present: else a new one would change the report of a past year.
    if (filter.period.contains(resource.due.value_or(today)) && selection.fits(resource)) {
      resources.push_back(&resource);
    }
  }
  return resources;
}

Section Kind<Resource>::table(const ReportContext& context) {
  auto resources = mentor::select<Resource>(context.program, context.filter, context.today);
  std::vector<std::tuple<Date, std::string, Id<Resource>, const Resource*>> keyed;
  for (const Resource* one : resources) {
    keyed.emplace_back(one->due.value_or(Date::latest()), context.sort_key(one->title), one->id, one);
  }
  std::sort(keyed.begin(), keyed.end());
  std::transform(keyed.begin(), keyed.end(), resources.begin(), [](const auto& key) { return std::get<3>(key); });
  Section section = rows_of(context, std::move(resources),
                            [](const Resource& resource, Row& row) { row.emplace_back(shortfall(resource)); });
  section.columns.push_back(number_column("short", {"Не хватает", "Short"}));
  return section;
}

}  // namespace mentor
