#include "mentor/reports.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "mentor/input.hpp"
#include "mentor/rules.hpp"
#include "pair_filter.hpp"
#include "report_parts.hpp"

namespace mentor {

namespace {

/// How many pairs the figures leave out, because no day is known by which to count them.
std::size_t uncounted_pairs(const ReportContext& context) {
  const auto& pairs = context.program.all<Pair>();
  return static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), [&](const Stored<Pair>& stored) {
    return stored.record.ends_before_it_begins() && !is_void(stored.record, context.program.model()) &&
           !stored.record.belongs_to(context.filter.period);
  }));
}

/// How many of the pairs asked for never were, so that the figures leave them and their activities out.
std::size_t void_pairs(const ReportContext& context) {
  if (context.filter.takes_void() || context.filter.state) {
    return 0;
  }
  Filter filter = context.filter;
  filter.state = PairState::cancelled;
  return select<Pair>(context.program, filter, context.today).size();
}

/// What the head calls the number of things that could not be taken in.
FixedLabel name_of(Omission what) {
  switch (what) {
    case Omission::unread:
      return {"Не прочитано записей (подробности: mentor проверить)",
              "Records that could not be read (details: mentor check)"};
    case Omission::repeated:
      return {"Записей, которые стоят в нескольких местах (каждая учтена один раз; подробности: mentor проверить)",
              "Records in several places, each counted once (details: mentor check)"};
    case Omission::passed_over:
      return {"Файлов, которые не читаются из-за имени (подробности: mentor проверить)",
              "Files not read because of their names (details: mentor check)"};
    case Omission::left_out:
      return {"Значений, которые не удалось прочитать и учесть (подробности: mentor проверить)",
              "Values that could not be read and do not count (details: mentor check)"};
  }
  return {};
}

template <class Record>
Cell reference_cell(const Id<Record>& id, const ReportContext& context) {
  const Record* record = context.program.find(id);
  const Date day = day_of_state(context.filter.period, context.today);
  return Reference{id.to_string(), record != nullptr ? title_of(context.program, *record, day) : id.to_string(),
                   names_people<Record>};
}

/// What the filter asks for, but for the period, which every report names.
std::vector<Fact> facts_of(const ReportContext& context) {
  const Filter& filter = context.filter;
  std::vector<Fact> facts;
  const auto add = [&](std::string key, FixedLabel name, Cell value) {
    facts.push_back({std::move(key), name, std::move(value)});
  };
  if (filter.role) {
    add("role", {"Отбор по роли", "Role asked for"}, labelled(*filter.role));
  }
  if (filter.category) {
    add("category", {"Отбор по категории", "Category asked for"}, word_cell(*filter.category, context.program.model()));
  }
  if (!filter.units.empty()) {
    std::vector<Labelled> units;
    std::transform(filter.units.begin(), filter.units.end(), std::back_inserter(units), [](const std::string& unit) {
      return Labelled{unit, {unit, unit}};
    });
    add("unit", {"Отбор по классу, подразделению", "Unit asked for"}, std::move(units));
  }
  if (filter.form) {
    add("form", {"Отбор по форме", "Form asked for"}, word_cell(*filter.form, context.program.model()));
  }
  if (filter.type) {
    add("type", {"Отбор по виду работы", "Type asked for"}, word_cell(*filter.type, context.program.model()));
  }
  if (filter.own_type) {
    add("type", {"Отбор по виду", "Type asked for"},
        with_list(context.program.model(), filter.own_type->list, [&](const auto& entries) {
          const auto* entry = with_id(entries, filter.own_type->id.to_string());
          return entry == nullptr ? Cell{filter.own_type->id.to_string()}
                                  : Cell{Labelled{entry->id.to_string(), entry->label}};
        }));
  }
  if (filter.pair) {
    add("pair", {"Отбор по паре", "Pair asked for"}, reference_cell(*filter.pair, context));
  }
  if (filter.person) {
    add("person", {"Отбор по участнику", "Person asked for"}, reference_cell(*filter.person, context));
  }
  if (filter.state) {
    add("state", {"Отбор по состоянию пары", "State asked for"}, labelled(*filter.state));
  }
  return facts;
}

/// All reports, in the order of the help.
constexpr std::array reports = {
    &summary_report,   &participants_report, &pairs_report,      &activities_report,
    &roadmap_report,   &plans_report,        &workload_report,   &attention_report,
    &resources_report, &documents_report,    &monitoring_report, &indicators_report,
    &sheets_report,    &practices_report,    &trainings_report,  &relay_report,
};

}  // namespace

std::span<const ReportRow* const> all_reports() { return reports; }

KindSet read_by_report(KindSet looked_through) {
  return with_named(looked_through | KindSet::of<Participant, Pair, Pause>());
}

std::shared_ptr<const PairWork> add_up(const ReportRow& row, const Program& program, const Period& period, Date today) {
  return std::make_shared<const PairWork>(PairWork{work_by_pair(program, row.adds_up_within(period, today)).take()});
}

