// What the program needs and what of it is provided: what is wanting comes first.
#include <algorithm>
#include <tuple>

#include "report_parts.hpp"

namespace mentor {

namespace {

/// What is wanting first, then by day and title.
std::vector<const Resource*> in_order(const ReportContext& context) {
  auto resources = select<Resource>(context.program, context.filter, context.today);
  std::vector<std::tuple<bool, Date, std::string, Id<Resource>, const Resource*>> keyed;
  keyed.reserve(resources.size());
  for (const Resource* one : resources) {
    keyed.emplace_back(shortfall(*one) == Amount{}, one->due.value_or(Date::latest()), context.sort_key(one->title),
                       one->id, one);
  }
  std::sort(keyed.begin(), keyed.end());
  std::transform(keyed.begin(), keyed.end(), resources.begin(), [](const auto& key) { return std::get<4>(key); });
  return resources;
}

Section table_of_resources(const ReportContext& context, const std::vector<const Resource*>& resources) {
  const Program& program = context.program;
  Column practice = text_column("practice", {"Программа", "Program"});
  practice.kind = ColumnKind::reference;
  Section section{
      .key = "resources",
      .title = FixedLabel{"Ресурсы", "Resources"},
      .columns = {text_column("title", {"Что", "What"}), text_column("type", {"Вид", "Type"}), std::move(practice),
                  number_column("needed", {"Нужно", "Needed"}), number_column("provided", {"Обеспечено", "Provided"}),
                  number_column("short", {"Не хватает", "Short"}), text_column("measure", {"Ед. изм.", "Measure"}),
                  Column{.key = "due", .heading = FixedLabel{"Срок", "Due"}, .kind = ColumnKind::date},
                  text_column("source", {"Источник", "Source"})},
      .when_empty = FixedLabel{"Ресурсов нет. Добавить: mentor добавить ресурс.",
                               "There are no resources. To add one: mentor add resource."}};
  section.columns.back().privacy = Privacy::sensitive;
  spare_columns(section, {"source", "practice", "type"});
  for (const Resource* one : resources) {
    const Practice* practice_of = one->practice ? program.find(*one->practice) : nullptr;
    section.rows.add(
        {one->title, word_cell(one->type, program.model()),
         practice_of == nullptr ? Cell{} : Cell{Reference{practice_of->id.to_string(), practice_of->title}},
         one->needed, one->provided.value_or(Amount{}), shortfall(*one), cell_or_blank(one->measure),
         cell_or_blank(one->due), cell_or_blank(one->source)});
  }
  hide_empty_columns(section);
  return section;
}

/// How many resources there are of each type, and how many are provided in full. Amounts of several measures have no
/// sum.
Section table_of_types(const ReportContext& context, const std::vector<const Resource*>& resources) {
  Section section{
      .key = "types",
      .title = FixedLabel{"По видам", "By type"},
      .columns = {text_column("type", {"Вид", "Type"}), number_column("resources", {"Ресурсов", "Resources"}),
                  number_column("full", {"Обеспечено полностью", "Provided in full"}),
                  Column{.key = "share",
                         .heading = FixedLabel{"Доля обеспеченных", "Share provided"},
                         .kind = ColumnKind::share}}};
  for (const ResourceType& type : context.program.model().resources) {
    std::int64_t all = 0;
    std::int64_t full = 0;
    for (const Resource* one : resources) {
      all += one->type == type.id ? 1 : 0;
      full += one->type == type.id && shortfall(*one) == Amount{} ? 1 : 0;
    }
    if (all != 0) {
      section.rows.add({Labelled{type.id.to_string(), type.label}, all, full, Share{full, all}});
    }
  }
  return section;
}

void fill_resources(Report& report, const ReportContext& context) {
  const auto resources = in_order(context);
  const Date day = day_of_state(context.filter.period, context.today);
  const auto wanting = std::count_if(resources.begin(), resources.end(),
                                     [](const Resource* one) { return shortfall(*one) != Amount{}; });
  const auto late = std::count_if(resources.begin(), resources.end(), [&](const Resource* one) {
    return shortfall(*one) != Amount{} && one->due && *one->due < day;
  });
  report.facts.push_back(
      {"resources", FixedLabel{"Ресурсов", "Resources"}, static_cast<std::int64_t>(resources.size())});
  report.facts.push_back({"short", FixedLabel{"Не хватает", "Short"}, std::int64_t{wanting}});
  report.facts.push_back({"late", FixedLabel{"Из них срок прошёл", "Of these overdue"}, std::int64_t{late}});
  Section types = table_of_types(context, resources);
  add_sections(report, table_of_resources(context, resources));
  if (types.rows.size() != 0) {
    add_sections(report, std::move(types));
  }
  report.chapters.back().notes = {
      FixedLabel{
          "Ресурсы – те, чей срок приходится на период; те, у которых срока нет, – если на период приходится "
          "день отчёта. Не хватает – нужно минус обеспечено, но не меньше нуля.",
          "Resources are those whose day is in the period; without one, if the day of the report is. Short is what "
          "is needed less what is provided, and never below zero."},
      FixedLabel{"Доля обеспеченных – ресурсы вида, которых хватает, от всех его ресурсов: рубли и штуки не "
                 "складываются.",
                 "The share provided is the resources of a type that are not short, of all of that type: roubles and "
                 "pieces have no sum."}};
}

}  // namespace

const ReportRow resources_report{.name = "resources",
                                 .russian = "ресурсы",
                                 .title = {"Ресурсы программы", "Resources of the program"},
                                 .takes_filters = true,
                                 .looks_through = KindSet::of<Resource>(),
                                 .shows = {},
                                 .counts_pairs = false,
                                 .lists_people = false,
                                 .fill = fill_resources,
                                 .types = ModelList::resources,
                                 .lists_types = true};

}  // namespace mentor
