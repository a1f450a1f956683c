/// The part of roff that our pages use: headings, paragraphs, lists, examples, bold and slanted words. Pages are
/// written in it, installed as they are for `man`, and shown by `mentor help`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mentor::cli {

/// Turns a plain text into lines of a page. It escapes what roff would take for a command. It makes a name between
/// backticks bold.
std::string roff_of(std::string_view plain);

/// One word in bold or slanted letters, with the escapes of `roff_of`.
std::string bold(std::string_view word);
std::string slanted(std::string_view word);

/// A page as people read it on a terminal, in lines of `width` columns. Bold words have a colour if `color`. Throws
/// `std::logic_error` at a request that our pages do not use.
std::string terminal_text(std::string_view page, std::size_t width, bool color);

}  // namespace mentor::cli
