// The papers: how many of each type are asked for and are there, whom one lacks, and which expire.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "demands.hpp"
#include "report_parts.hpp"

namespace mentor {

namespace {

/// How many papers of one type there are.
struct PaperCounts {
  std::int64_t needed = 0;
  std::int64_t there = 0;
  std::int64_t expiring = 0;
};

Column who_column() {
  Column who = text_column("who", {"Кто", "Who"});
  who.kind = ColumnKind::reference;
  who.privacy = Privacy::name_of_minor;
  return who;
}

Section table_of_types(const Model& model, const std::vector<DemandState>& demands) {
  std::map<const DocumentType*, PaperCounts> counts;
  for (const DemandState& state : demands) {
    PaperCounts& of_type = counts[state.demand.type];
    ++of_type.needed;
    of_type.there += state.is_met ? 1 : 0;
    of_type.expiring += state.last ? 1 : 0;
  }
  Section section{
      .key = "documents",
      .title = FixedLabel{"По видам", "By type"},
      .columns = {text_column("type", {"Документ", "Document"}), number_column("needed", {"Нужно", "Needed"}),
                  number_column("there", {"Есть", "There"}), number_column("missing", {"Не хватает", "Missing"}),
                  number_column("expiring", {"Истекает", "Expiring"})},
      .when_empty = FixedLabel{"Пока ничего не требуется: нет таких пар или ни один документ ещё не записан.",
                               "Nothing is asked of anybody: there are no such pairs, or no papers yet."}};
  for (const DocumentType& type : model.documents) {
    if (const auto found = counts.find(&type); found != counts.end()) {
      const PaperCounts& of_type = found->second;
      section.rows.add({Labelled{type.id.to_string(), type.label}, of_type.needed, of_type.there,
                        of_type.needed - of_type.there, of_type.expiring});
    }
  }
  return section;
}

Section table_of_missing(const ReportContext& context, const std::vector<DemandState>& demands, Date day) {
  Section section{.key = "missing",
                  .title = FixedLabel{"У кого нет", "Who lacks one"},
                  .columns = {text_column("type", {"Документ", "Document"}), who_column(),
                              text_column("unit", {"Класс, МО", "Unit"}), command_column()},
                  .when_empty = demands.empty()
                                    ? FixedLabel{"Пока ничего не требуется.", "Nothing is asked for yet."}
                                    : FixedLabel{"Все нужные документы есть.", "All that is asked for is there."}};
  const NamesToType to_type{context.program, day, context.fold};
  for (const DemandState& state : demands) {
    if (!state.is_met) {
      const Participant* person = state.demand.role ? context.program.find(state.demand.person()) : nullptr;
      section.rows.add({Labelled{state.demand.type->id.to_string(), state.demand.type->label},
                        who_of(context.program, state.demand, day),
                        person == nullptr ? Cell{} : cell_or_blank(person->unit.on(day)),
                        command_for(state.demand, context.program.model(), to_type)});
    }
  }
  return section;
}

Section table_of_expiring(const ReportContext& context, const std::vector<DemandState>& demands, Date day) {
  Section section{
      .key = "expiring",
      .title = FixedLabel{"Истекает", "Expiring"},
      .columns = {text_column("type", {"Документ", "Document"}), who_column(),
                  Column{.key = "until", .heading = FixedLabel{"Действует до", "Until"}, .kind = ColumnKind::date}},
      .when_empty = FixedLabel{"Ничего не истекает.", "Nothing expires."}};
  for (const DemandState& state : demands) {
    if (state.last) {
      section.rows.add({Labelled{state.demand.type->id.to_string(), state.demand.type->label},
                        who_of(context.program, state.demand, day), *state.last});
    }
  }
  return section;
}

void fill_documents(Report& report, const ReportContext& context) {
  const Date day = day_of_state(context.filter.period, context.today);
  const Papers papers{context.program, day};
  const auto pairs = select<Pair>(context.program, context.filter, context.today);
  auto demands = demands_on(context.program, papers, pairs, day);
  std::vector<std::pair<std::tuple<std::ptrdiff_t, std::string>, DemandState>> keyed;
  keyed.reserve(demands.size());
  for (const DemandState& state : demands) {
    keyed.push_back({{state.demand.type - context.program.model().documents.data(),
                      context.sort_key(who_of(context.program, state.demand, day).name)},
                     state});
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  std::transform(keyed.begin(), keyed.end(), demands.begin(), [](const auto& one) { return one.second; });
  std::vector<Labelled> not_asked;
  for (const DocumentType& type : context.program.model().documents) {
    if (!type.required && !papers.is_asked(type)) {
      not_asked.push_back({type.id.to_string(), type.label});
    }
  }
  if (!not_asked.empty()) {
    report.facts.push_back({"not-asked",
                            FixedLabel{"Пока не требуются (ни один не записан)", "Not asked for: the program has none"},
                            std::move(not_asked)});
  }
  add_sections(report, table_of_types(context.program.model(), demands));
  add_sections(report, table_of_missing(context, demands, day));
  add_sections(report, table_of_expiring(context, demands, day));
  report.chapters.back().notes = {
      FixedLabel{"Нужно – сколько документов требует модель (`mentor показать модель документы`) от участников пар, "
                 "которые действуют, приостановлены или предстоят на последний день периода, но не позже дня отчёта, и "
                 "от самих пар. Документ каждого вида требуется с тех пор, как записан первый такой документ.",
                 "Needed is how many papers the model asks for (`mentor show model documents`) of the members of pairs "
                 "that are open, paused or to begin on the period's last day, but not after the day of the report, and "
                 "of the pairs themselves. A type is asked for from the first such record on."},
      FixedLabel{"Истекает – срок документа кончается в ближайшие дни (норма `expires-days`), а другого нет.",
                 "Expiring: the paper counts for few more days (the norm `expires-days`), and there is no other."}};
}

}  // namespace

const ReportRow documents_report{.name = "documents",
                                 .russian = "документы",
                                 .title = {"Документы", "Documents"},
                                 .takes_filters = true,
                                 .looks_through = KindSet::of<Document>(),
                                 .shows = {},
                                 .counts_pairs = false,
                                 .lists_people = false,
                                 .fill = fill_documents};

}  // namespace mentor
