/// Filters of lists that look at the rows of a table: a text, a part of a plan, a practice, what is not done, a type.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "command.hpp"
#include "language/words.hpp"
#include "mentor/report.hpp"
#include "session.hpp"

namespace mentor::cli {

inline constexpr Option find_option{"--find", "--найти", "", key("value.text"), Arity::optional, key("help.list.find")};
inline constexpr Option part_option{"--part", "--этап", "", key("value.word"), Arity::optional, key("help.list.part")};
inline constexpr Option practice_option{"--practice",          "--программа",   "",
                                        key("value.practice"), Arity::optional, key("help.list.practice")};
inline constexpr Option overdue_option{"--overdue", "--просроченные", "", "", Arity::flag, key("help.list.overdue")};
inline constexpr Option undone_option{"--undone", "--невыполненные", "", "", Arity::flag, key("help.list.undone")};

/// The list of the model whose words `--type` takes for records of this kind, if they have types of their own: those of
/// their field `type` or `instrument`. Nothing where it means the type of an activity.
std::optional<ModelList> own_types(std::string_view kind);

/// Throws `Refused` when one of these filters was typed for a kind that has no such column.
void refuse_row_filters(const Arguments& arguments, std::string_view kind);

/// The section with the rows that the filters leave. Throws `Refused` when a typed word is none of the model's,
/// or there is no such practice.
Section with_rows(const Session& session, const storage::Loaded& loaded, Section section, const Arguments& arguments,
                  const language::Words& words);

}  // namespace mentor::cli
