/// Reads records of a kind only until enough is known, where a command asks whether there is any of some sort.
#pragma once

#include <functional>

#include "mentor/model.hpp"
#include "storage/disk/tree.hpp"

namespace mentor::storage {

/// Reads the files of the kind one after another, and calls `is_enough` with each record until it says yes. What cannot
/// be read is passed over. Files of single records come before packed years, which are longer. The fields that nothing
/// is counted by (`Use::shown`, `Use::examined`) stay empty. The program must have the newest schema.
template <class Record>
void read_until(const Tree& tree, const Model& model, const std::function<bool(const Record&)>& is_enough);

}  // namespace mentor::storage
