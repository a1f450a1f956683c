/// The language of manual pages, as far as ours use it: headings, paragraphs, lists, examples, bold and slanted words.
/// Pages are made in it, installed as they are for `man`, and shown by `mentor help`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mentor::cli {

/// A plain text as lines of a page: what roff would take for a command is escaped, and a name between backticks is set
/// in bold.
std::string roff_of(std::string_view plain);

/// `roff_of` of one word in bold, or slanted.
std::string bold(std::string_view word);
std::string slanted(std::string_view word);

/// A page as it is read on a terminal, in lines of `width` columns; bold words are coloured where `color`. Throws
/// `std::logic_error` at a request that our pages do not use.
std::string terminal_text(std::string_view page, std::size_t width, bool color);

}  // namespace mentor::cli
