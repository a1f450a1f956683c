/// Every report as one row of one table, and the tables of records that lists and reports share.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/report.hpp"
#include "mentor/selection.hpp"
#include "mentor/text.hpp"

namespace mentor {

/// What a report is made from. The same context gives the same report, to the byte.
struct ReportContext {
  const Program& program;
  Filter filter;  // with the period
  Date today;
  const SortKey& sort_key;                   // the order of names
  std::string revision;                      // of the data, when it is kept in git; else empty
  std::vector<std::string> own_fields = {};  // which of a school's own fields a list has columns for
};

struct ReportRow {
  std::string_view name;
  FixedLabel title;
  bool takes_filters;       // the period it always takes
  bool needs_shown_fields;  // those of `Use::shown`
  bool counts_pairs;        // then it says how many it cannot count
  bool lists_people;        // then `--role` alone selects something
  void (*fill)(Report&, const ReportContext&);
};

/// In the order of the help.
std::span<const ReportRow* const> all_reports();
Report make_report(const ReportRow& row, const ReportContext& context);

/// All the fields of the selected records and what is counted about each, in the order of names or dates.
template <class Record>
Section table_of(const ReportContext& context);
/// One record: its fields, where it stands, and what belongs to it.
template <class Record>
Report report_on(const ReportContext& context, const Stored<Record>& stored);
/// The section with these columns alone, in this order, each at most once. Throws `std::logic_error` when it has no
/// such column.
Section pick_columns(Section section, std::span<const std::string> keys);

}  // namespace mentor
