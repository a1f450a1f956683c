/// What was typed for each field of a record.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::cli {

using TypedFields = std::map<std::string_view, std::vector<std::string>>;

}  // namespace mentor::cli
