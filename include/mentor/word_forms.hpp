/// Whether two words are forms of one: «курсы» and «курсов», “course” and “courses”.
#pragma once

#include <cstddef>
#include <string_view>

namespace mentor {

/// Whether two folded words are forms of one word: they begin alike, and what follows are endings of Russian nouns and
/// adjectives or of English plurals. Words with fewer common letters than these never are. It may be wrong, so it is
/// for what is suggested, and for what is understood when nothing else can be meant.
bool are_forms_of_one(std::string_view word, std::string_view other, std::size_t fewest = 4);

/// Whether each word of the folded text is a form of some word of the folded name.
bool names_in_other_forms(std::string_view text, std::string_view name);

}  // namespace mentor
