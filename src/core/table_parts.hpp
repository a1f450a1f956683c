/// What the tables of records share.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "references.hpp"
#include "report_parts.hpp"

namespace mentor {

inline constexpr FixedLabel nothing_selected{"Таких записей нет.", "There are no such records."};

/// What a record says in a field of the school's own. Empty when it has no field of this name.
template <class Record>
Cell own_cell(const Program& program, const Record& record, std::string_view name) {
  for (const OwnField& field : program.own_fields(*program.all<Record>().find(record.id))) {
    if (field.name == name) {
      return cell_of(field);
    }
  }
  return {};
}

/// The kind of a column that shows such a field.
inline ColumnKind kind_of(const FieldDescription& field) {
  switch (field.meaning) {
    case Meaning::own_id:
      return ColumnKind::code;
    case Meaning::date:
    case Meaning::born:
    case Meaning::due:
      return ColumnKind::date;
    case Meaning::duration:
      return ColumnKind::hours;
    case Meaning::places:
    case Meaning::amount:
      return ColumnKind::number;
    case Meaning::reference:
      return ColumnKind::reference;
    case Meaning::text:
    case Meaning::choice:
    case Meaning::word:
      return ColumnKind::text;
  }
  return ColumnKind::text;
}

/// The day on which a line of a table shows its record: the record's own day if it has one.
template <class Record>
Date day_of(const Record& record, Date state_day) {
  if constexpr (HasDay<Record>) {
    return record.on;
  } else {
    return state_day;
  }
}

/// The fields that say how a record ended, if its kind has such: first its last day, then what came with that.
template <class Record>
inline constexpr std::array<std::string_view, 0> fields_of_end{};
template <>
inline constexpr std::array fields_of_end<Participant> = {std::string_view{"left"}, std::string_view{"reason"}};
template <>
inline constexpr std::array fields_of_end<Pair> = {std::string_view{"until"}, std::string_view{"reason"},
                                                   std::string_view{"side"}, std::string_view{"rematch"},
                                                   std::string_view{"result"}};
template <>
inline constexpr std::array fields_of_end<Pause> = {std::string_view{"until"}};
template <>
inline constexpr std::array fields_of_end<Step> = {std::string_view{"done"}, std::string_view{"result"},
                                                   std::string_view{"mark"}};

/// The last day that a report of the period knows: that of the school year in which the period ends. So a report of a
/// past school year stays the same when a pair ends in a later one.
inline Date last_day_known(const ReportContext& context) {
  const Date last = context.filter.period.last();
  return last == Date::latest() ? last : school_year_of(last, context.program.settings.school_year_start).last();
}
inline bool is_after(const Cell& cell, Date day) {
  const auto* date = std::get_if<Date>(&cell);
  return date != nullptr && day < *date;
}

/// By what records of any kind are sorted.
struct UsualKey {
  std::optional<Date> day;  // of the record, or its first one
  IdText id;
  const void* record = nullptr;
};
void sort_by_key(std::vector<UsualKey>& keys);

/// Sorts records by their day, or by their first one, and then by id.
template <class Record>
void sort_as_usual(std::vector<const Record*>& records) {
  std::vector<UsualKey> keys;
  keys.reserve(records.size());
  for (const Record* record : records) {
    UsualKey& key = keys.emplace_back(UsualKey{.id = record->id.text(), .record = record});
    if constexpr (HasDay<Record>) {
      key.day = record->on;
    } else if constexpr (HasDays<Record>) {
      key.day = record->from;
    } else if constexpr (std::is_same_v<Record, Step>) {
      key.day = record->due ? record->due->last() : record->done.value_or(Date::latest());
    }
  }
  sort_by_key(keys);
  std::transform(keys.begin(), keys.end(), records.begin(),
                 [](const UsualKey& key) { return static_cast<const Record*>(key.record); });
}

/// A table of the records' fields. `more` adds further cells to each row, and the caller adds the columns for them. The
/// rows are made from the context's program, which must outlive them.
template <class Record, class More>
Section rows_of(const ReportContext& context, std::vector<const Record*> records, More more) {
  Section section{.key = std::string{folder_of<Record>}, .title = Kind<Record>::many, .when_empty = nothing_selected};
  for (const auto& field : fields<Record>()) {
    section.columns.push_back(
        {.key = std::string{field.name}, .heading = field.heading, .kind = kind_of(field), .privacy = field.privacy});
    if (field.shape == Shape::entries) {
      section.columns.back().audience = Audience::machines;  // too long for a line of a list
    }
  }
  for (const std::string& name : context.own_fields) {
    section.columns.push_back({.key = name, .heading = Label{name, name}});
  }
  const Date state_day = day_of_state(context.filter.period, context.today);
  const Date last_known = last_day_known(context);
  const std::size_t count = records.size();
  section.rows = {count, [&program = context.program, own_fields = context.own_fields, state_day, last_known,
                          more = std::move(more), records = std::move(records)](std::size_t index, Row& row) {
                    const Record& record = *records[index];
                    const CellView view{program, day_of(record, state_day)};
                    bool ends_later = false;
                    for (const auto& field : fields<Record>()) {
                      row.push_back(field.cell(record, view));
                      const auto& of_end = fields_of_end<Record>;
                      const auto* const place = std::find(of_end.begin(), of_end.end(), field.name);
                      if (place == of_end.end()) {
                        continue;
                      }
                      ends_later = ends_later || (place == of_end.begin() && is_after(row.back(), last_known));
                      if (ends_later) {
                        row.back() = Cell{};
                      }
                    }
                    for (const std::string& name : own_fields) {
                      row.push_back(own_cell(program, record, name));
                    }
                    more(record, row);
                  }};
  return section;
}

/// A table of only the records' fields.
template <class Record>
Section rows_of(const ReportContext& context, std::vector<const Record*> records) {
  return rows_of(context, std::move(records), [](const Record&, Row&) {});
}

/// A section of a report on one record: the selected records of another kind, with only these columns. It need not show
/// all columns, since some facts already stand in the report.
template <class Record>
Section section_of(const ReportContext& context, Filter filter, const std::vector<std::string>& keys) {
  Section section =
      pick_columns(table_of<Record>({context.program, std::move(filter), context.today, context.sort_key, {}}), keys);
  section.total.clear();
  return section;
}

/// Adds the records of every kind that name this one to a report on it: all their fields but those that name it. The
/// kinds of `shown` are left out, since its page shows them in a way of its own.
void add_all_naming(Report& report, const ReportContext& context, const RecordKey& named, KindSet shown = {});

}  // namespace mentor
