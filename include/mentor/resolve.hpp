/// How people name a record: by its id, the start of its id, a name or a part of a name. They may also name a pair by
/// its members.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mentor/model.hpp"
#include "mentor/program.hpp"
#include "mentor/text.hpp"

namespace mentor {

/// How many characters the start of an id must have at least.
inline constexpr std::size_t shortest_start = 4;

struct ResolveContext {
  const Program& program;
  Date today;
  const Fold& fold;
  std::optional<Date> day = {};   // that the command is about, if it is not today
  std::optional<Role> role = {};  // that is asked for: of several people those with it are meant

  Date day_meant() const { return day.value_or(today); }
};

/// The record with this id. If there is none, all records whose ids begin with it.
template <class Record>
std::vector<const Stored<Record>*> by_id(const Program& program, std::string_view reference);

/// The records that `reference` may mean: one when it is clear, none when there is no such record, several when it is
/// ambiguous. A whole id wins over the start of one, and a whole name over a part. If the kind has no `resolve` of its
/// own, people name its records by id alone.
template <class Record>
std::vector<const Stored<Record>*> resolve(const ResolveContext& context, std::string_view reference);

/// Whether a reference means the record of the last change: `last`, «последнее».
bool means_last(std::string_view reference);

/// Whether a reference asks for all pairs of one member: `Громов/` of that mentor, `/Семёнова` of that mentee.
bool means_all_pairs(std::string_view reference);

}  // namespace mentor
