/// What the rules find in the records that one command changes, and in the records that name them.
#pragma once

#include <span>
#include <type_traits>
#include <variant>
#include <vector>

#include "mentor/rules.hpp"

namespace mentor {

/// A record of any kind that the program holds.
template <class Record>
using StoredPointer = const Stored<Record>*;
using AnyStored = OfEachKind<std::variant, StoredPointer>;

/// The findings about these records of the program's tables, and about the records that refer to them. Every record is
/// gone over once, however many are asked about: a new school year changes thousands.
std::vector<Finding> check_around(const RuleContext& context, std::span<const AnyStored> changed);

/// The findings about these records alone. What the rules look up of the whole program is found once for all of them.
std::vector<Finding> check_records(const RuleContext& context, std::span<const AnyStored> records);

}  // namespace mentor
