/// What the files of the reports share: the functions behind the rows of their table, and common columns.
#pragma once

#include "mentor/reports.hpp"

namespace mentor {

inline Column number_column(std::string key, FixedLabel heading) {
  return {.key = std::move(key), .heading = heading, .align = Align::right};
}

void fill_summary(Report& report, const ReportContext& context);

}  // namespace mentor
