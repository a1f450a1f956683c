/// Accepted exceptions: a person or a pair may name rules from which it is an exception, and why (model §7.1).
#pragma once

#include <vector>

#include "inspection.hpp"

namespace mentor {

/// Makes notes of the findings that a record accepts which they concern. Each says why it is accepted.
void accept_exceptions(const Program& program, std::vector<Finding>& findings);

/// `accept-unused`: which exceptions found nothing. The findings are all that a check of the whole program makes, with
/// those that were accepted.
std::vector<Finding> unused_exceptions(const Program& program, const std::vector<Finding>& findings);

/// `field-value`: a record accepts what is no rule, or a rule from which there are no exceptions.
template <TakesExceptions Record>
void wrong_exceptions(const Stored<Record>& stored, Inspection& inspection);

}  // namespace mentor
