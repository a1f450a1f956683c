/// Everything outside that a command may touch, besides the program's folder. `main` builds it of the real world, tests
/// of strings and fixed days.
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
  std::ostream& err;                     // all else
  std::optional<std::size_t> out_width;  // columns of the terminal behind `out`; nothing when it leads elsewhere
  std::optional<std::size_t> err_width;  // and of that behind `err`
  std::filesystem::path folder;          // the working directory
  std::function<std::optional<std::string>(const char*)> environment;
  std::function<Date()> today;
  std::function<std::chrono::steady_clock::time_point()> steady_now;  // how long something takes
  std::function<std::string()> now;  // the local time, as the log keeps it: 2026-11-23 16:04:10
  std::function<std::uint64_t()> random;
  bool has_changed = false;  // the program, by this command
};

}  // namespace mentor::cli
