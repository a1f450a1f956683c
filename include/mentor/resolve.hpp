/// How people name a record: by its id, the start of an id, a name or a part of one; a pair also by its members.
#pragma once

#include <string_view>
#include <vector>

#include "mentor/program.hpp"
#include "mentor/text.hpp"

namespace mentor {

/// The shortest start of an id that is taken for one.
inline constexpr std::size_t shortest_start = 4;

struct ResolveContext {
  const Program& program;
  Date today;  // when a member names several pairs, those that have not ended by this day are meant
  const Fold& fold;
};

/// The record of that id, or those whose ids begin so.
template <class Record>
std::vector<const Stored<Record>*> by_id(const Program& program, std::string_view reference);

/// A kind that says nothing else is known by its id alone. The records that `reference` may mean: one when it is clear,
/// none when there is no such record, several when it is ambiguous. A whole id wins over a start of one, a whole name
/// over a part.
template <class Record>
std::vector<const Stored<Record>*> resolve(const ResolveContext& context, std::string_view reference);

}  // namespace mentor
