/// A day, or a school year, as the value of an option.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mentor/day_input.hpp"
#include "mentor/model.hpp"
#include "mentor/period.hpp"
#include "mentor/term.hpp"
#include "session.hpp"

namespace mentor::cli {

/// The day that an option names; nothing when it was not given. Throws `Refused` when its value is no day.
inline std::optional<Date> typed_day(const Session& session, const Arguments& arguments, const Option& option) {
  const auto typed = arguments.one(option);
  const auto day = typed ? date_from_input(*typed, session.today()) : std::nullopt;
  if (typed && !day) {
    throw Refused{Status::usage,
                  say("usage.wrong-value", typed_name(option), *typed, Phrase{key("expected.date-input")})};
  }
  if (day) {
    session.note_day(*typed, *day);
  }
  return day;
}

/// The school year that an argument names. Throws `Refused` when its value is no school year; `expected` is the key of
/// what would be right.
inline Period typed_school_year(const Session& session, const Settings& settings, const Option& argument,
                                const std::string& typed, std::string_view expected) {
  const auto start = settings.school_year_start;
  const auto period = period_from_input(typed, {session.today(), settings, session.fold()}).value;
  if (!period || *period != school_year_of(period->first(), start)) {
    throw Refused{Status::usage, say("usage.wrong-value", Phrase{argument.value}, typed, Phrase{expected})};
  }
  return *period;
}

/// What people call a school year: `2025-2026`.
inline std::string school_year_name(const Period& year) {
  return std::to_string(year.first().year()) + '-' + std::to_string(year.first().year() + 1);
}

}  // namespace mentor::cli