Report make_report(const ReportRow& row, const ReportContext& context) {
  Report report{.name = std::string{row.name}, .title = row.title, .period = context.filter.period};
  report.filters = facts_of(context);
  const Settings& settings = context.program.settings;
  report.facts.push_back({"organization", FixedLabel{"Организация", "Organization"},
                          settings.organization.empty() ? Cell{} : Cell{settings.organization}});
  report.facts.push_back({"today", FixedLabel{"Отчёт на", "As of"}, context.today});
  if (!context.revision.empty()) {
    report.facts.push_back({"revision", FixedLabel{"Версия данных (git)", "Data revision (git)"}, context.revision});
  }
  const auto add_count = [&](std::string key, FixedLabel name, std::size_t count) {
    if (count != 0) {
      report.facts.push_back({std::move(key), name, static_cast<std::int64_t>(count)});
    }
  };
  for (const Omission what : all_omissions) {
    add_count(std::string{to_string(what)}, name_of(what), context.health.count(what));
  }
  if (row.counts_pairs) {
    add_count("uncounted-pairs",
              {"Не сосчитано пар, которые заканчиваются раньше, чем начинаются (подробности: mentor проверить)",
               "Pairs not counted, as they end before they begin (details: mentor check)"},
              uncounted_pairs(context));
    add_count("void-pairs",
              {"Отменённых пар (не сосчитаны, как и их занятия; список: mentor список пары --отменённые)",
               "Void pairs (not counted, nor are their activities; list: mentor list pairs --void)"},
              void_pairs(context));
  }
  row.fill(report, context);
  report.health = health_section(context.health);
  return report;
}

void add_of_void_pairs(Report& report, const ReportContext& context) {
  const VoidPairs voided{context.program};
  if (voided.is_empty() || context.filter.takes_void()) {
    return;
  }
  Filter filter = context.filter;
  filter.with_void = true;
  const auto asked = select<Activity>(context.program, filter, context.today);
  const auto count =
      std::count_if(asked.begin(), asked.end(), [&](const Activity* activity) { return voided.are_all_of(*activity); });
  if (count != 0) {
    report.facts.push_back({"activities-of-void-pairs",
                            FixedLabel{"Занятий отменённых пар (не сосчитаны; подробности: mentor проверить)",
                                       "Activities of void pairs (not counted; details: mentor check)"},
                            std::int64_t{count}});
  }
}

void add_without_hours(Report& report, const std::vector<const Activity*>& activities) {
  const auto attempts =
      std::count_if(activities.begin(), activities.end(), [](const Activity* one) { return one->is_attempt(); });
  const auto count = std::count_if(activities.begin(), activities.end(),
                                   [](const Activity* one) { return !one->hours && !one->is_attempt(); });
  if (attempts != 0) {
    report.facts.push_back({"attempts",
                            FixedLabel{"Не состоялось: кто-то не пришёл (в счёт не идёт)",
                                       "Attempts to which somebody did not come (they count in nothing)"},
                            std::int64_t{attempts}});
  }
  if (count != 0) {
    report.facts.push_back({"activities-without-hours",
                            FixedLabel{"Занятий без часов (в сумме часов их нет)",
                                       "Activities without hours (they add nothing to the sum)"},
                            std::int64_t{count}});
  }
}

std::vector<const Activity*> activities_of(const ReportContext& context, const std::vector<const Pair*>& pairs) {
  std::unordered_set<Id<Pair>> ids;
  for (const Pair* pair : pairs) {
    ids.insert(pair->id);
  }
  std::vector<const Activity*> activities;
  for (const auto& stored : context.program.all<Activity>()) {
    const Activity& activity = stored.record;
    if (context.filter.period.contains(activity.on) &&
        std::any_of(activity.pairs.begin(), activity.pairs.end(), [&](const auto& id) { return ids.contains(id); })) {
      activities.push_back(&activity);
    }
  }
  return activities;
}

std::optional<Section> health_section(const Health& health) {
  constexpr std::size_t most_spots = 50;  // [ours] the head has the whole number, and `check` tells of every one
  if (health.spots.empty()) {
    return std::nullopt;
  }
  Section section{.key = "health",
                  .title = FixedLabel{"Что не вошло (подробности: mentor проверить)",
                                      "What could not be taken in (details: mentor check)"},
                  .columns = {text_column("what", {"Что", "What"}), text_column("path", {"Файл", "File"}),
                              number_column("line", {"Строка", "Line"}), text_column("field", {"Поле", "Field"})}};
  for (std::size_t index = 0; index < std::min(most_spots, health.spots.size()); ++index) {
    const auto& [what, place] = health.spots[index];
    section.rows.add({labelled(what), place.path, place.line == 0 ? Cell{} : Cell{std::int64_t{place.line}},
                      place.field.empty() ? Cell{} : Cell{place.field}});
  }
  return section;
}

}  // namespace mentor
