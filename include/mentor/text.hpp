/// Texts: their lines, and the functions of human languages that the core calls. The core knows no locale, so callers
/// hand these functions in.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

/// Folds a text. Two texts that a person would call the same fold to the same text: case and ё/е do not count, all
/// dashes are one, all apostrophes are one, and blanks are single.
using Fold = std::function<std::string(std::string_view)>;

/// The sign of ASCII for one that people type in several ways: `-` for each dash, `'` for each apostrophe. Any other
/// character is given back.
constexpr char32_t usual_sign(char32_t character) {
  const bool is_dash = (character >= U'\u2010' && character <= U'\u2015') || character == U'\u2212';
  const bool is_apostrophe = character == U'`' || character == U'\u00B4' || character == U'\u02BC' ||
                             character == U'\u2018' || character == U'\u2019' || character == U'\u2032';
  return is_dash ? U'-' : is_apostrophe ? U'\'' : character;
}

/// Folds a text that has only Russian letters, dashes, apostrophes and ASCII, as nearly every name has. It takes a
/// tenth of the time of a library of languages. Nothing when the text has any other character.
std::optional<std::string> folded_plainly(std::string_view text);

/// Makes a key for sorting. The keys, compared byte by byte, stand in the order that their texts have in the reader's
/// alphabet. A key costs more than a comparison, so sorting code makes each key once.
using SortKey = std::function<std::string(std::string_view)>;

/// The lines of a text, without their line feeds. The last line counts even without a line feed. An empty text has
/// none.
std::vector<std::string_view> lines_of(std::string_view text);

/// How often a byte stands in the text. Sixteen bytes are compared at once, since files of many lines are counted.
std::size_t occurrences(std::string_view text, char byte);

/// The text with LF line ends. A CR at the very end goes too: it is half of a CRLF that was cut off.
std::string with_line_feeds(std::string_view text);

/// The text with one blank for each stretch of blanks, and none around it. A tab and a no-break space are blanks too.
std::string tidy_line(std::string_view text);
/// Whether it is so already.
bool is_tidy_line(std::string_view text);

/// The parts of a text between its commas. A text without commas is one part.
std::vector<std::string> split_at_commas(std::string_view text);

}  // namespace mentor
