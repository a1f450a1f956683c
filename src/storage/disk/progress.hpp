/// How long work tells its progress.
#pragma once

#include <cstddef>
#include <functional>

namespace mentor::storage {

enum class Stage { reading, writing };

/// Called now and then by the thread that asked for the work, with how many of all files are done or begun. If it
/// throws (`std::bad_alloc`), the work stops, and a half-made change is taken back. It may be empty.
using Progress = std::function<void(Stage stage, std::size_t done, std::size_t total)>;

}  // namespace mentor::storage
