/// What a command that wrote has understood, in the words of people.
#pragma once

#include "language/words.hpp"
#include "mentor/edits.hpp"

namespace mentor::cli {

/// Says what the edits make of the program, and how to take it back. Of a single record, or the only new one, says what
/// was understood of it; of more, how many they are. The program is as it was before the edits. There is at least one
/// edit.
Message understood(const Program& program, const Edits& edits, Date today, const language::Words& words);

/// What people read of a record in one line: its title, then its fields in their order. Names are short.
template <class Record>
Texts described(const Program& program, const Record& record, Date today, const language::Words& words);

}  // namespace mentor::cli
