/// Days and months as people type them: with points, in words, without the year.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mentor/date.hpp"
#include "mentor/period.hpp"
#include "mentor/typed_value.hpp"

namespace mentor {

/// Reads a day with its year, as people write it anywhere: `2026-11-05`, `2026-11-5`, `05.11.2026`, `5.11.26`, `5
/// ноября 2026`, `5 ноября 2026 г.`, in letters of any case. A year of two digits is one of this century.
std::optional<Date> written_date(std::string_view text);

/// Reads a day as a person types it:
/// - what `written_date` reads;
/// - `today`, `вчера`, `неделю назад` and the like;
/// - a weekday, which is the last such day, and may be today; «прошлый вторник» is never today;
/// - `5.11` or `5 ноября`, which is the nearest such day not after today.
std::optional<Date> date_from_input(std::string_view text, Date today);

/// Reads the same of a day that is mostly still to come, such as the end of a pair that began on `from`. A weekday is
/// the next one. `31.05` is the nearest such day not before `from`, or not before today without it. It is refused if
/// `from` is more than a year ago and another such day is to come.
TypedValue<Date> day_ahead_from_input(std::string_view text, Date today, std::optional<Date> from);

// What else is made of the same words.

/// The text as days and periods are read: folded, without blanks around it. Empty if it has signs that no day has.
std::string folded_day(std::string_view text);
/// The month of this name, from three letters on: `ноябрь`, `ноября`, `нояб`, `november`. The name must be folded.
std::optional<unsigned> month_from_name(std::string_view name);
/// Which day is meant where the text leaves it open: the nearest to `bound`, looking back or ahead.
struct NearestTo {
  enum class Way { back, ahead };

  Date bound;
  Way way = Way::back;
};
/// Reads what `date_from_input` reads, but takes `nearest` for a weekday and for a day without a year.
std::optional<Date> date_near(std::string_view text, Date today, NearestTo nearest);

}  // namespace mentor
