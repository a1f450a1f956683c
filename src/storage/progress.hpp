/// How work that may take long tells how far it is.
#pragma once

#include <cstddef>
#include <functional>

namespace mentor::storage {

enum class Stage { reading, writing };

/// Called now and then, by the thread that asked for the work, with how many files of how many are done or begun. It
/// must not throw: a change would be left half made, for the next command to finish. May be empty.
using Progress = std::function<void(Stage stage, std::size_t done, std::size_t total)>;

}  // namespace mentor::storage
