/// What holds of the days of any record: an end does not come before its beginning, and what was done is not to come.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "inspection.hpp"

namespace mentor {

/// `date-order`: the field holds an end that comes before the beginning.
template <class Record>
void refuse_reversed(const Stored<Record>& stored, std::string_view field, std::optional<Date> begin,
                     std::optional<Date> end, Inspection& inspection) {
  if (begin && end && *end < *begin) {
    inspection.add(Rule::date_order, Severity::error, stored, field, say("date-order.reversed", *end, *begin));
  }
}

/// `future-date`: the field holds a day on which something was done, and that day is still to come.
template <class Record>
void refuse_future(const Stored<Record>& stored, std::string_view field, std::optional<Date> day,
                   Inspection& inspection) {
  if (day && inspection.today() < *day) {
    inspection.add(Rule::future_date, Severity::error, stored, field,
                   say("future-date.future", *day, inspection.today()));
  }
}

}  // namespace mentor
