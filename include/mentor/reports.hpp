/// Every report as one row of one table, and the tables of records that lists and reports share.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/health.hpp"
#include "mentor/report.hpp"
#include "mentor/selection.hpp"
#include "mentor/text.hpp"

namespace mentor {

/// What the activities of each pair add up to.
struct PairWork;

/// What a report is made from. The same context gives the same report, to the byte.
struct ReportContext {
  const Program& program;
  Filter filter;  // with the period
  Date today;
  const SortKey& sort_key;                    // gives the order of names
  std::string revision;                       // the git revision of the data; empty when git does not keep the data
  std::vector<std::string> own_fields = {};   // the school's own fields for which a list has columns
  Health health = {};                         // of the files that the program was read from
  std::shared_ptr<const PairWork> work = {};  // by `add_up`; null if the program holds the activities
  Fold fold = {};  // as commands fold names; without it reports name people in commands by their ids
};

struct ReportRow {
  std::string_view name;
  std::string_view russian;  // what people may type in its place
  FixedLabel title;
  bool takes_filters;     // every report takes a period
  KindSet looks_through;  // the kinds whose records it goes through; people, pairs and pauses need not be named
  KindSet shows;          // the kinds of which it needs the fields of `Use::shown` and `Use::examined`, too
  bool counts_pairs;      // whether it also says how many pairs it cannot count
  bool lists_people;      // whether `--role` may be given without a filter of people
  void (*fill)(Report&, const ReportContext&);
  ModelList types = ModelList::activity_types;  // what `--type` names
  bool lists_types = false;  // whether of all filters only `--type` selects, and `--form` where the types have forms
  /// Some reports need of the activities only what each pair did. Such a report says in which days, from the period
  /// that was asked for and the day of the report. Null: it needs the activities themselves, or none.
  Period (*adds_up_within)(const Period& period, Date today) = nullptr;
};

/// In the order of the help.
std::span<const ReportRow* const> all_reports();
/// What a program must hold so that a report on these kinds says what it would say of the whole program: these kinds,
/// those by which filters choose, and all that their records name.
KindSet read_by_report(KindSet looked_through);
/// The same for the list of a kind.
template <class Record>
KindSet read_by_list();
/// What each pair did, for a report that needs no more of the activities (`ReportRow::adds_up_within`). So they need
/// not stay in memory. `program` must hold the pairs and the activities.
std::shared_ptr<const PairWork> add_up(const ReportRow& row, const Program& program, const Period& period, Date today);
Report make_report(const ReportRow& row, const ReportContext& context);

/// The table of the places where the files hold what the report could not take in. Nothing when there are none.
std::optional<Section> health_section(const Health& health);

/// The table of the selected records: all their fields and what is counted about each, in the order of names or dates.
template <class Record>
Section table_of(const ReportContext& context);
/// The report on one record: its fields, where it stands, and what belongs to it.
template <class Record>
Report report_on(const ReportContext& context, const Stored<Record>& stored);
/// The section with only these columns, in this order. Each may be named once. Throws `std::logic_error` when the
/// section has no such column.
Section pick_columns(Section section, std::span<const std::string> keys);

/// How rows are sorted: by the column of this key, from the first to the last or the other way round. Words of the
/// model and names have the order of their texts in this language.
struct Sorting {
  std::string key;
  bool is_reversed = false;
  Language language = Language::ru;
};
/// The section with its rows sorted. Rows that are alike keep their order; empty cells come last. The section must have
/// such a column.
Section sorted(Section section, const Sorting& sorting, const SortKey& sort_key);

}  // namespace mentor
