/// Which of several records with one id is meant.
#pragma once

#include "session.hpp"

namespace mentor::cli {

/// Among the records with the id of `stored`: the one that stands where `--file` says, or the only one. Throws
/// `Refused` with all places when none or several are left, since a change must never be a guess.
template <class Record>
const Stored<Record>& one_place(const Program& program, const Stored<Record>& stored, const Arguments& arguments);

}  // namespace mentor::cli
