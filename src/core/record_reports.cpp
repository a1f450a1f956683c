// One record as a report: its fields as facts, and the records that belong to it as sections.
#include "mentor/reports.hpp"

namespace mentor {

namespace {

template <class Record>
Report fields_of(const ReportContext& context, const Stored<Record>& stored, FixedLabel title, std::string subject) {
  Report report{.name = std::string{word_for<Record>}, .title = title, .subject = std::move(subject)};
  for (const auto& field : fields<Record>()) {
    report.facts.push_back({std::string{field.name}, field.heading, field.cell(stored.record, context.program)});
  }
  report.facts.push_back({"file", {"Файл", "File"}, context.program.path_and_line(stored)});
  std::string others;
  for (const auto* other : context.program.all<Record>().all_of(stored.record.id)) {
    if (other != &stored) {
      others.append(others.empty() ? "" : ", ").append(context.program.path_and_line(*other));
    }
  }
  if (!others.empty()) {
    report.facts.push_back({"also", {"Записано ещё и здесь", "Stands also in"}, std::move(others)});
  }
  return report;
}

/// Not all that a filter finds of these people and pairs has to be shown: some of it stands in the facts.
template <class Record>
Section section_of(const ReportContext& context, Filter filter, std::vector<std::string> keys) {
  Section section =
      pick_columns(table_of<Record>({context.program, std::move(filter), context.today, context.sort_key, {}}), keys);
  section.total.clear();
  return section;
}

}  // namespace

template <>
Report report_on(const ReportContext& context, const Stored<Participant>& stored) {
  Report report = fields_of(context, stored, {"Участник", "Participant"}, stored.record.name);
  const Filter filter{.person = stored.record.id};
  report.sections = {
      section_of<Pair>(context, filter,
                       {"id", "mentor", "mentee", "form", "from", "until", "state", "activities", "hours"}),
      section_of<Activity>(context, filter, {"id", "on", "type", "pairs", "hours", "note"}),
  };
  return report;
}

template <>
Report report_on(const ReportContext& context, const Stored<Pair>& stored) {
  Report report = fields_of(context, stored, {"Пара", "Pair"}, title_of(context.program, stored.record));
  report.sections = {
      section_of<Activity>(context, {.pair = stored.record.id}, {"id", "on", "type", "hours", "note"}),
  };
  return report;
}

template <>
Report report_on(const ReportContext& context, const Stored<Activity>& stored) {
  return fields_of(context, stored, {"Занятие", "Activity"}, stored.record.id.to_string());
}

}  // namespace mentor
