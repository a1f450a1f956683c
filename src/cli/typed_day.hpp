/// A day as the value of an option.
#pragma once

#include <optional>

#include "mentor/date.hpp"
#include "session.hpp"

namespace mentor::cli {

/// The day that an option names; nothing when it was not given. Throws `Refused` when its value is no day.
inline std::optional<Date> typed_day(const Session& session, const Arguments& arguments, const Option& option) {
  const auto typed = arguments.one(option);
  const auto day = typed ? date_from_input(*typed, session.today()) : std::nullopt;
  if (typed && !day) {
    throw Refused{Status::usage,
                  say("usage.wrong-value", std::string{option.name}, *typed, Phrase{key("expected.date-input")})};
  }
  return day;
}

}  // namespace mentor::cli
