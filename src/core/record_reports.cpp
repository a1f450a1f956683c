// One record as a report. Its fields are facts, and the records that belong to it are sections.
#include <tuple>

#include "table_parts.hpp"

namespace mentor {

namespace {

template <class Record>
std::string subject_of(const Program& program, const Record& record, Date day) {
  if constexpr (requires { &Kind<Record>::subject_of; }) {
    return Kind<Record>::subject_of(program, record);
  } else {
    return title_of(program, record, day);
  }
}

}  // namespace

template <class Record>
Report report_on(const ReportContext& context, const Stored<Record>& stored) {
  Report report{.name = std::string{word_for<Record>},
                .title = Kind<Record>::title,
                .subject = subject_of(context.program, stored.record, context.today)};
  const CellView view{context.program, context.today, true};
  for (const auto& field : fields<Record>()) {
    report.facts.push_back({std::string{field.name}, field.heading, field.cell(stored.record, view)});
  }
  for (const OwnField& field : context.program.own_fields(stored)) {
    report.facts.push_back({field.name, Label{field.name, field.name}, cell_of(field)});
  }
  report.facts.push_back({"file", FixedLabel{"Файл", "File"}, context.program.path_and_line(stored)});
  std::string others;
  for (const auto* other : context.program.all<Record>().all_of(stored.record.id)) {
    if (other != &stored) {
      others.append(others.empty() ? "" : ", ").append(context.program.path_and_line(*other));
    }
  }
  if (!others.empty()) {
    report.facts.push_back({"also", FixedLabel{"Записано ещё и здесь", "Stands also in"}, std::move(others)});
  }
  if constexpr (requires { &Kind<Record>::add_sections; }) {
    Kind<Record>::add_sections(report, context, stored);
  } else {
    add_all_naming<>(report, context, stored.record.id);
  }
  return report;
}

/// The instances for every kind.
template <class... Records>
auto instances_of_record_reports(std::tuple<Records...>) {
  return std::tuple{&report_on<Records>...};
}
template auto instances_of_record_reports(Kinds);

}  // namespace mentor
