// One record as a report. Its fields are facts, and the records that belong to it are sections.
#include <algorithm>
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

/// Adds the records of this kind that name the record, if there are any.
template <class Other>
void add_naming(Report& report, const ReportContext& context, const RecordKey& named) {
  const auto all = fields<Other>();
  std::vector<const Other*> records;
  for (const auto& stored : context.program.all<Other>()) {
    if (std::any_of(all.begin(), all.end(), [&](const auto& field) { return names(field, stored.record, named); })) {
      records.push_back(&stored.record);
    }
  }
  if (records.empty()) {
    return;
  }
  sort_as_usual(records);
  std::vector<std::string> keys;
  for (const auto& field : all) {
    if (field.refers_to != named.kind && field.shape != Shape::entries) {  // no page tells what somebody answered
      keys.emplace_back(field.name);
    }
  }
  Section section = pick_columns(rows_of(context, std::move(records)), keys);
  hide_empty_columns(section);
  add_sections(report, std::move(section));
}

}  // namespace

void add_all_naming(Report& report, const ReportContext& context, const RecordKey& named, KindSet shown) {
  const KindSet kinds = kinds_naming(named.kind).without(shown);
  for_each_kind([&]<class Other>(Other*) {
    if (kinds.has<Other>()) {
      add_naming<Other>(report, context, named);
    }
  });
}

namespace {

/// Says which columns of the tables a narrow terminal may do without: what the page says anyway, or people seldom need.
void spare_usual_columns(Report& report) {
  for (Chapter& chapter : report.chapters) {
    for (Block& block : chapter.blocks) {
      auto* section = std::get_if<Section>(&block);
      if (section != nullptr && std::none_of(section->columns.begin(), section->columns.end(),
                                             [](const Column& column) { return column.spare != 0; })) {
        spare_columns(*section, {"form", "id", "activities", "from"});
      }
    }
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
    add_all_naming(report, context, RecordKey::of(stored.record));
  }
  spare_usual_columns(report);
  return report;
}

/// The instances for every kind.
template <class... Records>
auto instances_of_record_reports(std::tuple<Records...>) {
  return std::tuple{&report_on<Records>...};
}
template auto instances_of_record_reports(Kinds);

}  // namespace mentor
