/// The parts of a school year, such as its quarters, and all the ways in which people name a period of a program.
#pragma once

#include <optional>
#include <string_view>

#include "mentor/model.hpp"
#include "mentor/period.hpp"
#include "mentor/text.hpp"

namespace mentor {

/// The days of a term in a school year. Nothing when the term ends before it begins.
std::optional<Period> days_in(const Period& school_year, const Term& term);

/// What a typed period may depend on.
struct PeriodContext {
  Date today;
  const Settings& settings;
  const Fold& fold;
};

/// Reads what the other `period_from_input` reads; a term by its id or label, alone (that of the present school year),
/// or with a school year before or after it: `2026-2027/t1`, «1 четверть 2026/27»; and a school year that is called so:
/// «2026-2027 учебный год».
std::optional<Period> period_from_input(std::string_view text, const PeriodContext& context);

}  // namespace mentor
