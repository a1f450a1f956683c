// The tables of records. Each record has one row: its fields, and what is counted about it.
#include <stdexcept>
#include <tuple>

#include "table_parts.hpp"

namespace mentor {

namespace {

/// The table of a kind that says nothing else: its fields. The rows are sorted by day if the kind has one, and then by
/// id.
template <class Record>
Section usual_table(const ReportContext& context) {
  auto records = select<Record>(context.program, context.filter, context.today);
  std::sort(records.begin(), records.end(), [](const Record* a, const Record* b) {
    if constexpr (HasDay<Record>) {
      return std::tie(a->on, a->id) < std::tie(b->on, b->id);
    } else {
      return a->id < b->id;
    }
  });
  return rows_of(context, std::move(records));
}

}  // namespace

template <class Record>
Section table_of(const ReportContext& context) {
  if constexpr (requires { &Kind<Record>::table; }) {
    return Kind<Record>::table(context);
  } else {
    return usual_table<Record>(context);
  }
}

Section pick_columns(Section section, std::span<const std::string> keys) {
  std::vector<std::size_t> places;
  for (const auto& key : keys) {
    const auto found = std::find_if(section.columns.begin(), section.columns.end(),
                                    [&](const Column& column) { return column.key == key; });
    if (found == section.columns.end()) {
      throw std::logic_error{"no such column: " + key};
    }
    places.push_back(static_cast<std::size_t>(found - section.columns.begin()));
  }
  const auto pick = [&](auto& all) {
    std::remove_reference_t<decltype(all)> picked;
    picked.reserve(places.size());
    for (const auto place : places) {
      picked.push_back(std::move(all[place]));
    }
    all = std::move(picked);
  };
  pick(section.columns);
  if (!section.total.empty()) {
    pick(section.total);
  }
  section.rows = std::move(section.rows).picked(std::move(places));
  return section;
}

/// The instances for every kind.
template <class... Records>
auto instances_of_tables(std::tuple<Records...>) {
  return std::tuple{&table_of<Records>...};
}
template auto instances_of_tables(Kinds);

}  // namespace mentor
