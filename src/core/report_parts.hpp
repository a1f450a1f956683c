/// The functions behind the rows of the table of reports, each in a file of its own when it is long.
#pragma once

#include "mentor/reports.hpp"

namespace mentor {

void fill_summary(Report& report, const ReportContext& context);

}  // namespace mentor
