/// Sets fields of a record from what was typed for options.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mentor/text.hpp"
#include "record_builder.hpp"

namespace mentor::cli {

/// Sets a field from what was typed for the option, and notes that it changes. An option that may be repeated also
/// takes several values with commas between them. Throws `Refused` when the field refuses one.
template <class Record>
void type_value(RecordBuilder<Record>& builder, const Arguments& arguments, const Option& option,
                std::string_view field, std::vector<std::string_view>& changed) {
  if (!arguments.has(option)) {
    return;
  }
  std::vector<std::string> values;
  for (const std::string& value : arguments.all(option)) {
    const auto parts = option.is_repeated() ? split_at_commas(value) : std::vector<std::string>{value};
    values.insert(values.end(), parts.begin(), parts.end());
  }
  builder.type(field, values);
  changed.push_back(field);
}

}  // namespace mentor::cli
