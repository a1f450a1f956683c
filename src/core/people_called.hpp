/// Who is called by what a person typed: a name or a part of it, initials, a class behind it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentor/records/participant.hpp"
#include "mentor/resolve.hpp"

namespace mentor {

/// All people who are called so, by any name that they have or had. If some are called by their whole name, no others.
/// Else those of whose names all words that were typed are words or initials; else those of whom one is a word; else
/// those whose words begin so; and all whose ids begin so. Neither roles nor days narrow it. Behind a name may stand
/// the class or department of today or of the day meant.
std::vector<const Stored<Participant>*> people_called(const ResolveContext& context, std::string_view reference);
/// The same, of these people alone.
std::vector<const Stored<Participant>*> people_called(const ResolveContext& context, std::string_view reference,
                                                      std::span<const Stored<Participant>* const> people);

/// The signs between the words of a name, and between the halves of a double one.
inline constexpr std::string_view between_words_of_name = " .-";
/// A name as it is compared with others: folded, without apostrophes. «ОНил» finds О'Нил.
std::string name_to_compare(const Fold& fold, std::string_view name);

}  // namespace mentor
