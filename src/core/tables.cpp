// The tables of records. Each record has one row: its fields, and what is counted about it.
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <tuple>

#include "table_parts.hpp"

namespace mentor {

void sort_by_key(std::vector<UsualKey>& keys) {
  std::sort(keys.begin(), keys.end(),
            [](const UsualKey& a, const UsualKey& b) { return std::tie(a.day, a.id) < std::tie(b.day, b.id); });
}

namespace {

/// The table of a kind that says nothing else: its fields.
template <class Record>
Section usual_table(const ReportContext& context) {
  auto records = select<Record>(context.program, context.filter, context.today);
  sort_as_usual(records);
  return rows_of(context, std::move(records));
}

}  // namespace

template <class Record>
KindSet read_by_list() {
  KindSet kinds = KindSet::of<Record>();
  if constexpr (requires { &Kind<Record>::counted_in_table; }) {
    kinds = kinds | Kind<Record>::counted_in_table();
  }
  return read_by_report(kinds);
}

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

namespace {

/// Whether a cell shows nothing.
struct IsEmpty {
  bool operator()(std::monostate) const { return true; }
  bool operator()(const std::string& text) const { return text.empty(); }
  bool operator()(const Entries& entries) const { return entries.is_empty(); }
  template <class Item>
  bool operator()(const std::vector<Item>& items) const {
    return items.empty();
  }
  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }
};

}  // namespace

void spare_columns(Section& section, const std::vector<std::string>& keys) {
  int spare = static_cast<int>(keys.size());
  for (const std::string& key : keys) {
    const auto column =
        std::find_if(section.columns.begin(), section.columns.end(), [&](const Column& one) { return one.key == key; });
    if (column != section.columns.end()) {
      column->spare = spare;
    }
    --spare;
  }
}

void hide_empty_columns(Section& section) {
  std::vector<bool> is_filled(section.columns.size());
  section.rows.for_each([&](const Row& row) {
    for (std::size_t index = 0; index < row.size(); ++index) {
      is_filled[index] = is_filled[index] || !std::visit(IsEmpty{}, row[index]);
    }
  });
  for (std::size_t index = 0; index < section.columns.size(); ++index) {
    if (!is_filled[index] && section.columns[index].audience == Audience::all) {
      section.columns[index].audience = Audience::machines;
    }
  }
}

namespace {

/// By what a row is sorted: whether its cell is empty, the figure or day in it, its text.
struct RowKey {
  bool is_empty = false;
  double figure = 0;
  std::string text;
};

/// Gives the key of a cell.
struct KeyOfCell {
  const SortKey& sort_key;
  Language language;

  RowKey operator()(std::monostate) const { return {.is_empty = true}; }
  RowKey operator()(const Unknown&) const { return {.is_empty = true}; }
  RowKey operator()(const std::string& text) const { return of_text(text); }
  RowKey operator()(std::int64_t number) const { return of_figure(static_cast<double>(number)); }
  RowKey operator()(Amount amount) const { return of_figure(static_cast<double>(amount.hundredths())); }
  RowKey operator()(Duration duration) const { return of_figure(static_cast<double>(duration.seconds())); }
  RowKey operator()(Date date) const { return {.text = date.to_string()}; }
  RowKey operator()(Month month) const { return {.text = month.to_string()}; }
  RowKey operator()(const Share& share) const {
    return of_figure(static_cast<double>(share.part) / static_cast<double>(share.whole));
  }
  RowKey operator()(const Mean& mean) const {
    return of_figure(static_cast<double>(mean.sum) / static_cast<double>(mean.count));
  }
  RowKey operator()(const Change& change) const {
    return of_figure(static_cast<double>(change.sum) / static_cast<double>(change.count));
  }
  RowKey operator()(const Link& link) const { return of_text(link.address); }
  RowKey operator()(const Labelled& word) const { return of_text(word.label.in(language)); }
  RowKey operator()(const Reference& reference) const { return of_text(reference.name); }
  template <class Item>
  RowKey operator()(const std::vector<Item>& items) const {
    return items.empty() ? RowKey{.is_empty = true} : (*this)(items.front());
  }
  RowKey operator()(const DatedCell&) const { return {.is_empty = true}; }  // no column of a table shows all days
  RowKey operator()(const Entries& entries) const { return {.is_empty = entries.is_empty()}; }

 private:
  static RowKey of_figure(double figure) { return {.figure = figure}; }
  RowKey of_text(const std::string& text) const { return {.is_empty = text.empty(), .text = sort_key(text)}; }
};

}  // namespace

Section sorted(Section section, const Sorting& sorting, const SortKey& sort_key) {
  const auto column = std::find_if(section.columns.begin(), section.columns.end(),
                                   [&](const Column& one) { return one.key == sorting.key; });
  const auto place = static_cast<std::size_t>(column - section.columns.begin());
  std::vector<RowKey> keys;
  keys.reserve(section.rows.size());
  section.rows.for_each([&](const Row& row) {
    keys.push_back(std::visit(KeyOfCell{sort_key, sorting.language}, row[place]));
  });
  std::vector<std::uint32_t> order(keys.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t one, std::uint32_t other) {
    const RowKey& a = keys[one];
    const RowKey& b = keys[other];
    if (a.is_empty || b.is_empty) {
      return !a.is_empty && b.is_empty;
    }
    return sorting.is_reversed ? std::tie(b.figure, b.text) < std::tie(a.figure, a.text)
                               : std::tie(a.figure, a.text) < std::tie(b.figure, b.text);
  });
  section.rows = std::move(section.rows).reordered(std::move(order));
  return section;
}

/// The instances for every kind.
template <class... Records>
auto instances_of_tables(std::tuple<Records...>) {
  return std::tuple{&table_of<Records>..., &read_by_list<Records>...};
}
template auto instances_of_tables(Kinds);

}  // namespace mentor
