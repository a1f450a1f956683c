/// What ICU knows about texts: their order, which of them are the same, and how wide they are. The process's locale
/// plays no part, so all of it works under `LANG=C`. ICU is used only when one of these functions is called.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "mentor/text.hpp"

namespace mentor::language {

/// The order of Russian dictionaries: Ё beside Е, Latin after Cyrillic, numbers by value (6Б before 10А).
SortKey russian_order();

/// A folding that ignores case, ё/е, the kind of dash and the number of blanks.
Fold folding();

/// How a text seems to be encoded.
enum class Encoding { utf8, utf16, windows_1251, dos_866, unknown };

/// What the bytes tell of that. Those that are not UTF-8 and have no mark of UTF-16 are judged by which letters they
/// would be: a Russian text of DOS, or a broken one of UTF-8, is mostly signs in 1251.
Encoding encoding_of(std::string_view bytes);

/// The text in UTF-8. Bytes that are none are taken for UTF-16, if they begin with its mark, else for the code page of
/// Russian Windows (1251), as spreadsheets save tables there.
std::string as_utf8(std::string bytes);

/// How many columns a terminal gives to a text: none to a combining mark, two to a wide character.
std::size_t display_width(std::string_view text);

/// The same of a text that has nothing but printable ASCII and letters of Latin and Cyrillic, as nearly all have, and
/// that is therefore shown as it is; nothing for any other. Quicker: a list may have millions.
std::optional<std::size_t> width_if_plain(std::string_view text);

}  // namespace mentor::language
