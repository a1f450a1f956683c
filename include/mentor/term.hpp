/// The parts of a school year, such as its quarters, and all the ways in which people name a period of a program.
#pragma once

#include <optional>
#include <string_view>

#include "mentor/model.hpp"
#include "mentor/period_input.hpp"
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

/// Reads all that the other `period_from_input` reads. Reads a term, too, by its id or label, also with a Roman number:
/// «II четверть». Alone it is that of the present school year; from June on it is refused, since it may be meant of
/// the next one. A school year may stand before or after it: `2026-2027/t1`, «1 четверть 2026/27». The words «учебный
/// год» may follow a school year. It refuses a term that the program does not have.
TypedValue<Period> period_from_input(std::string_view text, const PeriodContext& context);

}  // namespace mentor
