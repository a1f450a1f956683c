/// What ICU knows of texts: their order, what makes two of them the same, and how wide they are. Never through the
/// process's locale, so that it works under `LANG=C`. ICU is touched only when one of these is called.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "mentor/text.hpp"

namespace mentor::language {

/// The order of Russian dictionaries, Ё beside Е, Latin after Cyrillic, numbers by value (6Б before 10А).
SortKey russian_order();

/// Case, ё/е, the kind of dash and the number of blanks do not count.
Fold folding();

/// The number of columns that a terminal gives to a text: none to a combining mark, two to a wide character.
std::size_t display_width(std::string_view text);

/// The same of a text that has nothing but printable ASCII and letters of Latin and Cyrillic, as nearly all have, and
/// that is therefore shown as it is; nothing for any other. Quicker: a list may have millions.
std::optional<std::size_t> width_if_plain(std::string_view text);

}  // namespace mentor::language
