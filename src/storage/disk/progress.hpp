/// How work that may take long tells how far it is.
#pragma once

#include <cstddef>
#include <functional>

namespace mentor::storage {

enum class Stage { reading, writing };

/// Called now and then, by the thread that asked for the work, with how many files of how many are done or begun. When
/// it throws (`std::bad_alloc`), the work stops, and a change that is half made is taken back. May be empty.
using Progress = std::function<void(Stage stage, std::size_t done, std::size_t total)>;

}  // namespace mentor::storage
