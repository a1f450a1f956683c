/// What a report says of a small program, as one line of text for each table.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "mentor/reports.hpp"
#include "render/cells.hpp"
#include "sample.hpp"

namespace made {

using namespace sample;

inline std::string line_of(const Row& cells) {
  std::string text;
  for (std::size_t index = 0; index < cells.size(); ++index) {
    text += (index == 0 ? "" : ",") + render::machine(cells[index]);
  }
  return text;
}

/// Rows as machines read them: cells with commas, rows with bars between, the total after `=`.
inline std::string outline_of(const Section& section) {
  std::string text;
  section.rows.for_each([&](const Row& cells) { text += (text.empty() ? "" : "|") + line_of(cells); });
  return text + (section.total.empty() ? "" : "=" + line_of(section.total));
}

/// A report of the program on a day.
class MadeReport {
 public:
  MadeReport(const Program& program, std::string_view name, std::string_view on, Filter filter = {})
      : sort_key_(language::russian_order()),
        context_{program, std::move(filter), day(on), sort_key_, {}},
        report_(make_report(**std::find_if(all_reports().begin(), all_reports().end(),
                                           [&](const ReportRow* row) { return row->name == name; }),
                            context_)) {}
  MadeReport(const MadeReport&) = delete;
  MadeReport& operator=(const MadeReport&) = delete;

  std::string section(std::string_view key) const {
    for (const Section* section : blocks_of<Section>(report_)) {
      if (section->key == key) {
        return outline_of(*section);
      }
    }
    return "(no such section)";
  }
  std::string fact(std::string_view key) const {
    for (const Fact& fact : report_.facts) {
      if (fact.key == key) {
        return render::machine(fact.value);
      }
    }
    return "(no such fact)";
  }

 private:
  SortKey sort_key_;
  ReportContext context_;
  Report report_;
};

}  // namespace made
