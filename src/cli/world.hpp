/// Everything outside mentor that a command may touch, except the program's folder. `main` builds it from the real
/// world; tests build it from strings and fixed days.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

#include "mentor/date.hpp"

namespace mentor::cli {

struct World {
  std::istream& in;
  std::ostream& out;                     // the answer
  std::ostream& err;                     // everything else
  std::optional<std::size_t> out_width;  // columns of the terminal behind `out`; nothing when it is not a terminal
  std::optional<std::size_t> err_width;  // likewise for `err`
  std::filesystem::path folder;          // the working directory
  std::function<std::optional<std::string>(const char*)> environment;
  std::function<Date()> today;
  std::function<std::chrono::steady_clock::time_point()> steady_now;  // measures how long something takes
  std::function<std::string()> now;  // the local time, as the log keeps it: 2026-11-23 16:04:10
  std::function<std::uint64_t()> random;
  /// Lets a program show `out` page by page, from now on. False when it cannot be started. Empty where there is none.
  std::function<bool(const std::string& command, const std::string& prompt)> start_pager = {};
  bool has_changed = false;  // whether this command has changed the program
};

}  // namespace mentor::cli
