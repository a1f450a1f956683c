/// The rules that search through records. A change of one record may make them speak of another that nobody named.
#pragma once

#include <vector>

#include "mentor/rules.hpp"

namespace mentor {

/// The findings of the rules that search through records of these kinds, about all records that they ask. Rules for
/// `check` alone are left out.
std::vector<Finding> check_searching(const RuleContext& context, KindSet searched);

}  // namespace mentor
