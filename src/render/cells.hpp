/// The cells and headings of a report as people read them and as machines do.
#pragma once

#include <string>

#include "language/words.hpp"
#include "mentor/report.hpp"

namespace mentor::render {

/// In the reader's language: labels, names, `05.10.2026`, `1,5`.
std::string human(const Cell& cell, const language::Words& words);
std::string human(const Heading& heading, const language::Words& words);

/// Never translated: ids, `2026-10-05`, `1.5`. Lists are separated by blanks (ids) or `; ` (names).
std::string machine(const Cell& cell);
/// The names behind the references of a cell.
std::string machine_names(const Cell& cell);

}  // namespace mentor::render
